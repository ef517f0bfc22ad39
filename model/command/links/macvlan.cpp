#include "model/command/links/link_types.h"

#include <fmt/format.h>

namespace netdraft::model::command {

namespace {

constexpr std::string_view macvlanUsage =
    "Usage: ... macvlan mode MODE [flag MODE_FLAG] MODE_OPTS [bcqueuelen BC_QUEUE_LEN]\n"
    "\n"
    "MODE: private | vepa | bridge | passthru | source\n"
    "MODE_FLAG: null | nopromisc | nodst\n"
    "MODE_OPTS: for mode \"source\":\n"
    "\tmacaddr { { add | del } <macaddr> | set [ <macaddr> [ <macaddr>  ... ] ] | flush }\n"
    "BC_QUEUE_LEN: Length of the rx queue for broadcast/multicast: [0-4294967295]";

std::optional<MacvlanMode> readMode(KindCall &words)
{
    std::optional<MacvlanMode> mode;
    Arguments &arguments = words.arguments;
    while (arguments.more()) {
        if (arguments.matches("mode")) {
            const std::string word = arguments.next();
            mode = wordIn<MacvlanMode>(macvlanModes, word);
            if (word == "source")
                arguments.refuse(notSimulated("macvlan mode source"));
            else if (!mode)
                arguments.refuse(complaint(1, fmt::format("Error: argument of \"mode\" must be \"private\", \"vepa\", "
                                                          "\"bridge\", \"passthru\" or \"source\", not \"{}\"",
                                                          word)));
        } else if (abbreviates(arguments.peek(), "help")) {
            arguments.refuse(complaint(1, macvlanUsage));
        } else {
            const std::string word = arguments.next();
            for (const char *known : {"flag", "macaddr", "bcqueuelen", "nopromisc"})
                if (word == known)
                    arguments.refuse(notSimulated(fmt::format("macvlan {}", known)));
            arguments.refuse(complaint(1, fmt::format("macvlan: unknown option \"{}\"?\n{}", word, macvlanUsage)));
        }
    }
    return mode;
}

} // namespace

NewLink readMacvlan(KindCall &words)
{
    return MacvlanWords{words.parent, readMode(words).value_or(MacvlanMode::Vepa)};
}

LinkChange readMacvlanChange(KindCall &words)
{
    const auto mode = readMode(words);
    if (!mode)
        words.arguments.refuse(notSimulated("ip link set type macvlan without a mode"));
    return MacvlanChange{mode.value_or(MacvlanMode::Vepa)};
}

void printKind(Printer &printer, const IpCall &, const Link &, const Macvlan &macvlan)
{
    printer.string("mode", wordOf(macvlanModes, macvlan.mode), "mode {} ");
    printer.number("bcqueuelen", 1000, "bcqueuelen {} ");
    printer.number("usedbcqueuelen", 1000, "usedbcqueuelen {} ");
}

} // namespace netdraft::model::command
