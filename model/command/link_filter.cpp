#include "model/command/link_filter.h"

#include "model/command/links/link_types.h"

#include <fmt/format.h>

#include <algorithm>
#include <fnmatch.h>

namespace netdraft::model::command {

namespace {

struct ScopeRow {
    Scope scope;
    std::string_view name;
};

/// As /etc/iproute2/rt_scopes has them.
constexpr ScopeRow scopes[] = {
    {Scope::Global, "global"}, {Scope::Nowhere, "nowhere"}, {Scope::Host, "host"},
    {Scope::Link, "link"},     {Scope::Site, "site"},
};

} // namespace

std::optional<Scope> readScope(std::string_view word)
{
    for (const ScopeRow &row : scopes)
        if (row.name == word)
            return row.scope;
    const auto number = readNumber(word);
    return number && *number <= 255 ? std::optional(static_cast<Scope>(*number)) : std::nullopt;
}

std::string scopeName(Scope scope)
{
    for (const ScopeRow &row : scopes)
        if (row.scope == scope)
            return std::string(row.name);
    return std::to_string(static_cast<int>(scope));
}

Scope naturalScope(const IpAddress &address)
{
    if (address.isV4())
        return address.isLoopback() ? Scope::Host : Scope::Global;
    if (address.isLoopback())
        return Scope::Host;
    if (address.isLinkLocal())
        return Scope::Link;
    return address.high() >> 54 == 0x3fb ? Scope::Site : Scope::Global;
}

bool LinkFilter::kernelShows(const Link &link) const
{
    return !otherGroup && (!dev || dev->id == link.id) && (!master || master->id == link.master) &&
           (type.empty() || type == kindWord(link));
}

bool LinkFilter::shows(const Link &link, const LinkAddress &address) const
{
    if (family && *family != address.local.address.family())
        return false;
    if (to && !to->contains(address.local.address))
        return false;
    if (scope && *scope != address.scope)
        return false;
    if (!label.empty() && fnmatch(label.c_str(), labelOf(link, address).c_str(), 0) != 0)
        return false;
    return (!secondary || *secondary == address.secondary) && (!tentative || *tentative == address.tentative) &&
           (!dadFailed || *dadFailed == address.dadFailed) && (!deprecated || *deprecated == address.deprecated) &&
           (!noDad || address.noDad) && (!noPrefixRoute || address.noPrefixRoute) &&
           (!dynamic || *dynamic == address.dynamic) && (!managesTemporary || address.managesTemporary) && !otherFlag;
}

bool LinkFilter::keeps(const Link &link) const
{
    const auto fits = [&](const LinkAddress &address) { return shows(link, address); };
    if (link.addresses4.empty() && link.addresses6.empty())
        return !family;
    return std::ranges::any_of(link.addresses4, fits) || std::ranges::any_of(link.addresses6, fits);
}

LinkSource LinkFilter::source(const IpOptions &options) const
{
    // The links come from a dump of the family asked for, but a single one from a plain question.
    if (options.family == Family::Ipv6 && !dev)
        return LinkSource::Inet6;
    return family && !options.details ? LinkSource::Inet : LinkSource::Address;
}

LinkFilter readLinkFilter(const IpCall &call, Arguments &arguments)
{
    LinkFilter filter;
    filter.family = call.options.family;
    std::string dev;
    while (arguments.more()) {
        if (arguments.is("to")) {
            const InterfaceAddress prefix = arguments.prefix(filter.family);
            filter.to = prefix.prefix();
            filter.family = prefix.address.family();
        } else if (arguments.is("scope")) {
            const std::string word = arguments.next();
            if (word == "all") {
                filter.scope.reset();
            } else {
                filter.scope = readScope(word);
                if (!filter.scope)
                    arguments.wrong(word, "invalid \"scope\"\n");
            }
        } else if (arguments.is("up")) {
            filter.up = true;
        } else if (arguments.is("temporary") || arguments.is("home") || arguments.is("autojoin")) {
            filter.otherFlag = true;
        } else if (arguments.is("dynamic")) {
            filter.dynamic = true;
        } else if (arguments.is("mngtmpaddr")) {
            filter.managesTemporary = true;
        } else if (arguments.is("dadfailed")) {
            filter.dadFailed = true;
        } else if (arguments.is("-dadfailed")) {
            filter.dadFailed = false;
        } else if (arguments.is("permanent")) {
            filter.dynamic = false;
        } else if (arguments.is("deprecated")) {
            filter.deprecated = true;
        } else if (arguments.is("-deprecated")) {
            filter.deprecated = false;
        } else if (arguments.is("secondary")) {
            filter.secondary = true;
        } else if (arguments.is("primary")) {
            filter.secondary = false;
        } else if (arguments.is("tentative")) {
            filter.tentative = true;
        } else if (arguments.is("-tentative")) {
            filter.tentative = false;
        } else if (arguments.is("nodad")) {
            filter.noDad = true;
        } else if (arguments.is("noprefixroute")) {
            filter.noPrefixRoute = true;
        } else if (arguments.is("label")) {
            filter.label = arguments.next();
        } else if (arguments.is("group")) {
            const std::string group = arguments.next();
            filter.otherGroup = group != "default" && group != "0";
        } else if (arguments.is("master")) {
            const std::string word = arguments.next();
            filter.master = call.netns.find(std::string_view(word));
            if (!filter.master)
                arguments.wrong(word, "Device does not exist\n");
        } else if (arguments.is("vrf")) {
            arguments.wrong(arguments.next(), "Not a valid VRF name\n");
        } else if (arguments.is("nomaster")) {
            filter.noMaster = true;
        } else if (arguments.is("type")) {
            filter.type = arguments.next();
            if (filter.type == "bridge_slave" || filter.type == "bond_slave")
                arguments.refuse(notSimulated("type " + filter.type));
        } else {
            arguments.is("dev");
            const std::string word = arguments.next();
            if (!arguments.refused() && abbreviates(word, "help"))
                arguments.refuse(usage("ip link"));
            if (!dev.empty())
                arguments.garbage("dev", word);
            dev = word;
        }
    }
    if (arguments.refused() || dev.empty())
        return filter;
    filter.dev = call.netns.find(std::string_view(dev));
    if (!filter.dev)
        arguments.refuse(complaint(1, fmt::format("Device \"{}\" does not exist.", dev)));
    return filter;
}

} // namespace netdraft::model::command
