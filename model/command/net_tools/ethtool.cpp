#include "model/command/net_tools/net_tools.h"

#include <fmt/format.h>

namespace netdraft::model::command {

namespace {

struct Driver {
    std::string_view name;
    std::string_view version;
    std::string_view firmware = "";
    std::string_view bus = "";
    bool statistics = false;
};

/// What each kind's ethtool_ops tell (get_drvinfo).
struct DriverOf {
    std::optional<Driver> operator()(const Loopback &) const { return std::nullopt; }
    std::optional<Driver> operator()(const Veth &) const { return Driver{"veth", "1.0", "", "", true}; }
    std::optional<Driver> operator()(const Bridge &) const { return Driver{"bridge", "2.3", "N/A", "N/A"}; }
    std::optional<Driver> operator()(const Vxlan &) const { return Driver{"vxlan", "0.1"}; }
    std::optional<Driver> operator()(const Macvlan &) const { return Driver{"macvlan", "0.1"}; }
    template <typename Other>
    std::optional<Driver> operator()(const Other &) const
    {
        return std::nullopt;
    }
};

bool hasKnownDriver(const Link &link)
{
    return link.isLoopback() || link.veth() || link.bridge() || link.as<Vxlan>() || link.as<Macvlan>();
}

} // namespace

Response ethtool(const Network &, const Netns &netns, std::span<const std::string> words)
{
    if (words.empty())
        return complaint(1, "ethtool: bad command line argument(s)\nFor more information run ethtool -h");
    if (words.front() != "-i" && words.front() != "--driver")
        return notSimulated(words.front().starts_with('-') ? "ethtool " + words.front() : "ethtool without -i");
    if (words.size() != 2)
        return complaint(1, "ethtool: bad command line argument(s)\nFor more information run ethtool -h");
    const Link *link = netns.find(std::string_view(words[1]));
    if (!link)
        return complaint(71, "Cannot get driver information: No such device");
    if (!hasKnownDriver(*link))
        return notSimulated("ethtool -i of such a link");
    const auto driver = std::visit(DriverOf{}, link->kind);
    if (!driver)
        return complaint(71, "Cannot get driver information: Operation not supported");
    return Reply{0,
                 fmt::format("driver: {}\nversion: {}\nfirmware-version: {}\nexpansion-rom-version: \nbus-info: {}\n"
                             "supports-statistics: {}\nsupports-test: no\nsupports-eeprom-access: no\n"
                             "supports-register-dump: no\nsupports-priv-flags: no\n",
                             driver->name, driver->version, driver->firmware, driver->bus,
                             driver->statistics ? "yes" : "no"),
                 {}};
}

} // namespace netdraft::model::command
