#include "model/exchange/project_routes.h"

#include <fmt/format.h>

namespace netdraft::model {

namespace {

Prefix destination(ProjectText &text, Fields &fields, const RouteWords &words, const std::vector<NamedHop> &hops)
{
    const std::string written = fields.string("to");
    if (!text.sound())
        return {};
    if (written == "default") {
        const auto &telling = words.hop.via                       ? words.hop.via
                              : !hops.empty() && hops.front().via ? hops.front().via
                                                                  : words.source;
        return Prefix::any(telling ? telling->family() : Family::Ipv4);
    }
    const auto parsed = InterfaceAddress::parse(written);
    if (!parsed) {
        text.refuse(fields.at("to"), describe(parsed.error()));
        return {};
    }
    if (parsed->prefix().address() != parsed->address)
        text.refuse(fields.at("to"), fmt::format("\"{}\" has bits set behind its prefix length; expected {}", written,
                                                 parsed->prefix().toString()));
    return parsed->prefix();
}

} // namespace

RouteWords routeWords(ProjectText &text, Fields &fields)
{
    fields.require("to", "a prefix such as \"192.0.2.0/24\"");
    RouteWords words;
    words.hop.via = fields.address("via");
    words.hop.onlink = fields.flag("onlink");
    std::vector<NamedHop> hops;
    for (const Json &item : fields.array("nexthops")) {
        Fields one(text, item, "a next hop", {"via", "dev", "weight", "onlink"});
        hops.push_back({one.address("via"), one.string("dev"), one.flag("onlink"),
                        static_cast<int>(one.integer("weight", 1, 256).value_or(1))});
    }
    words.source = fields.address("src");
    words.destination = destination(text, fields, words, hops);
    if (const auto type = fields.word("type", routeTypeWords())) {
        words.type = static_cast<RouteType>(*type);
        words.typeGiven = true;
    }
    words.table = fields.word("table", tableWords(), mostNumber);
    if (words.table == table::unspecified)
        text.refuse(fields.at("table"), "table 0 is no table; expected one from 1 on");
    if (const auto proto = fields.word("proto", protocolWords(), 255))
        words.protocol = static_cast<std::uint8_t>(*proto);
    if (const auto scope = fields.word("scope", scopeWords(), 255))
        words.scope = static_cast<Scope>(*scope);
    if (const auto metric = fields.integer("metric", 0, mostNumber))
        words.metric = static_cast<std::uint32_t>(*metric);
    words.mtu = static_cast<int>(fields.integer("mtu", 0, 0x7fffffff).value_or(0));
    words.expiresSeconds = static_cast<std::uint32_t>(fields.integer("expires", 1, mostNumber).value_or(0));
    words.hopLimit = static_cast<int>(fields.integer("hopLimit", 1, 255).value_or(0));
    if (const auto preference = fields.word("pref", preferenceWords()))
        words.preference = static_cast<RoutePreference>(*preference);
    if (const auto nhid = fields.integer("nhid", 1, mostNumber))
        words.nhid = static_cast<std::uint32_t>(*nhid);
    words.nexthops = std::move(hops);
    const bool v6 = words.destination.family() == Family::Ipv6;
    for (const std::string_view key : {"expires", "hopLimit", "pref"}) {
        if (!v6 && fields.has(key))
            text.refuse(fields.at(key), fmt::format("\"{}\" of a route of IPv4; expected it of IPv6 alone", key));
    }
    if (v6 && words.hop.via && words.hop.via->isV4())
        text.refuse(fields.at("via"), "an IPv4 gateway of an IPv6 route; expected an IPv6 address");
    if (words.source && words.source->isV4() == v6)
        text.refuse(fields.at("src"), "a source of another family; expected one like the destination");
    return words;
}

} // namespace netdraft::model
