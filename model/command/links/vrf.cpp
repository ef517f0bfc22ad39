#include "model/command/links/link_types.h"
#include "model/command/route_words.h"

#include <fmt/format.h>

namespace netdraft::model::command {

NewLink readVrf(KindCall &words)
{
    VrfWords vrf;
    Arguments &arguments = words.arguments;
    while (arguments.more()) {
        if (arguments.matches("table")) {
            const std::string word = arguments.next();
            const auto table = readNumber(word);
            if (!table)
                arguments.wrong(word, "invalid table ID\n");
            vrf.table = table.value_or(0);
        } else if (abbreviates(arguments.peek(), "help")) {
            arguments.refuse(complaint(1, "Usage: ... vrf table TABLEID"));
        } else {
            arguments.refuse(complaint(
                1, fmt::format("vrf: unknown option \"{}\"?\nUsage: ... vrf table TABLEID", arguments.next())));
        }
    }
    if (vrf.table == 0)
        arguments.refuse(complaint(2, "Error: VRF table id is missing."));
    return vrf;
}

void printKind(Printer &printer, const IpCall &, const Link &, const Vrf &vrf)
{
    printer.number("table", vrf.table, "table {} ");
}

} // namespace netdraft::model::command
