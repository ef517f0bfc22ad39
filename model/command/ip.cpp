#include "model/command/ip.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>

namespace netdraft::model::command {

namespace {

using Object = Response (*)(const IpCall &, std::span<const std::string>);

struct ObjectRow {
    std::string_view keyword;
    Object run; ///< null: iproute2 has it, Netdraft does not
};

/// In the order in which iproute2 looks for an abbreviation.
constexpr std::array objects{
    ObjectRow{"address", ipAddress},     ObjectRow{"addrlabel", nullptr}, ObjectRow{"maddress", ipMaddress},
    ObjectRow{"route", ipRoute},         ObjectRow{"rule", ipRule},       ObjectRow{"neighbor", ipNeighbour},
    ObjectRow{"neighbour", ipNeighbour}, ObjectRow{"ntable", nullptr},    ObjectRow{"ntbl", nullptr},
    ObjectRow{"link", ipLink},           ObjectRow{"l2tp", nullptr},      ObjectRow{"fou", nullptr},
    ObjectRow{"ila", nullptr},           ObjectRow{"macsec", nullptr},    ObjectRow{"tunnel", nullptr},
    ObjectRow{"tuntap", nullptr},        ObjectRow{"tap", nullptr},       ObjectRow{"token", nullptr},
    ObjectRow{"tcpmetrics", nullptr},    ObjectRow{"monitor", ipMonitor}, ObjectRow{"xfrm", nullptr},
    ObjectRow{"mroute", nullptr},        ObjectRow{"mrule", nullptr},     ObjectRow{"netns", ipNetns},
    ObjectRow{"netconf", nullptr},       ObjectRow{"vrf", nullptr},       ObjectRow{"sr", nullptr},
    ObjectRow{"nexthop", ipNexthop},     ObjectRow{"mptcp", nullptr},     ObjectRow{"ioam", nullptr},
};

/// Sets what one option says; false when there is no such option. `name` has lost its first hyphen.
bool takeOption(IpOptions &options, std::string_view name, Arguments &arguments)
{
    if (name == "4") {
        options.family = Family::Ipv4;
    } else if (name == "6") {
        options.family = Family::Ipv6;
    } else if (name == "0") {
        options.packet = true;
    } else if (abbreviates(name, "family")) {
        const std::string word = arguments.next();
        options.packet = word == "link";
        if (word == "inet")
            options.family = Family::Ipv4;
        else if (word == "inet6")
            options.family = Family::Ipv6;
        else if (word != "link")
            arguments.wrong(word, "invalid protocol family");
    } else if (abbreviates(name, "stats") || abbreviates(name, "statistics")) {
        ++options.statistics;
    } else if (abbreviates(name, "details")) {
        options.details = true;
    } else if (abbreviates(name, "oneline")) {
        options.oneline = true;
    } else if (abbreviates(name, "brief")) {
        options.brief = true;
    } else if (abbreviates(name, "json")) {
        options.json = true;
    } else if (abbreviates(name, "pretty")) {
        options.pretty = true;
    } else if (name == "Numeric" || name == "N") {
        options.numeric = true;
    } else if (abbreviates(name, "timestamp") || name == "tshort" || name == "ts") {
        options.timestamps = true;
    } else {
        // Names are never resolved, and colours never printed, for the output is no terminal's.
        return abbreviates(name, "resolve") || abbreviates(name, "human-readable") || name == "iec" ||
               abbreviates(name, "color") || abbreviates(name, "loops");
    }
    return true;
}

} // namespace

Reply unknownCommand(std::string_view word, std::string_view object)
{
    return complaint(255, fmt::format("Command \"{}\" is unknown, try \"{} help\".", word, object));
}

Reply noSuchNetns(std::string_view name)
{
    return complaint(255, fmt::format("Cannot open network namespace \"{}\": No such file or directory", name));
}

const Netns *netnsNamed(const Network &network, std::string_view name)
{
    const Netns *netns = network.find(name);
    if (netns && netns->id != hostNetns)
        return netns;
    return name == "1" ? network.find(hostNetns) : nullptr;
}

Reply printed(Printer &&printer)
{
    const bool json = printer.isJson();
    return {0, json ? printer.take() + '\n' : printer.take(), {}};
}

std::variant<IpRequest, Reply> readIp(const Network &network, const Netns &netns, std::span<const std::string> words)
{
    Arguments arguments(words);
    IpOptions options;
    const Netns *place = &netns;
    while (arguments.more() && arguments.peek().starts_with('-')) {
        const std::string word = arguments.next();
        if (word == "--")
            break;
        const std::string_view name = std::string_view(word).substr(word.starts_with("--") ? 2 : 1);
        if (abbreviates(name, "Version"))
            return Reply{0, "ip utility, iproute2-6.1.0, libbpf 1.1.2\n", {}};
        if (name == "h" || abbreviates(name, "help"))
            return usage("ip");
        if (name == "all" || name == "a" || abbreviates(name, "batch") ||
            (name.size() > 1 && abbreviates(name, "force")))
            return notSimulated("ip " + word);
        if (abbreviates(name, "netns")) {
            const std::string other = arguments.more() ? arguments.next() : "(null)";
            const Netns *found = network.find(std::string_view(other));
            if (!found || found->id == hostNetns)
                return noSuchNetns(other);
            place = found;
        } else if (!takeOption(options, name, arguments)) {
            return complaint(255, fmt::format("Option \"{}\" is unknown, try \"ip -help\".", word));
        }
    }
    if (arguments.refused())
        return arguments.refusal();
    if (!arguments.more() || abbreviates(arguments.peek(), "help"))
        return usage("ip");
    const std::string object = arguments.next();
    for (const ObjectRow &row : objects) {
        if (!abbreviates(object, row.keyword))
            continue;
        if (!row.run)
            return notSimulated(fmt::format("ip {}", row.keyword));
        return IpRequest{{network, *place, options}, row.keyword, arguments.rest()};
    }
    return complaint(1, fmt::format("Object \"{}\" is unknown, try \"ip help\".", object));
}

Response ipMonitor(const IpCall &, std::span<const std::string>)
{
    return notSimulated("ip monitor outside of a terminal of the window");
}

Response ip(const Network &network, const Netns &netns, std::span<const std::string> words)
{
    const auto read = readIp(network, netns, words);
    if (const auto *reply = std::get_if<Reply>(&read))
        return *reply;
    const auto &request = std::get<IpRequest>(read);
    const auto row = std::ranges::find(objects, request.object, &ObjectRow::keyword);
    return row->run(request.call, request.words);
}

} // namespace netdraft::model::command
