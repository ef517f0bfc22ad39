#include "model/exchange/project_words.h"

#include <algorithm>
#include <array>

namespace netdraft::model {

namespace {

template <typename T>
constexpr ProjectWord word(std::string_view text, T value)
{
    return {text, static_cast<std::uint32_t>(value)};
}

constexpr std::array types{
    word("unicast", RouteType::Unicast),
    word("local", RouteType::Local),
    word("broadcast", RouteType::Broadcast),
    word("anycast", RouteType::Anycast),
    word("multicast", RouteType::Multicast),
    word("blackhole", RouteType::Blackhole),
    word("unreachable", RouteType::Unreachable),
    word("prohibit", RouteType::Prohibit),
    word("throw", RouteType::Throw),
};
constexpr std::array scopes{
    word("global", Scope::Global), word("site", Scope::Site),       word("link", Scope::Link),
    word("host", Scope::Host),     word("nowhere", Scope::Nowhere),
};
constexpr std::array protocols{
    word("unspec", protocol::unspecified), word("redirect", protocol::redirect), word("kernel", protocol::kernel),
    word("boot", protocol::boot),          word("static", protocol::fixed),      word("ra", protocol::ra),
};
constexpr std::array tables{
    word("default", table::fallback),
    word("main", table::main),
    word("local", table::local),
};
constexpr std::array nudStates{
    word("permanent", NudState::Permanent),
    word("noarp", NudState::Noarp),
    word("reachable", NudState::Reachable),
    word("stale", NudState::Stale),
};

constexpr std::array ruleActions{
    word("lookup", RuleAction::Lookup),
    word("goto", RuleAction::Goto),
    word("nop", RuleAction::Nop),
    word("blackhole", RuleAction::Blackhole),
    word("unreachable", RuleAction::Unreachable),
    word("prohibit", RuleAction::Prohibit),
};

constexpr std::array programs{word(programName(Program::Netcat), Program::Netcat),
                              word(programName(Program::Socat), Program::Socat)};
constexpr std::array transports{word(transportName(Transport::Tcp), Transport::Tcp),
                                word(transportName(Transport::Udp), Transport::Udp)};

constexpr std::array preferences{
    word(preferenceName(RoutePreference::Low), RoutePreference::Low),
    word(preferenceName(RoutePreference::Medium), RoutePreference::Medium),
    word(preferenceName(RoutePreference::High), RoutePreference::High),
};

constexpr std::string_view ipForward = "net.ipv4.ip_forward";

std::string dotted(std::string_view path)
{
    std::string name(path);
    std::ranges::replace(name, '/', '.');
    return name;
}

} // namespace

std::span<const ProjectWord> routeTypeWords()
{
    return types;
}

std::span<const ProjectWord> scopeWords()
{
    return scopes;
}

std::span<const ProjectWord> protocolWords()
{
    return protocols;
}

std::span<const ProjectWord> tableWords()
{
    return tables;
}

std::span<const ProjectWord> nudWords()
{
    return nudStates;
}

std::span<const ProjectWord> ruleActionWords()
{
    return ruleActions;
}

std::span<const ProjectWord> programWords()
{
    return programs;
}

std::span<const ProjectWord> transportWords()
{
    return transports;
}

std::span<const ProjectWord> preferenceWords()
{
    return preferences;
}

std::string sysctlName(DeviceSysctl sysctl, std::string_view device)
{
    if (sysctl == DeviceSysctl::Ipv4Forwarding && device == "all")
        return std::string(ipForward);
    std::string name = dotted(sysctlRow(sysctl).path);
    std::string escaped(device);
    std::ranges::replace(escaped, '.', '/');
    return name.replace(name.find('*'), 1, escaped);
}

std::string sysctlName(NetnsSysctl sysctl)
{
    return dotted(sysctlRow(sysctl).path);
}

std::optional<Edit> sysctlEdit(const std::string &netns, std::string_view name, int value)
{
    if (name == ipForward)
        return SetDeviceSysctl{netns, "all", DeviceSysctl::Ipv4Forwarding, value};
    for (std::size_t i = 0; i < netnsSysctlCount; ++i) {
        if (name == sysctlName(static_cast<NetnsSysctl>(i)))
            return SetNetnsSysctl{netns, static_cast<NetnsSysctl>(i), value};
    }
    for (std::size_t i = 0; i < deviceSysctlCount; ++i) {
        const std::string path = dotted(sysctlRow(static_cast<DeviceSysctl>(i)).path);
        const std::string_view before = std::string_view(path).substr(0, path.find('*'));
        const std::string_view after = std::string_view(path).substr(path.find('*') + 1);
        if (name.size() <= before.size() + after.size() || !name.starts_with(before) || !name.ends_with(after))
            continue;
        std::string device(name.substr(before.size(), name.size() - before.size() - after.size()));
        std::ranges::replace(device, '/', '.');
        return SetDeviceSysctl{netns, std::move(device), static_cast<DeviceSysctl>(i), value};
    }
    return std::nullopt;
}

Scope impliedScope(const IpAddress &address)
{
    if (address.isLoopback())
        return Scope::Host;
    return !address.isV4() && address.isLinkLocal() ? Scope::Link : Scope::Global;
}

} // namespace netdraft::model
