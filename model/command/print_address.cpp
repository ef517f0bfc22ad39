#include "model/command/print_address.h"

#include "model/address/name.h"
#include "model/command/link_filter.h"

#include <fmt/format.h>

namespace netdraft::model::command {

void printAddress(Printer &printer, const IpCall &call, const Link &link, const LinkAddress &address)
{
    const bool v4 = address.local.address.isV4();
    const InterfaceAddress &end = address.peer ? *address.peer : address.local;
    const bool brief = call.options.brief;
    if (call.options.oneline && !brief)
        printer.text(fmt::format("{}: {}", link.index, link.name));
    if (!brief)
        printer.string("family", v4 ? "inet" : "inet6", "    {} ");
    printer.string("local", address.local.address.toString(), "{}");
    if (address.peer)
        printer.string("address", end.address.toString(), " peer {}");
    printer.number("prefixlen", end.length, "/{} ");
    if (address.metric != 0)
        printer.number("metric", address.metric, "metric {} ");
    if (brief)
        return;
    if (address.broadcast)
        printer.string("broadcast", address.broadcast->toString(), "brd {} ");
    printer.string("scope", scopeName(address.scope), "scope {} ");
    if (address.secondary)
        printer.flag("secondary", "secondary ");
    if (address.noDad)
        printer.flag("nodad", "nodad ");
    if (address.dadFailed)
        printer.flag("dadfailed", "dadfailed ");
    if (address.deprecated)
        printer.flag("deprecated", "deprecated ");
    if (address.tentative)
        printer.flag("tentative", "tentative ");
    if (address.dynamic)
        printer.flag("dynamic", "dynamic ");
    if (address.managesTemporary)
        printer.flag("mngtmpaddr", "mngtmpaddr ");
    if (address.noPrefixRoute)
        printer.flag("noprefixroute", "noprefixroute ");
    if (v4)
        printer.string("label", labelOf(link, address), "{}");
    // A deprecated address of IPv4 is said to be preferred for ever.
    const std::uint32_t preferred = v4 || !address.deprecated ? address.preferredSeconds : 0;
    const auto time = [](std::uint32_t seconds) {
        return seconds == endless ? std::string("forever") : fmt::format("{}sec", seconds);
    };
    printer.text(fmt::format("{}       valid_lft {} preferred_lft {}\n", call.options.lineEnd(),
                             time(address.validSeconds), time(preferred)));
    if (printer.isJson()) {
        printer.number("valid_life_time", address.validSeconds, {});
        printer.number("preferred_life_time", preferred, {});
    }
}

} // namespace netdraft::model::command
