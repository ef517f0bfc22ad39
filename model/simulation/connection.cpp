#include "model/simulation/connection.h"

#include "model/forwarding/ip_stages.h"
#include "model/simulation/ip.h"
#include "model/simulation/relayed.h"
#include "model/simulation/routing.h"

#include <algorithm>

namespace netdraft::model::simulation {

namespace {

/// So long an acknowledgement waits for something to go with it (TCP_DELACK_MIN).
constexpr Time longestWait = 40'000;

TcpEndName nameOf(NodeIndex node, const Packet &received)
{
    const Tcp &segment = *received.tcp();
    return {node, received.destination, received.source, segment.destinationPort, segment.sourcePort};
}

/// What a listening program does that is no process of its own kind: nc prints what comes, socat returns it.
Talker talkerOf(const Simulation &simulation, const Socket &listener)
{
    if (listener.program == Program::Daemon && simulation.conversation->process && simulation.reached) {
        if (Talker talker = simulation.conversation->process(*simulation.reached))
            return talker;
    }
    const bool echoes = listener.program == Program::Socat;
    constexpr Time starting = 1000; // `cat`, for each connection
    return [echoes, told = std::size_t{0}](std::string_view heard, bool isAll) mutable {
        Saying saying;
        saying.after = echoes ? starting : saying.after;
        if (echoes && heard.size() > told)
            saying.writes.emplace_back(heard.substr(std::exchange(told, heard.size())));
        if (isAll)
            saying.then = Saying::Then::Closes;
        return saying;
    };
}

/// tcp_initialize_rcv_mss, tcp_select_window: the end has announced its first window.
TcpEnd endOf(const Simulation &simulation, const Tcp &received, int mss)
{
    TcpEnd end;
    end.segment = std::max(std::min(mss, received.mss) - stampsSize, 1);
    end.echo = received.stamps ? received.stamps->value : 0;
    end.heardAt = simulation.now();
    return end;
}

/// tcp_grow_window: who gets large segments grants twice as much again.
void grow(TcpWindow &window, int length, int segment)
{
    constexpr int small = 128;
    constexpr int large = 1000; // what takes less than half of the memory that it is in
    constexpr int most = 106'496;
    window.hasHeardFullSegment = window.hasHeardFullSegment || length >= large;
    if (window.hasHeardFullSegment && length >= small)
        window.most = std::min(window.most + std::max(2 * length, 2 * segment), std::max(most, window.most));
}

/// __tcp_select_window, in units of windowUnit; what was granted is never taken back.
int grant(TcpEnd &end)
{
    TcpWindow &window = end.window;
    const std::uint32_t expected = end.expected();
    int bytes = window.grantedTo > expected ? static_cast<int>(window.grantedTo - expected) : 0;
    if (window.hasHeardFullSegment)
        bytes = std::max(bytes, window.most);
    const int units = (bytes + windowUnit - 1) / windowUnit;
    window.grantedTo = expected + static_cast<std::uint32_t>(units * windowUnit);
    return units;
}

/// Sends a segment, which acknowledges all that has come (__tcp_transmit_skb).
void send(Simulation &simulation, const TcpEndName &name, TcpEnd &end, Tcp segment)
{
    Flow flow;
    flow.destination = name.remote;
    flow.source = name.local;
    flow.protocol = static_cast<std::uint8_t>(IpProtocol::Tcp);
    flow.sourcePort = name.localPort;
    flow.destinationPort = name.remotePort;
    flow.out = end.out;
    const Choice choice = routeFor(simulation, name.node, flow);
    segment.sourcePort = name.localPort;
    segment.destinationPort = name.remotePort;
    segment.ack = true;
    segment.acknowledgement = end.expected();
    int header = tcpHeaderSize;
    if (!segment.rst) {
        segment.window = grant(end);
        segment.stamps = stampsAt(simulation.now(), end.echo);
        header += stampsSize;
    }
    end.owesAcknowledgement = false;
    const Family family = name.remote.family();
    Skb skb;
    skb.packet.source = name.local;
    skb.packet.destination = name.remote;
    skb.packet.ttl = initialTtl(simulation.plane, name.node, family, choice.out);
    skb.packet.dontFragment = name.remote.isV4();
    skb.packet.size = headerSize(family) + header + segment.length();
    skb.packet.payload = std::move(segment);
    skb.journey = simulation.journal.begin(end.purpose, end.about);
    sendPacket(simulation, name.node, std::move(skb), choice);
}

void acknowledge(Simulation &simulation, const TcpEndName &name, TcpEnd &end)
{
    Tcp segment;
    segment.sequence = end.next;
    send(simulation, name, end, segment);
}

/// The data of the next segment; none where there is none to send now (tcp_write_xmit).
std::string_view nextData(const TcpEnd &end)
{
    const std::size_t at = end.next - 1;
    if (at >= end.said.size())
        return {};
    const auto room = static_cast<std::size_t>(end.congestionWindow) * static_cast<std::size_t>(end.segment);
    if (end.next - end.acknowledged + static_cast<std::size_t>(end.segment) > room)
        return {};
    const std::size_t stop = *std::ranges::upper_bound(end.writes, at);
    return std::string_view(end.said).substr(at, std::min(stop - at, static_cast<std::size_t>(end.segment)));
}

/// Sends one segment, if there is one to send. What comes of it comes before the next.
void sendNext(Simulation &simulation, const TcpEndName &name, TcpEnd &end)
{
    end.isSending = false;
    if (end.isGone)
        return;
    Tcp segment;
    segment.sequence = end.next;
    if (const std::string_view data = nextData(end); !data.empty()) {
        segment.data = std::make_shared<const std::string>(data);
        segment.push = std::ranges::binary_search(end.writes, end.next - 1 + data.size());
        end.next += static_cast<std::uint32_t>(data.size());
    } else if (end.ends != Saying::Then::GoesOn && !end.hasSentEnd && end.next == end.last()) {
        segment.fin = true;
        end.hasSentEnd = true;
        end.next += 1;
    } else {
        return;
    }
    end.isSending = true;
    simulation.afterThisMoment(TcpTurn{name, TcpTurn::What::Send, {}});
    send(simulation, name, end, std::move(segment));
}

/// Lets the program hear, and do what it does then. Returns whether it closes its end before long.
bool tell(Simulation &simulation, const TcpEndName &name, TcpEnd &end)
{
    if (end.other || end.passesTo) {
        passOn(simulation, name, end);
        return false;
    }
    if (end.ends == Saying::Then::Closes || !end.talker)
        return false;
    Saying saying = end.talker(end.heard, end.hasHeardEnd);
    const bool ends = saying.then != Saying::Then::GoesOn;
    const Time when = simulation.now() + saying.after;
    const Time over = when + saying.pause;
    const bool pauses = ends && saying.pause > 0;
    if (pauses)
        simulation.at(over,
                      TcpTurn{name, TcpTurn::What::Speak, {{}, std::exchange(saying.then, Saying::Then::GoesOn)}});
    if (!saying.writes.empty() || (ends && !pauses))
        simulation.at(when, TcpTurn{name, TcpTurn::What::Speak, std::move(saying)});
    return ends && over < simulation.now() + longestWait;
}

void speak(Simulation &simulation, const TcpEndName &name, TcpEnd &end, const Saying &saying)
{
    if (end.ends == Saying::Then::GoesOn) {
        for (const std::string &text : saying.writes) {
            end.said += text;
            if (!text.empty())
                end.writes.push_back(end.said.size());
        }
    }
    end.ends = std::max(end.ends, saying.then);
    if (!end.isSending)
        sendNext(simulation, name, end);
}

/// tcp_ack
void hearAcknowledgement(TcpEnd &end, const Tcp &segment)
{
    if (segment.acknowledgement <= end.acknowledged || segment.acknowledgement > end.next)
        return;
    const auto bytes = static_cast<int>(segment.acknowledgement - end.acknowledged);
    end.congestionWindow += (bytes + end.segment - 1) / end.segment; // tcp_slow_start
    end.acknowledged = segment.acknowledgement;
}

/// tcp_data_queue, tcp_fin
void hearData(Simulation &simulation, const TcpEndName &name, TcpEnd &end, const Tcp &segment)
{
    if (segment.sequence != end.expected()) // it was there before, or something before it was lost
        return acknowledge(simulation, name, end);
    if (segment.length() > 0) {
        if (end.ends == Saying::Then::Closes) { // nobody will read it
            Tcp reset;
            reset.sequence = end.next;
            reset.rst = true;
            end.isGone = true;
            return send(simulation, name, end, reset);
        }
        end.heard += *segment.data;
        grow(end.window, segment.length(), end.segment);
        acknowledge(simulation, name, end);
    }
    end.hasHeardEnd = segment.fin;
    const bool closes = tell(simulation, name, end);
    if (!segment.fin)
        return;
    if (end.hasSentEnd)
        return acknowledge(simulation, name, end);
    end.owesAcknowledgement = true;
    if (!closes || end.ends == Saying::Then::GoesOn)
        simulation.at(simulation.now() + longestWait, TcpTurn{name, TcpTurn::What::Acknowledge, {}});
}

/// The answer to its SYN has come, which announced so large segments: it acknowledges that.
void establish(Simulation &simulation, const TcpEndName &name, TcpEnd &end, const Packet &answer, int mss)
{
    const TcpEnd heard = endOf(simulation, *answer.tcp(), mss);
    end.segment = heard.segment;
    end.echo = heard.echo;
    end.heardAt = heard.heardAt;
    end.isOpen = true;
    end.isConnecting = false;
    Tcp syn;
    syn.syn = true;
    syn.mss = mss;
    end.window.grantedTo = 1 + static_cast<std::uint32_t>(firstWindow(syn));
    acknowledge(simulation, name, end);
    end.window.most = static_cast<int>(end.window.grantedTo - end.expected());
}

/// A program that passes all on has made the other connection, or was refused.
void hearAnswer(Simulation &simulation, const TcpEndName &name, TcpEnd &end, const Packet &answer)
{
    if (!answer.tcp()->syn || !answer.tcp()->ack)
        return;
    establish(simulation, name, end, answer, end.segment);
    if (const auto other = simulation.tcpEnds.find(*end.other); other != simulation.tcpEnds.end())
        passOn(simulation, other->first, other->second);
}

} // namespace

void beginEnd(Simulation &simulation, NodeIndex node, const Skb &syn, int mss, LinkIndex out, const Socket &listener)
{
    const Tcp &segment = *syn.packet.tcp();
    TcpEnd end = endOf(simulation, segment, mss);
    if (listener.program == Program::Daemon && simulation.conversation->passesOn && simulation.reached)
        end.passesTo = simulation.conversation->passesOn(*simulation.reached);
    end.talker = talkerOf(simulation, listener);
    end.purpose = Purpose::Reply;
    end.about = syn.journey;
    end.out = out;
    Tcp answer;
    answer.syn = true;
    answer.ack = true;
    answer.mss = mss;
    end.window.most = firstWindow(answer);
    end.window.grantedTo = 1 + static_cast<std::uint32_t>(end.window.most);
    simulation.tcpEnds.emplace(nameOf(node, syn.packet), std::move(end));
}

void converse(Simulation &simulation, int mss, Time until)
{
    const Received answer = *simulation.received;
    const TcpEndName name = nameOf(simulation.prober->node, answer.packet);
    Skb back;
    back.packet = answer.packet;
    back.in = answer.in;
    TcpEnd &end = simulation.tcpEnds[name];
    end.talker = simulation.conversation->client;
    end.out = scopeOf(back);
    establish(simulation, name, end, answer.packet, mss);
    (void)tell(simulation, name, end);
    if (const Time patience = simulation.conversation->patience; patience > 0)
        simulation.at(simulation.now() + patience, TcpTurn{name, TcpTurn::What::HangUp, {}});
    do {
        simulation.received.reset();
        simulation.run(until);
    } while (simulation.received);
}

bool takeSegment(Simulation &simulation, const Skb &skb, const Station &station)
{
    const TcpEndName name = nameOf(station.node, skb.packet);
    const auto found = simulation.tcpEnds.find(name);
    if (found == simulation.tcpEnds.end() || found->second.isGone)
        return false;
    TcpEnd &end = found->second;
    const Tcp &segment = *skb.packet.tcp();
    endPacket(simulation, skb, station, Cause::None);
    if (segment.rst) {
        end.isGone = true;
        hangUpOther(simulation, end);
        return true;
    }
    if (end.isConnecting)
        hearAnswer(simulation, name, end, skb.packet);
    if (segment.syn || !segment.ack)
        return true;
    end.heardAt = simulation.now();
    if (segment.stamps)
        end.echo = segment.stamps->value;
    hearAcknowledgement(end, segment);
    if (!std::exchange(end.isOpen, true) && segment.length() == 0 && !segment.fin)
        (void)tell(simulation, name, end);
    if (segment.length() > 0 || segment.fin)
        hearData(simulation, name, end, segment);
    if (!end.isSending)
        sendNext(simulation, name, end);
    return true;
}

void heedPathMtu(Simulation &simulation, NodeIndex node, const Packet &tooBig, int mtu)
{
    const Tcp &segment = *tooBig.tcp();
    const TcpEndName name{node, tooBig.source, tooBig.destination, segment.sourcePort, segment.destinationPort};
    const auto found = simulation.tcpEnds.find(name);
    const int smaller = mtu - headerSize(tooBig.family()) - tcpHeaderSize - stampsSize;
    if (found == simulation.tcpEnds.end() || smaller <= 0 || smaller >= found->second.segment)
        return;
    TcpEnd &end = found->second;
    end.segment = smaller;
    end.next = end.acknowledged;
    end.hasSentEnd = end.hasSentEnd && end.acknowledged > end.last();
    if (!end.isSending)
        sendNext(simulation, name, end);
}

void takeTurn(Simulation &simulation, TcpTurn &turn)
{
    const auto found = simulation.tcpEnds.find(turn.name);
    if (found == simulation.tcpEnds.end() || found->second.isGone)
        return;
    TcpEnd &end = found->second;
    switch (turn.what) {
    case TcpTurn::What::Speak: return speak(simulation, turn.name, end, turn.saying);
    case TcpTurn::What::Send: return sendNext(simulation, turn.name, end);
    case TcpTurn::What::Acknowledge:
        if (end.owesAcknowledgement)
            acknowledge(simulation, turn.name, end);
        return;
    case TcpTurn::What::HangUp: {
        const Time silence = simulation.now() - end.heardAt;
        const Time patience = simulation.conversation->patience;
        if (silence < patience)
            return simulation.at(simulation.now() + patience - silence, std::move(turn));
        return speak(simulation, turn.name, end, {{}, Saying::Then::Closes, 0});
    }
    }
}

} // namespace netdraft::model::simulation
