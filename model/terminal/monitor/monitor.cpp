#include "model/terminal/monitor/monitor.h"

#include <fmt/format.h>

namespace netdraft::model::terminal {

namespace {

struct ObjectRow {
    std::string_view keyword;
    bool Watched::*watched; ///< null: what nothing here is told of
};

/// In the order in which ipmonitor.c looks for an abbreviation.
constexpr ObjectRow objectRows[] = {
    {"link", &Watched::links},
    {"address", &Watched::addresses},
    {"route", &Watched::routes},
    {"mroute", nullptr},
    {"prefix", nullptr},
    {"neigh", &Watched::neighbours},
    {"netconf", &Watched::settings},
    {"rule", &Watched::rules},
    {"nsid", nullptr},
    {"nexthop", &Watched::nexthops},
    {"stats", nullptr},
};

void watchEverything(Watched &watched)
{
    for (const ObjectRow &row : objectRows)
        if (row.watched)
            watched.*row.watched = true;
}

const ObjectRow *rowOf(std::string_view word)
{
    for (const ObjectRow &row : objectRows)
        if (command::abbreviates(word, row.keyword))
            return &row;
    return nullptr;
}

} // namespace

std::variant<Monitor, Reply> monitor(const command::IpCall &call, std::span<const std::string> words)
{
    Monitor monitor{call.netns.id, {}, call.network, false};
    Watched &watched = monitor.watched;
    watched.options = call.options;
    if (call.options.brief || call.options.timestamps)
        return notSimulated(call.options.brief ? "ip -br monitor" : "ip -t monitor");
    command::Arguments arguments(words);
    bool chosen = false;
    while (arguments.more()) {
        if (arguments.is("file"))
            return notSimulated("ip monitor file");
        if (arguments.is("dev")) {
            if (const Link *link = arguments.device(call.netns))
                watched.dev = link->id;
        } else if (arguments.matches("label")) {
            watched.labels = true;
        } else if (const ObjectRow *row = rowOf(arguments.peek())) {
            arguments.next();
            chosen = true;
            if (row->watched)
                watched.*row->watched = true;
        } else if (arguments.matches("all")) {
            watched.labels = true;
        } else if (arguments.matches("all-nsid")) {
            return notSimulated("ip monitor all-nsid");
        } else if (command::abbreviates(arguments.peek(), "help")) {
            return command::usage("ip monitor");
        } else {
            return command::complaint(
                255, fmt::format("Argument \"{}\" is unknown, try \"ip monitor help\".", arguments.next()));
        }
    }
    if (arguments.refused())
        return arguments.refusal();
    if (!chosen)
        watchEverything(watched);
    return monitor;
}

std::string watch(Monitor &monitor, const Network &now)
{
    const Network before = std::exchange(monitor.seen, now);
    if (difference(before, now).empty())
        return {};
    return messages(monitor.watched, before, now, monitor.netns);
}

} // namespace netdraft::model::terminal
