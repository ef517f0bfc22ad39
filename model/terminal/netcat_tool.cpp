#include "model/command/services.h"
#include "model/reachability/probe.h"
#include "model/terminal/name_lookup.h"
#include "model/terminal/server_talk.h"
#include "model/terminal/tools.h"

#include <fmt/format.h>

#include <algorithm>

namespace netdraft::model::terminal {

namespace {

using command::NetcatCall;

struct PortRange {
    std::uint16_t first = 0;
    std::uint16_t last = 0;
};

/// A number, a name, or `80-90`.
std::optional<PortRange> portsOf(const NetcatCall &call)
{
    const auto number = [](std::string_view text) -> std::optional<std::uint16_t> {
        const auto value = command::readNumber(text);
        if (!value || *value == 0 || *value > 65535)
            return std::nullopt;
        return static_cast<std::uint16_t>(*value);
    };
    const std::size_t dash = call.port.find('-');
    if (dash != std::string::npos && dash > 0) {
        const auto first = number(std::string_view(call.port).substr(0, dash));
        const auto last = number(std::string_view(call.port).substr(dash + 1));
        if (first && last)
            return PortRange{std::min(*first, *last), std::max(*first, *last)};
    }
    auto one = number(call.port);
    if (!one)
        one = command::portOfService(call.port, call.udp ? Transport::Udp : Transport::Tcp);
    return one ? std::optional(PortRange{*one, *one}) : std::nullopt;
}

/// Whether connect(2) itself fails: nothing of the probe has left.
bool failsAtOnce(const Probe &probe)
{
    switch (probe.request.cause) {
    case Cause::NoRoute:
    case Cause::Blackhole:
    case Cause::Unreachable:
    case Cause::Prohibit:
    case Cause::NoSource:
    case Cause::BroadcastTarget: return probe.request.hops.size() == 1 && probe.outcome != SocketError::TimedOut;
    default: return false;
    }
}

/// Whether nc has given up before it could hear what became of its probe.
bool isTooLate(const NetcatCall &call, const Probe &probe)
{
    if (!call.patience || probe.outcome == SocketError::None)
        return false;
    const auto askedFor = [](const Leg &leg) {
        return leg.cause == Cause::NoNeighbour || leg.cause == Cause::NoCarrier;
    };
    const bool waits = askedFor(probe.request) || probe.outcome == SocketError::TimedOut;
    return waits && (*call.patience * 1000 < resolutionTime || probe.outcome == SocketError::TimedOut);
}

/// What nc -v says of one port.
std::string words(const NetcatCall &call, const Probe &probe)
{
    const std::string_view transport = transportName(probe.transport);
    const std::string address = probe.to.toString();
    const std::string host = IpAddress::parse(call.host) ? call.host : fmt::format("{} ({})", call.host, address);
    const std::string failed = fmt::format("nc: connect to {} port {} ({})", host, probe.port, transport);
    const bool udp = probe.transport == Transport::Udp;
    if (udp ? probe.outcome == SocketError::TimedOut || probe.reachable : probe.reachable) {
        const std::string_view service =
            call.numeric ? std::string_view() : command::serviceOfPort(probe.port, probe.transport);
        return fmt::format("Connection to {} {} port [{}/{}] succeeded!\n", host, probe.port, transport,
                           service.empty() ? "*" : service);
    }
    if (udp && !failsAtOnce(probe))
        return {};
    if (isTooLate(call, probe))
        return failed + " timed out: Operation now in progress\n";
    return fmt::format("{} failed: {}\n", failed, errorText(probe.outcome));
}

/// What nc hears, and whether the other end has closed.
struct NetcatHeard {
    std::string text;
    bool isAll = false;
};

/// What nc sends of its input, and when it has done with it; with -z nothing.
simulation::Simulation::Conversation talkOf(const NetcatCall &call, std::string_view input, NetcatHeard &heard)
{
    using Then = simulation::Saying::Then;
    constexpr std::size_t once = 16'384;    // that it reads, and writes
    constexpr simulation::Time until = 200; // till it has read the end
    std::vector<std::string> writes;
    for (; !call.scans && !input.empty(); input.remove_prefix(std::min(once, input.size())))
        writes.emplace_back(input.substr(0, once));
    const bool leaves = call.scans || call.quits == 0;
    const Then then = leaves ? Then::Closes : call.shutsDown ? Then::ShutsDown : Then::GoesOn;
    simulation::Simulation::Conversation talk;
    const int seconds = call.quits && call.patience ? std::min(*call.quits, *call.patience)
                        : call.quits                ? *call.quits
                                                    : call.patience.value_or(0);
    talk.patience = static_cast<simulation::Time>(seconds) * simulation::second;
    talk.client = [writes = std::move(writes), then, begun = false, &heard](std::string_view text, bool isAll) mutable {
        heard = {std::string(text), isAll};
        simulation::Saying saying;
        if (!std::exchange(begun, true)) {
            saying.writes = std::move(writes);
            saying.then = then;
            saying.pause = saying.writes.empty() ? 0 : until;
        }
        if (isAll)
            saying.then = Then::Closes;
        return saying;
    };
    return talk;
}

} // namespace

Reply netcat(const Network &network, NetnsId at, const NetcatCall &call, std::string_view input,
             simulation::Recording *recording)
{
    std::vector<IpAddress> addresses;
    if (!call.numeric && !IpAddress::parse(call.host))
        addresses = lookUp(network, at, call.host, call.family).addresses;
    if (addresses.empty()) {
        const auto address = command::netcatAddress(call, call.host);
        if (const auto *reply = std::get_if<Reply>(&address))
            return *reply;
        addresses.push_back(std::get<IpAddress>(address));
    }
    const auto ports = portsOf(call);
    if (!ports)
        return notSimulated("nc to a port that is neither a number nor a service");
    constexpr int most = 1024;
    if (ports->last - ports->first >= most)
        return notSimulated("nc to more than 1024 ports");
    if (!call.scans && (ports->first != ports->last || (call.udp && call.verbose)))
        return notSimulated(call.udp ? "nc -uv that sends a text" : "nc that sends a text to several ports");
    const DataPlane plane(network);
    NetcatHeard heard;
    auto talk = talkOf(call, input, heard);
    letProcessesTalk(talk, plane);
    const Transport transport = call.udp ? Transport::Udp : Transport::Tcp;
    Reply reply{1, {}, {}};
    for (int port = ports->first; port <= ports->last; ++port) {
        // One address after the other, until somebody is there.
        for (const IpAddress &address : addresses) {
            const bool talks = call.udp ? !call.scans : !call.scans || recording;
            const bool sends = !call.udp || call.verbose || talks; // else it only connects its socket
            const Probe one = probe(plane, at, address, transport, static_cast<std::uint16_t>(port),
                                    sends ? recording : nullptr, talks ? &talk : nullptr);
            const bool silent = call.udp && one.outcome == SocketError::TimedOut;
            // Over UDP silence is all that can be had of an open port, and who only sends does not mind.
            const bool open = one.reachable || silent || (call.udp && !call.verbose && !failsAtOnce(one));
            if (call.verbose)
                reply.err += words(call, one);
            if (!open)
                continue;
            reply.status = 0;
            reply.out += std::exchange(heard.text, {});
            const bool over = heard.isAll || (call.udp && !one.reachable && !silent);
            if (!call.scans && !over && !call.quits && !call.patience)
                return notSimulated("nc that waits for ever, as the other end does not close (-N, -q 1 or -w 1 ends "
                                    "it),");
            break;
        }
    }
    return reply;
}

} // namespace netdraft::model::terminal
