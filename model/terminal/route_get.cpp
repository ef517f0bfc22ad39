#include "model/command/link_filter.h"
#include "model/command/print_route.h"
#include "model/command/route_words.h"
#include "model/command/rule_words.h"
#include "model/forwarding/flow.h"
#include "model/terminal/tools.h"

#include <fmt/format.h>

#include <algorithm>

namespace netdraft::model::terminal {

namespace {

using command::IpCall;
using command::Printer;

struct Question {
    IpAddress to;
    std::optional<IpAddress> from;
    const Link *in = nullptr;
    const Link *out = nullptr;
    std::uint32_t mark = 0;
    std::uint8_t protocol = 0;
    std::uint16_t sourcePort = 0;
    std::uint16_t destinationPort = 0;
    std::string warning;
};

Question readQuestion(const IpCall &call, command::Arguments &arguments)
{
    Question question;
    std::optional<Family> family = call.options.family;
    bool haveTo = false;
    while (arguments.more()) {
        if (arguments.is("from")) {
            arguments.is("from");
            question.from = arguments.prefix(family).address;
            family = question.from->family();
        } else if (arguments.is("iif")) {
            question.in = arguments.device(call.netns);
        } else if (arguments.is("oif") || arguments.is("dev")) {
            question.out = arguments.device(call.netns);
        } else if (arguments.is("mark")) {
            question.mark = arguments.number("mark value is invalid\n");
        } else if (arguments.is("ipproto")) {
            const std::string word = arguments.next();
            const auto protocol = command::readIpProtocol(word);
            if (!protocol)
                arguments.wrong(word, "Invalid \"ipproto\" value\n");
            question.protocol = protocol.value_or(0);
        } else if (arguments.is("sport")) {
            question.sourcePort = command::readPorts(arguments, "invalid sport\n").first;
        } else if (arguments.is("dport")) {
            question.destinationPort = command::readPorts(arguments, "invalid dport\n").first;
        } else if (arguments.is("tos") || arguments.matches("dsfield") || arguments.is("vrf") || arguments.is("uid") ||
                   arguments.is("connected") || arguments.is("fibmatch")) {
            arguments.refuse(notSimulated("this word of ip route get"));
        } else {
            arguments.is("to");
            const InterfaceAddress to = arguments.prefix(family);
            const int longest = addressBits(to.address.family());
            if (to.length != longest)
                question.warning = fmt::format("Warning: /{} as prefix is invalid, only /{} (or none) is supported.\n",
                                               to.length, longest);
            question.to = to.address;
            family = to.address.family();
            haveTo = true;
        }
    }
    if (!arguments.refused() && !haveTo)
        arguments.refuse(command::complaint(1, "need at least a destination address"));
    return question;
}

Reply unreachable(Cause cause)
{
    return command::complaint(2, fmt::format("RTNETLINK answers: {}", lookupError(cause)));
}

Flow flowOf(const Question &question, const DataPlane &plane)
{
    Flow flow;
    flow.destination = question.to;
    flow.source = question.from;
    if (question.in)
        flow.in = plane.index(question.in->id);
    if (question.out && !question.in)
        flow.out = plane.index(question.out->id);
    flow.mark = question.mark;
    constexpr std::uint8_t udp = 17;
    flow.protocol = question.protocol == 0 && question.to.isV4() ? udp : question.protocol; // inet_rtm_getroute
    flow.sourcePort = question.sourcePort;
    flow.destinationPort = question.destinationPort;
    return flow;
}

struct Found {
    Choice choice;
    const Link *out = nullptr; ///< the link printed: `lo` for what is delivered here
    std::optional<IpAddress> source;
    bool redirect = false;
};

/// Whether the way is by a gateway, be it the destination itself, and not just by a link (rt_set_nexthop).
bool hasGateway(const Choice &choice, LinkId out)
{
    return choice.route && std::ranges::any_of(choice.route->hops, [&](const NextHop &hop) {
               return hop.dev == out && hop.via == choice.nextHop && hop.scope != Scope::Host;
           });
}

void printStart(Printer &printer, const IpCall &call, const Question &question, const Found &found)
{
    const Action action = found.choice.action;
    const RouteType type = found.choice.route ? found.choice.route->type : RouteType::Unicast;
    if (type != RouteType::Unicast || call.options.details)
        printer.string("type", action == Action::Local && question.to.isV4() ? "local" : command::routeTypeName(type),
                       "{} ");
    printer.string("dst", question.to.toString(), "{} ");
    if (question.from)
        printer.string("from", question.from->toString(), "from {} ");
    else if (!question.to.isV4())
        printer.string("from", "::", "from {} ");
    if (action == Action::Forward && hasGateway(found.choice, found.out->id))
        printer.string("gateway", found.choice.nextHop.toString(), "via {} ");
    printer.string("dev", found.out->name, "dev {} ");
}

void printV4(Printer &printer, const IpCall &call, const Question &question, const Found &found)
{
    const Action action = found.choice.action;
    std::uint32_t table = found.choice.route ? found.choice.route->table : table::unspecified;
    if (table == table::local && !call.netns.unmerged4)
        table = table::main; // both are one
    if ((table != table::main && table != table::unspecified) || call.options.details)
        printer.string("table", command::tableName(table), "table {} ");
    if (!question.from && found.source)
        printer.string("prefsrc", found.source->toString(), "src {} ");
    if (question.mark != 0)
        printer.number("mark", question.mark,
                       question.mark >= 16 ? fmt::format("mark {:#x} ", question.mark) : "mark {} ");
    printer.openArray("flags");
    printer.closeArray();
    if (!question.in)
        printer.number("uid", 0, "uid {} ");
    printer.text(fmt::format("{}    cache ", call.options.lineEnd()));
    printer.openArray("cache");
    if (action == Action::Local || (!question.in && action == Action::Forward && found.out->isLoopback()))
        printer.element("local", "<{}> ");
    else if (action == Action::Broadcast && printer.isJson()) {
        printer.element("local", {});
        printer.element("brd", {});
    } else if (action == Action::Broadcast)
        printer.text("<local,brd> ");
    else if (found.redirect)
        printer.element("redirect", "<{}> ");
    printer.closeArray();
    if (found.choice.route && found.choice.route->mtu != 0 && action == Action::Forward) {
        printer.openArray("metrics");
        printer.openObject();
        printer.number("mtu", found.choice.route->mtu, "mtu {} ");
        printer.closeObject();
        printer.closeArray();
    }
    if (question.in)
        printer.string("iif", question.in->name, "iif {} ");
}

void printV6(Printer &printer, const IpCall &call, const Question &question, const Found &found)
{
    const Route &route = *found.choice.route;
    if (route.table != table::main || call.options.details)
        printer.string("table", command::tableName(route.table), "table {} ");
    if (route.protocol != protocol::boot || call.options.details)
        printer.string("protocol", command::protocolName(route.protocol), "proto {} ");
    if (call.options.details)
        printer.string("scope", "global", "scope {} ");
    if (found.source)
        printer.string("prefsrc", found.source->toString(), "src {} ");
    printer.number("metric", route.metric, "metric {} ");
    printer.openArray("flags");
    printer.closeArray();
    command::printMetrics(printer, route);
    if (question.in)
        printer.string("iif", question.in->name, "iif {} ");
    printer.string("pref", preferenceName(route.preference), "pref {}");
}

} // namespace

std::string_view lookupError(Cause cause)
{
    switch (cause) {
    case Cause::Blackhole: return "Invalid argument";
    case Cause::Unreachable: return "No route to host";
    case Cause::Prohibit: return "Permission denied";
    case Cause::NoSource: return "Cannot assign requested address";
    default: return "Network is unreachable";
    }
}

Reply routeGet(const IpCall &call, std::span<const std::string> words)
{
    command::Arguments arguments(words);
    const Question question = readQuestion(call, arguments);
    if (arguments.refused())
        return arguments.refusal();
    const bool v4 = question.to.isV4();
    if (question.in && !question.from)
        return notSimulated("ip route get iif without from");
    const DataPlane plane(call.network);
    const NodeIndex node = plane.index(call.netns.id);
    if (question.from && !question.in && !hasAddress(call.netns, *question.from))
        return unreachable(v4 ? Cause::NoRoute : Cause::NoSource);
    Found found;
    const Flow flow = flowOf(question, plane);
    const Decision decision = chooseRoute(plane, node, flow);
    found.choice = decision.choice;
    const Action action = found.choice.action;
    if (question.in) {
        const Admission admission = admit(plane, node, flow, found.choice);
        const bool shown = action == Action::Forward && admission.cause == Cause::NoRoute; // whatever it turns away
        if (admission.cause != Cause::None && !shown)
            return unreachable(admission.cause == Cause::NotForwarding ? (v4 ? Cause::Unreachable : Cause::NoRoute)
                               : admission.cause == Cause::Martian || admission.cause == Cause::ReversePath
                                   ? Cause::Blackhole
                                   : admission.cause);
        found.redirect = admission.redirect;
    }
    if (action == Action::Fail)
        return unreachable(found.choice.cause);
    if (action == Action::Forward)
        found.out = plane.links()[found.choice.out].link;
    else if (action == Action::Broadcast && !question.in && !found.choice.route->hops.empty())
        found.out = call.netns.find(found.choice.route->hops.front().dev);
    if (!found.out)
        found.out = &call.netns.loopback();
    if (question.out && question.in && question.out != found.out)
        return notSimulated("ip route get by another link than the table's");
    if (!question.in)
        found.source = chooseSource(plane, node, found.choice, question.to);

    Printer printer(call.options.form());
    printer.openArray();
    printer.openObject();
    printStart(printer, call, question, found);
    (v4 ? printV4 : printV6)(printer, call, question, found);
    printer.text("\n");
    printer.closeObject();
    printer.closeArray();
    Reply reply = command::printed(std::move(printer));
    reply.err = question.warning;
    if (!decision.ways.empty())
        reply.err += "netdraft: which of the next hops it is, a hash decides\n";
    return reply;
}

} // namespace netdraft::model::terminal
