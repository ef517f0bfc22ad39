#include "model/command/links/link_types.h"

#include <fmt/format.h>

namespace netdraft::model::command {

namespace {

constexpr std::string_view ipvlanUsage = "Usage: ... ipvlan [ mode MODE ] [ FLAGS ]\n"
                                         "\n"
                                         "MODE: l3 | l3s | l2\n"
                                         "FLAGS: bridge | private | vepa\n"
                                         "(first values are the defaults if nothing is specified).";

IpvlanChange readIpvlanWords(KindCall &words)
{
    IpvlanChange given;
    Arguments &arguments = words.arguments;
    while (arguments.more()) {
        if (arguments.matches("mode")) {
            const std::string word = arguments.next();
            given.mode = wordIn<IpvlanMode>(ipvlanModes, word);
            if (!given.mode)
                arguments.refuse(complaint(1, "Error: argument of \"mode\" must be either \"l2\", \"l3\" or \"l3s\""));
        } else {
            const std::string word = arguments.next();
            const auto flag = wordIn<IpvlanFlag>(ipvlanFlags, word);
            if (abbreviates(word, "help"))
                arguments.refuse(complaint(1, ipvlanUsage));
            else if (!flag)
                arguments.refuse(complaint(1, fmt::format("ipvlan: unknown option \"{}\"?\n{}", word, ipvlanUsage)));
            given.flag = flag;
        }
    }
    return given;
}

} // namespace

NewLink readIpvlan(KindCall &words)
{
    const IpvlanChange given = readIpvlanWords(words);
    return IpvlanWords{words.parent, given.mode.value_or(IpvlanMode::L3), given.flag.value_or(IpvlanFlag::Bridge)};
}

LinkChange readIpvlanChange(KindCall &words)
{
    return readIpvlanWords(words);
}

void printKind(Printer &printer, const IpCall &, const Link &, const Ipvlan &ipvlan)
{
    printer.string("mode", wordOf(ipvlanModes, ipvlan.mode), " mode {} ");
    printer.string("mode_flag", wordOf(ipvlanFlags, ipvlan.flag), "{} ");
}

} // namespace netdraft::model::command
