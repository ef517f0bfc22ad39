#include "model/recipe/cni/plugin.h"

#include <fmt/format.h>

#include <algorithm>
#include <sstream>

namespace netdraft::model::cni {

namespace {

struct StaticConf {
    std::string version;
    std::vector<ResultRoute> routes;
    std::vector<IpConfig> addresses;
    Dns dns;
};

std::vector<std::string> itemsOf(const std::string &text)
{
    std::vector<std::string> items;
    std::istringstream stream(text + ',');
    for (std::string item; std::getline(stream, item, ',');) {
        const auto first = item.find_first_not_of(" \t");
        items.push_back(first == std::string::npos ? std::string()
                                                   : item.substr(first, item.find_last_not_of(" \t") - first + 1));
    }
    return items;
}

/// What CNI_ARGS says: more addresses, and the gateways of all.
Expected<void> readArguments(const Call &call, std::vector<IpConfig> &addresses)
{
    auto arguments = loadArguments(call.args, {"IP", "GATEWAY"});
    if (!arguments)
        return std::unexpected(arguments.error());
    if (!(*arguments)["IP"].empty()) {
        for (const std::string &item : itemsOf((*arguments)["IP"])) {
            const auto address = parseGoCidr(item);
            if (!address)
                return failed(fmt::format("the 'ip' field is expected to be in CIDR notation, got: '{}'", item));
            addresses.push_back({std::nullopt, *address, std::nullopt});
        }
    }
    if ((*arguments)["GATEWAY"].empty())
        return {};
    for (const std::string &item : itemsOf((*arguments)["GATEWAY"])) {
        const auto gateway = parseGoAddress(item);
        if (!gateway)
            return failed("invalid gateway address: " + item);
        for (IpConfig &address : addresses)
            if (address.address.length > 0 && address.address.prefix().contains(*gateway))
                address.gateway = gateway;
    }
    return {};
}

Expected<void> replaceBy(const std::vector<std::string> &texts, std::vector<IpConfig> &addresses)
{
    if (texts.empty())
        return {};
    addresses.clear();
    for (const std::string &text : texts) {
        const auto address = parseGoCidr(text);
        if (!address)
            return failed(fmt::format("an entry in the 'ips' field is NOT in CIDR notation, got: '{}'", text));
        addresses.push_back({std::nullopt, *address, std::nullopt});
    }
    return {};
}

Expected<StaticConf> readStatic(const Call &call)
{
    std::string error;
    StaticConf conf;
    std::string name;
    const GoFields fields(call.json, "Net", error);
    fields.read("cniVersion", conf.version);
    fields.read("name", name);
    const GoFields ipam = fields.object("ipam", "IPAMConfig", "main.IPAMConfig");
    conf.routes = readRoutes(ipam, "routes");
    conf.dns = readDns(ipam.object("dns", "DNS", "types.DNS"));
    std::vector<std::string> texts;
    std::vector<std::optional<IpAddress>> gateways;
    for (const GoFields &one : ipam.objects("addresses", "Address", "[]main.Address")) {
        one.read("address", texts.emplace_back());
        gateways.push_back(readAddress(one, "gateway"));
    }
    std::vector<std::string> ofRuntime;
    std::vector<std::string> ofArgs;
    fields.object("runtimeConfig", "").read("ips", ofRuntime);
    fields.object("args", "").object("cni", "IPAMArgs", "main.IPAMArgs").read("ips", ofArgs);
    if (!error.empty())
        return failed(error);
    if (!fields.has("ipam"))
        return failed("IPAM config missing 'ipam' key");
    std::vector<IpConfig> given;
    if (auto done = readArguments(call, given); !done)
        return std::unexpected(done.error());
    // The configuration's own are read last, and so told of last; they stand first.
    const bool isReplaced = !ofArgs.empty() || !ofRuntime.empty();
    for (const auto &replacing : {ofArgs, ofRuntime})
        if (auto done = replaceBy(replacing, given); !done)
            return std::unexpected(done.error());
    for (std::size_t i = 0; i < texts.size() && !isReplaced; ++i) {
        const auto address = parseGoCidr(texts[i]);
        if (!address)
            return failed(fmt::format("the 'address' field is expected to be in CIDR notation, got: '{}'", texts[i]));
        conf.addresses.push_back({std::nullopt, *address, gateways[i]});
    }
    conf.addresses.insert(conf.addresses.end(), given.begin(), given.end());
    const auto isV4 = [](const IpConfig &one) { return one.address.address.isV4(); };
    const auto count4 = std::ranges::count_if(conf.addresses, isV4);
    const auto count6 = std::ssize(conf.addresses) - count4;
    if ((count4 > 1 || count6 > 1) && !isAtLeast(conf.version, "0.3.0").value_or(false))
        return failed(fmt::format("CNI version {} does not support more than 1 address per family", conf.version));
    return conf;
}

Expected<std::string> staticAdd(Call &call)
{
    const auto conf = readStatic(call);
    if (!conf)
        return std::unexpected(conf.error());
    return printed({.interfaces = {}, .ips = conf->addresses, .routes = conf->routes, .dns = conf->dns}, conf->version);
}

Expected<void> staticCheck(Call &call)
{
    const auto conf = readStatic(call);
    if (!conf)
        return std::unexpected(conf.error());
    std::string error;
    const NetConf net(GoFields(call.json, "NetConf", error));
    if (!error.empty())
        return failed("failed to load netconf: " + error);
    if (!net.previous)
        return failed("Required prevResult missing");
    const auto result = net.previousResult();
    if (!result)
        return std::unexpected(result.error());
    for (const IpConfig &wanted : conf->addresses) {
        const auto found = std::ranges::find_if(
            result->ips, [&](const IpConfig &ip) { return ip.address.address == wanted.address.address; });
        if (found != result->ips.end() && wanted.gateway && wanted.gateway != found->gateway)
            return failed(fmt::format("static: Failed to match addr {} on interface {}",
                                      found->address.address.toString(), call.ifName));
    }
    return {};
}

Expected<void> staticDel(Call &)
{
    return {};
}

} // namespace

const Plugin staticPlugin{"static", "0.1.0", staticAdd, staticCheck, staticDel};

} // namespace netdraft::model::cni
