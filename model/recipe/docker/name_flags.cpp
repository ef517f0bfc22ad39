#include "model/recipe/docker/verbs.h"

#include <fmt/format.h>

namespace netdraft::model::docker {

Expected<void> readNames(const Machine &machine, Container &container, const Flags &flags)
{
    const auto refused = [](std::string_view flag, const std::string &value, const std::string &why) {
        return std::unexpected(fmt::format("invalid argument \"{}\" for \"--{}\" flag: {}", value, flag, why));
    };
    container.dns = flags.values("dns");
    for (const std::string &address : container.dns)
        if (!IpAddress::parse(address))
            return refused("dns", address, address + " is not an ip address");
    container.dnsSearch = flags.values("dns-search");
    for (const std::string &domain : container.dnsSearch)
        if (domain.find_first_not_of("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789-._") !=
            std::string::npos)
            return refused("dns-search", domain, domain + " is not a valid domain");
    container.dnsOptions = flags.values("dns-option");
    std::erase(container.dnsOptions, std::string());
    for (const std::string &host : flags.values("add-host")) {
        const auto colon = host.find(':');
        if (colon == std::string::npos || colon == 0)
            return refused("add-host", host, fmt::format("bad format for add-host: \"{}\"", host));
        const std::string address = host.substr(colon + 1);
        const DockerNetwork *bridge = machine.state().network("bridge");
        if (address == "host-gateway" && bridge)
            container.extraHosts.push_back(host.substr(0, colon + 1) + bridge->gateway);
        else if (IpAddress::parse(address))
            container.extraHosts.push_back(host);
        else
            return refused("add-host", host, fmt::format("invalid IP address in add-host: \"{}\"", address));
    }
    return {};
}

} // namespace netdraft::model::docker
