#include "model/command/tc/tc.h"

#include "model/command/arguments.h"
#include "model/command/ip.h"
#include "model/command/tc/qdisc_text.h"
#include "model/command/tc/qdisc_words.h"

#include <fmt/format.h>

namespace netdraft::model::command {

namespace {

Reply unknownDevice(std::string_view name)
{
    return complaint(1, fmt::format("Cannot find device \"{}\"", name));
}

/// What stands between `add`, `change`, `replace` or `del` and the options of a kind.
struct QdiscCall {
    std::string dev;
    std::uint16_t handle = 0;
    bool root = false;
    std::string kind;
    std::span<const std::string> options;
};

void readPlace(Arguments &arguments, QdiscCall &call)
{
    while (arguments.more()) {
        if (arguments.is("dev")) {
            const std::string word = arguments.next();
            if (!call.dev.empty())
                arguments.duplicate("dev", word);
            call.dev = word;
        } else if (arguments.is("handle")) {
            const std::string word = arguments.next();
            const auto handle = readHandle(word);
            if (!handle && !arguments.refused())
                arguments.wrong(word, "invalid qdisc ID");
            call.handle = handle.value_or(0);
        } else if (arguments.is("root")) {
            if (call.root)
                arguments.refuse(complaint(255, "Error: \"root\" is duplicate parent ID"));
            call.root = true;
        } else if (abbreviates(arguments.peek(), "help")) {
            arguments.refuse(usage("tc qdisc"));
        } else {
            const std::string word = arguments.next();
            for (const std::string_view other :
                 {"clsact", "ingress", "parent", "estimator", "stab", "ingress_block", "egress_block"}) {
                if (word == other)
                    return arguments.refuse(notSimulated(fmt::format("tc qdisc {}", other)));
            }
            call.kind = word;
            call.options = arguments.rest();
            return;
        }
    }
}

/// Takes the device and the place as the kernel does, before it looks at what is wanted.
std::optional<Reply> refusedPlace(const Netns &netns, const QdiscCall &call, std::string_view withoutRoot)
{
    if (call.dev.empty())
        return complaint(2, "RTNETLINK answers: No such device");
    if (!netns.find(std::string_view(call.dev)))
        return unknownDevice(call.dev);
    if (!call.root && call.handle != 0)
        return notSimulated("tc qdisc without root");
    if (!call.root)
        return complaint(2, fmt::format("Error: {}", withoutRoot));
    return std::nullopt;
}

/// A call that names no kind, and so can only be about what is there; it changes nothing of that (tc_modify_qdisc).
Reply withoutKind(const std::optional<Qdisc> &old, AddMode mode, std::uint16_t handle)
{
    if (old && (handle == 0 || handle == old->handle))
        return mode == AddMode::Add ? complaint(2, "Error: Exclusivity flag on, cannot modify.") : Reply{};
    if (old && mode != AddMode::Replace)
        return complaint(2, "Error: NLM_F_REPLACE needed to override.");
    return complaint(2, mode == AddMode::Change ? "Error: Qdisc not found. To create specify NLM_F_CREATE flag."
                                                : "Error: Specified qdisc kind is unknown.");
}

Response setQdisc(const Netns &netns, AddMode mode, std::span<const std::string> words)
{
    Arguments arguments(words);
    QdiscCall call;
    readPlace(arguments, call);
    if (arguments.refused())
        return arguments.refusal();
    const bool known = call.kind == "netem" || call.kind == "tbf";
    if (!call.kind.empty() && !known)
        return notSimulated(fmt::format("the qdisc {}", call.kind));
    if (!known) {
        if (auto refused = refusedPlace(netns, call, "Handle cannot be zero."))
            return *refused;
        return withoutKind(netns.find(std::string_view(call.dev))->qdisc, mode, call.handle);
    }
    auto read = readQdiscWords(call.kind, call.options);
    if (const auto *said = std::get_if<Reply>(&read))
        return *said;
    if (auto refused = refusedPlace(netns, call, "Handle cannot be zero."))
        return *refused;
    QdiscWords &wanted = std::get<QdiscWords>(read);
    wanted.qdisc.handle = call.handle;
    return Edit(SetQdisc{{netns.name, call.dev}, wanted.qdisc, mode, wanted.rateGiven});
}

Response removeQdisc(const Netns &netns, std::span<const std::string> words)
{
    Arguments arguments(words);
    QdiscCall call;
    readPlace(arguments, call);
    if (arguments.refused())
        return arguments.refusal();
    if (call.kind == "netem" || call.kind == "tbf") {
        auto read = readQdiscWords(call.kind, call.options);
        if (const auto *said = std::get_if<Reply>(&read))
            return *said;
    } else if (!call.options.empty()) {
        return notSimulated(fmt::format("the qdisc {}", call.kind));
    }
    if (auto refused = refusedPlace(netns, call, "Failed to find qdisc with specified handle."))
        return *refused;
    return Edit(RemoveQdisc{{netns.name, call.dev}, call.handle, call.kind});
}

Response showQdiscs(const Netns &netns, bool statistics, std::span<const std::string> words)
{
    Arguments arguments(words);
    std::string dev;
    std::optional<std::uint16_t> handle;
    while (arguments.more()) {
        if (arguments.is("dev")) {
            dev = arguments.next();
        } else if (arguments.is("root")) {
            // All that are shown are.
        } else if (arguments.matches("handle")) {
            const std::string word = arguments.next();
            handle = readHandle(word);
            if (!handle && !arguments.refused())
                arguments.wrong(word, "invalid handle ID");
        } else if (abbreviates(arguments.peek(), "help")) {
            return usage("tc qdisc");
        } else {
            const std::string word = arguments.next();
            if (word == "ingress" || word == "clsact" || word == "parent" || word == "invisible")
                return notSimulated(fmt::format("tc qdisc show {}", word));
            return complaint(255, fmt::format("What is \"{}\"? Try \"tc qdisc help\".", word));
        }
    }
    if (arguments.refused())
        return arguments.refusal();
    if (!dev.empty() && !netns.find(std::string_view(dev)))
        return unknownDevice(dev);
    std::string out;
    for (const Link &link : netns.links) {
        const std::uint16_t own = link.qdisc ? link.qdisc->handle : 0;
        if ((dev.empty() || link.name == dev) && own == handle.value_or(own))
            out += qdiscText(link, dev.empty(), statistics);
    }
    return Reply{0, std::move(out), {}};
}

Response qdisc(const Netns &netns, bool statistics, std::span<const std::string> words)
{
    if (words.empty())
        return showQdiscs(netns, statistics, words);
    const std::string &command = words.front();
    const auto rest = words.subspan(1);
    if (abbreviates(command, "add"))
        return setQdisc(netns, AddMode::Add, rest);
    if (abbreviates(command, "change"))
        return setQdisc(netns, AddMode::Change, rest);
    if (abbreviates(command, "replace"))
        return setQdisc(netns, AddMode::Replace, rest);
    if (command == "link")
        return notSimulated("tc qdisc link");
    if (abbreviates(command, "delete"))
        return removeQdisc(netns, rest);
    if (abbreviates(command, "list") || abbreviates(command, "show") || abbreviates(command, "lst"))
        return showQdiscs(netns, statistics, rest);
    if (abbreviates(command, "help")) {
        Reply said = usage("tc qdisc");
        said.status = 0;
        return said;
    }
    return unknownCommand(command, "tc qdisc");
}

} // namespace

Response tc(const Network &network, const Netns &netns, std::span<const std::string> words)
{
    Arguments arguments(words);
    const Netns *place = &netns;
    bool statistics = false;
    while (arguments.more() && arguments.peek().starts_with('-')) {
        const std::string word = arguments.next();
        if (abbreviates(word, "-stats") || abbreviates(word, "-statistics")) {
            statistics = true;
        } else if (abbreviates(word, "-Version")) {
            return Reply{0, "tc utility, iproute2-6.1.0, libbpf 1.1.2\n", {}};
        } else if (abbreviates(word, "-help")) {
            return usage("tc");
        } else if (abbreviates(word, "-netns")) {
            const std::string name = arguments.next();
            const Netns *found = network.find(std::string_view(name));
            if (!arguments.refused() && (!found || found->id == hostNetns))
                return noSuchNetns(name);
            place = found ? found : place;
        } else if (!abbreviates(word, "-Numeric") && !abbreviates(word, "-force") && !word.starts_with("-c")) {
            return notSimulated("tc " + word);
        }
    }
    if (arguments.refused())
        return arguments.refusal();
    if (!arguments.more() || abbreviates(arguments.peek(), "help"))
        return usage("tc");
    const std::string object = arguments.next();
    if (abbreviates(object, "qdisc"))
        return qdisc(*place, statistics, arguments.rest());
    for (const std::string_view other : {"class", "filter", "chain", "actions", "monitor", "exec"}) {
        if (abbreviates(object, other))
            return notSimulated(fmt::format("tc {}", other));
    }
    return complaint(255, fmt::format("Object \"{}\" is unknown, try \"tc help\".", object));
}

} // namespace netdraft::model::command
