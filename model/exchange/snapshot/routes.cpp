#include "model/command/route_words.h"
#include "model/exchange/snapshot/assembly.h"

#include <fmt/format.h>

#include <algorithm>

namespace netdraft::model::snapshot {

namespace {

class RouteReader
{
public:
    RouteReader(const Output &output, const Netns &netns, std::vector<Error> &troubles)
        : m_values(output, troubles), m_netns(netns)
    {
    }

    std::optional<Route> read(const Json &json) const
    {
        const Family family = familyOf(json);
        Route route;
        if (!readDestination(json, family, route))
            return std::nullopt;
        if (const auto type = m_values.word(json, "type", routeTypeWords(), 11)) {
            if (*type < 1 || *type > static_cast<std::uint32_t>(RouteType::Throw))
                return unsaid(json, "a route of this type");
            route.type = static_cast<RouteType>(*type);
        } else if (json.find("type")) {
            return std::nullopt;
        }
        for (const std::string_view key : {"encap", "via", "from", "realms", "tos"}) {
            if (json.find(key))
                return unsaid(json, fmt::format("\"{}\" of a route", key));
        }
        if (!readNumbers(json, family, route) || !readHops(json, family, route))
            return std::nullopt;
        return route;
    }

private:
    std::optional<Route> unsaid(const Json &json, std::string_view what) const
    {
        m_values.trouble(json, fmt::format("{} is not simulated; the route is left out", what));
        return std::nullopt;
    }

    Family familyOf(const Json &json) const
    {
        for (const std::string_view key : {"dst", "gateway", "prefsrc"}) {
            const Json *value = json.find(key);
            if (value && value->kind == Json::Kind::String && value->string != "default")
                return value->string.find(':') == std::string::npos ? Family::Ipv4 : Family::Ipv6;
        }
        for (const Json *hop : m_values.objects(json, "nexthops")) {
            if (const auto gateway = m_values.address(*hop, "gateway"))
                return gateway->family();
        }
        return json.find("pref") ? Family::Ipv6 : Family::Ipv4; // the kernel says it of each route of IPv6
    }

    bool readDestination(const Json &json, Family family, Route &route) const
    {
        const std::string text = m_values.text(json, "dst");
        if (text.empty()) {
            m_values.trouble(json, "a route without a destination; expected \"dst\"");
            return false;
        }
        if (text == "default") {
            route.destination = Prefix::any(family);
            return true;
        }
        const auto prefix = Prefix::parse(text);
        if (!prefix) {
            m_values.trouble(*json.find("dst"), describe(prefix.error()));
            return false;
        }
        route.destination = *prefix;
        return true;
    }

    template <typename T>
    bool readName(const Json &json, std::string_view key, std::optional<T> (*named)(std::string_view), T &value) const
    {
        const Json *written = json.find(key);
        if (!written)
            return true;
        const std::string text = written->kind == Json::Kind::Number && written->integral
                                     ? fmt::format("{:.0f}", written->number)
                                     : m_values.text(json, key);
        const auto known = named(text);
        if (known)
            value = *known;
        else
            m_values.trouble(*written, fmt::format("\"{}\" is no {} that every machine knows; expected its number, as "
                                                   "`ip -N` prints it",
                                                   text, key));
        return known.has_value();
    }

    bool readNumbers(const Json &json, Family family, Route &route) const
    {
        const bool v6 = family == Family::Ipv6;
        route.table = table::main;
        if (!readName<std::uint32_t>(json, "table", &command::readTable, route.table) ||
            !readName<std::uint8_t>(json, "protocol", &command::readProtocol, route.protocol))
            return false;
        const auto scope = m_values.word(json, "scope", scopeWords(), 255);
        route.scope = static_cast<Scope>(scope.value_or(0));
        route.metric =
            static_cast<std::uint32_t>(m_values.number(json, "metric", 0, 0xffffffff).value_or(v6 ? 1024 : 0));
        route.source = m_values.address(json, "prefsrc");
        if (route.source && route.source->family() != family)
            route.source.reset();
        for (const Json *metrics : m_values.objects(json, "metrics")) {
            route.mtu = static_cast<int>(m_values.number(*metrics, "mtu", 0, 0x7fffffff).value_or(0));
            route.hopLimit =
                v6 ? static_cast<int>(m_values.number(*metrics, "hoplimit", 0, 255).value_or(0)) : route.hopLimit;
        }
        const auto preference = m_values.word(json, "pref", preferenceWords(), 2);
        if (v6 && preference)
            route.preference = static_cast<RoutePreference>(*preference);
        return true;
    }

    bool readHops(const Json &json, Family family, Route &route) const
    {
        route.nexthopId = static_cast<std::uint32_t>(m_values.number(json, "nhid", 0, 0xffffffff).value_or(0));
        std::vector<const Json *> hops = m_values.objects(json, "nexthops");
        if (hops.empty())
            hops.push_back(&json);
        for (const Json *hop : hops) {
            if (hop->find("via") || hop->find("encap")) {
                unsaid(*hop, "a next hop of another family, or with an encapsulation");
                return false;
            }
            NextHop made;
            made.via = m_values.address(*hop, "gateway");
            if (made.via && made.via->family() != family) {
                m_values.trouble(*hop->find("gateway"), "a gateway of the other family; expected one like \"dst\"");
                return false;
            }
            const std::string dev = m_values.text(*hop, "dev");
            const Link *link = dev.empty() ? nullptr : m_netns.find(std::string_view(dev));
            if (!link && !dev.empty()) {
                m_values.trouble(*hop->find("dev"), fmt::format("{} has no link \"{}\"; expected one of those that "
                                                                "`ip link` showed",
                                                                m_netns.name, dev));
                return false;
            }
            if (!link && !made.via) {
                if (isDiscarding(route.type) || route.nexthopId != 0)
                    continue;
                m_values.trouble(*hop, "a route without a way; expected \"dev\" or \"gateway\"");
                return false;
            }
            if (link)
                made.dev = link->id;
            made.onlink = m_values.lists(*hop, "flags", "onlink");
            // With ignore_routes_with_linkdown it is shown of links without a carrier as well.
            made.dead = m_values.lists(*hop, "flags", "dead") && link && !link->up;
            made.weight = static_cast<int>(m_values.number(*hop, "weight", 1, 256).value_or(1));
            route.hops.push_back(made);
        }
        return true;
    }

    Values m_values;
    const Netns &m_netns;
};

} // namespace

void readRoutes(const SeenNetns &seen, Netns &netns, std::vector<Error> &troubles)
{
    netns.routes.clear();
    std::size_t before = 0; // of those that another answer gave
    for (const Output &output : seen.answers->outputs) {
        if (output.question != Question::Routes)
            continue;
        const RouteReader reader(output, netns, troubles);
        for (const Json *json : Values(output, troubles).objects()) {
            auto route = reader.read(*json);
            const auto known = std::span(netns.routes).first(before);
            if (route && std::ranges::find(known, *route) == known.end())
                netns.routes.push_back(std::move(*route));
        }
        before = netns.routes.size();
    }
    std::ranges::stable_sort(netns.routes, [](const Route &a, const Route &b) { return compare(a, b) < 0; });
}

} // namespace netdraft::model::snapshot
