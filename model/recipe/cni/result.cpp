#include "model/recipe/cni/result.h"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <array>
#include <charconv>

namespace netdraft::model::cni {

namespace {

using Ordered = nlohmann::ordered_json;

constexpr int indentation = 4;
constexpr std::array<std::string_view, 6> versions{"0.1.0", "0.2.0", "0.3.0", "0.3.1", "0.4.0", "1.0.0"};

bool isOldest(std::string_view version)
{
    return version.empty() || version == "0.1.0" || version == "0.2.0";
}

Ordered jsonOf(const Dns &dns)
{
    Ordered json = Ordered::object();
    if (!dns.nameservers.empty())
        json["nameservers"] = dns.nameservers;
    if (!dns.domain.empty())
        json["domain"] = dns.domain;
    if (!dns.search.empty())
        json["search"] = dns.search;
    if (!dns.options.empty())
        json["options"] = dns.options;
    return json;
}

Ordered jsonOf(const ResultRoute &route)
{
    Ordered json{{"dst", route.destination.toString()}};
    if (route.gateway)
        json["gw"] = route.gateway->toString();
    return json;
}

/// The first address of a family with its routes, as the oldest versions have it; null where there is none.
Ordered oldConfig(const Result100 &result, Family family)
{
    const auto first =
        std::ranges::find_if(result.ips, [&](const IpConfig &one) { return one.address.address.family() == family; });
    if (first == result.ips.end())
        return nullptr;
    Ordered json{{"ip", first->address.toString()}};
    if (first->gateway)
        json["gateway"] = first->gateway->toString();
    for (const ResultRoute &route : result.routes)
        if (route.destination.address.family() == family)
            json["routes"].push_back(jsonOf(route));
    return json;
}

Expected<std::string> printedOld(const Result100 &result, const std::string &version)
{
    const Ordered v4 = oldConfig(result, Family::Ipv4);
    const Ordered v6 = oldConfig(result, Family::Ipv6);
    if (v4.is_null() && v6.is_null())
        return failed("cannot convert: no valid IP addresses");
    Ordered json{{"cniVersion", version.empty() ? "0.1.0" : version}};
    if (!v4.is_null())
        json["ip4"] = v4;
    if (!v6.is_null())
        json["ip6"] = v6;
    json["dns"] = jsonOf(result.dns);
    return goJson(json, indentation);
}

std::string printedNew(const Result100 &result, const std::string &version, bool is100)
{
    Ordered json{{"cniVersion", version}};
    for (const Interface &interface : result.interfaces) {
        Ordered one{{"name", interface.name}};
        if (!interface.mac.empty())
            one["mac"] = interface.mac;
        if (!interface.sandbox.empty())
            one["sandbox"] = interface.sandbox;
        json["interfaces"].push_back(std::move(one));
    }
    for (const IpConfig &ip : result.ips) {
        Ordered one = Ordered::object();
        if (!is100)
            one["version"] = ip.version.value_or(ip.address.address.isV4() ? "4" : "6");
        if (ip.interface)
            one["interface"] = *ip.interface;
        one["address"] = ip.address.toString();
        if (ip.gateway)
            one["gateway"] = ip.gateway->toString();
        json["ips"].push_back(std::move(one));
    }
    for (const ResultRoute &route : result.routes)
        json["routes"].push_back(jsonOf(route));
    json["dns"] = jsonOf(result.dns);
    return goJson(json, indentation);
}

void readOldConfig(const GoFields &fields, std::string_view name, Result100 &result)
{
    if (!fields.has(name))
        return;
    const GoFields config = fields.object(name, "ipConfig", "types020.IPConfig");
    if (const auto address = readCidr(config, "ip"))
        result.ips.push_back({std::nullopt, *address, readAddress(config, "gateway")});
    for (const ResultRoute &route : readRoutes(config, "routes"))
        result.routes.push_back(route);
}

/// The numbers of a version, such as 0.4.0.
Expected<std::array<int, 3>> numbersOf(std::string_view version)
{
    static constexpr std::array names{"major", "minor", "micro"};
    std::array<int, 3> numbers{0, 1, 0};
    if (version.empty())
        return numbers;
    numbers = {};
    if (std::ranges::count(version, '.') > 2)
        return failed(fmt::format("invalid version {}: too many parts", goQuoted(version)));
    for (std::size_t i = 0; i < numbers.size(); ++i) {
        const auto dot = std::min(version.find('.'), version.size());
        const std::string_view part = version.substr(0, dot);
        const auto [end, error] = std::from_chars(part.begin(), part.end(), numbers[i]);
        if (error != std::errc() || end != part.end())
            return failed(fmt::format("failed to convert {} version part {}: strconv.Atoi: parsing {}: invalid syntax",
                                      names[i], goQuoted(part), goQuoted(part)));
        if (dot == version.size())
            break;
        version.remove_prefix(dot + 1);
    }
    return numbers;
}

} // namespace

Expected<std::string> printed(const Result100 &result, const std::string &version)
{
    if (isOldest(version))
        return printedOld(result, version);
    return printedNew(result, version, version == "1.0.0");
}

std::string printedAs100(const Result100 &result, const std::string &version)
{
    return printedNew(result, version, true);
}

Expected<Result100> parsedResult(const Json &json, const std::string &version)
{
    std::string error;
    const GoFields fields(json, "Result", error, "types100.Result");
    std::string own;
    fields.read("cniVersion", own);
    const std::string &named = own.empty() ? version : own;
    const auto fits = [&](std::string_view one) {
        return isOldest(version)    ? isOldest(one)
               : version == "1.0.0" ? one == version
                                    : !isOldest(one) && one != "1.0.0";
    };
    if (!version.empty() && std::ranges::find(versions, version) == versions.end())
        return failed(fmt::format("unsupported CNI result version {}", goQuoted(version)));
    Result100 result;
    if (isOldest(version)) {
        readOldConfig(fields, "ip4", result);
        readOldConfig(fields, "ip6", result);
    }
    for (const GoFields &one : fields.objects("interfaces", "Interface", "[]*types100.Interface")) {
        Interface &interface = result.interfaces.emplace_back();
        one.read("name", interface.name);
        one.read("mac", interface.mac);
        one.read("sandbox", interface.sandbox);
    }
    if (!isOldest(version)) {
        for (const GoFields &one :
             fields.objects("ips", "ipConfig", "[]*types100.IPConfig", GoFields::Reads::ByMethod)) {
            IpConfig &ip = result.ips.emplace_back();
            one.read("interface", ip.interface);
            ip.address = readCidr(one, "address").value_or(InterfaceAddress{});
            ip.gateway = readAddress(one, "gateway");
            if (version != "1.0.0")
                one.read("version", ip.version.emplace());
        }
        result.routes = readRoutes(fields, "routes");
    }
    result.dns = readDns(fields.object("dns", "DNS", "types.DNS"));
    if (!error.empty())
        return failed(error);
    if (!fits(named)) {
        const auto list = isOldest(version)    ? R"([ 0.1.0 0.2.0])"
                          : version == "1.0.0" ? "[1.0.0]"
                                               : "[0.3.0 0.3.1 0.4.0]";
        return failed(fmt::format("result type supports {} but unmarshalled CNIVersion is {}", list, goQuoted(named)));
    }
    return result;
}

Dns readDns(const GoFields &fields)
{
    Dns dns;
    fields.read("nameservers", dns.nameservers);
    fields.read("domain", dns.domain);
    fields.read("search", dns.search);
    fields.read("options", dns.options);
    return dns;
}

std::vector<ResultRoute> readRoutes(const GoFields &fields, std::string_view name)
{
    std::vector<ResultRoute> routes;
    for (const GoFields &one : fields.objects(name, "route", "[]*types.Route", GoFields::Reads::ByMethod))
        routes.push_back({readCidr(one, "dst").value_or(InterfaceAddress{}), readAddress(one, "gw")});
    return routes;
}

std::optional<IpAddress> parseGoAddress(std::string_view text)
{
    const auto parsed = IpAddress::parse(text);
    if (!parsed)
        return std::nullopt;
    constexpr std::uint64_t mapped = 0xffff;
    if (!parsed->isV4() && parsed->high() == 0 && parsed->low() >> 32 == mapped)
        return Ipv4Address(static_cast<std::uint32_t>(parsed->low()));
    return *parsed;
}

std::optional<InterfaceAddress> parseGoCidr(std::string_view text)
{
    const auto slash = text.find('/');
    if (slash == std::string_view::npos)
        return std::nullopt;
    const auto address = IpAddress::parse(text.substr(0, slash));
    const std::string_view digits = text.substr(slash + 1);
    int length = 0;
    const auto [end, error] = std::from_chars(digits.begin(), digits.end(), length);
    if (!address || error != std::errc() || end != digits.end() || digits.empty() || length < 0 ||
        length > addressBits(address->family()))
        return std::nullopt;
    return InterfaceAddress{*address, static_cast<std::uint8_t>(length)};
}

std::optional<IpAddress> readAddress(const GoFields &fields, std::string_view name)
{
    const Json *value = fields.find(name);
    if (!value)
        return std::nullopt;
    if (!value->is_string()) {
        fields.mismatch(name, *value, "net.IP");
        return std::nullopt;
    }
    const auto text = value->get<std::string>();
    if (text.empty())
        return std::nullopt;
    auto address = parseGoAddress(text);
    if (!address)
        fields.refuse("invalid IP address: " + text);
    return address;
}

std::optional<InterfaceAddress> readCidr(const GoFields &fields, std::string_view name)
{
    const Json *value = fields.find(name);
    if (!value)
        return std::nullopt;
    if (!value->is_string()) {
        fields.mismatch(name, *value, "string");
        return std::nullopt;
    }
    const auto text = value->get<std::string>();
    auto cidr = parseGoCidr(text);
    if (!cidr)
        fields.refuse("invalid CIDR address: " + text);
    return cidr;
}

std::span<const std::string_view> specificationVersions()
{
    return versions;
}

Expected<bool> isAtLeast(std::string_view version, std::string_view other)
{
    const auto first = numbersOf(version);
    if (!first)
        return std::unexpected(first.error());
    const auto second = numbersOf(other);
    if (!second)
        return std::unexpected(second.error());
    return *first >= *second;
}

} // namespace netdraft::model::cni
