#include "model/reachability/station.h"

#include "model/phrase.h"
#include "model/reachability/cause_words.h"
#include "model/reachability/loser_words.h"
#include "model/reachability/station_names.h"

#include <fmt/format.h>

#include <algorithm>

namespace netdraft::model {

namespace {

using simulation::Purpose;
using simulation::Stage;
using simulation::Step;
using simulation::Visit;

/// Tells the steps of one visit, one after the other.
class Telling
{
public:
    Telling(const Network &network, const Visit &visit)
        : m_network(network), m_netns(*network.find(visit.node)), m_visit(visit)
    {
    }

    std::vector<Station> tell()
    {
        for (const Step &step : m_visit.steps) {
            m_step = &step;
            if (isLostCopy()) {
                const auto &lost = std::get<simulation::AtLink>(step.what);
                m_bridge->losers.push_back({linkName(lost.link), causeWords(step.cause)});
                continue;
            }
            std::visit([this](const auto &what) { tell(what); }, step.what);
            if (step.cause != Cause::None)
                end(m_stations.back(), step.cause);
        }
        // Of a frame that is flooded no copy went on.
        if (m_bridge && &m_stations.back() == &*m_bridge && !m_bridge->losers.empty()) {
            m_bridge->state = Station::State::Ended;
            m_bridge->why = m_bridge->losers.front().why;
        }
        addUnreached();
        return std::move(m_stations);
    }

private:
    std::string linkName(LinkPlace place) const
    {
        const Link *link = m_network.find(place);
        if (!link)
            return "?";
        const Netns *owner = m_network.find(place.netns);
        return place.netns == m_visit.node ? link->name : fmt::format("{} of {}", link->name, owner->name);
    }

    Station &station(Stage stage)
    {
        Station began;
        began.stage = stage;
        began.name = stageName(stage);
        m_stations.push_back(std::move(began));
        m_bridge = m_bridgeAt ? &m_stations[*m_bridgeAt] : nullptr;
        return m_stations.back();
    }

    void end(Station &station, Cause cause) const
    {
        station.state = Station::State::Ended;
        station.why = causeWords(cause);
        if (m_step->rule)
            return; // what the rule says stands there
        if (cause == Cause::Filtered)
            station.why = StationWords::phrase("dropped by connection tracking");
    }

    /// One of the copies that a bridge made of a frame, and which got no further than a port.
    bool isLostCopy() const
    {
        return m_bridge && m_step->cause != Cause::None && std::holds_alternative<simulation::AtLink>(m_step->what);
    }

    void tell(const std::monostate & /*nothing*/)
    {
        Station &here = station(m_step->stage);
        if (m_step->stage != Stage::Local)
            return;
        const auto *packet = std::get_if<Packet>(&m_visit.frame.payload);
        const bool made = &m_visit.steps.front() == m_step;
        if (!made)
            here.lines.push_back(packet && packet->isEchoRequest() ? StationWords::phrase("takes it, and answers")
                                                                   : StationWords::phrase("takes it"));
        else if (packet && packet->isCarrying())
            here.lines.push_back(StationWords::phrase("a tunnel packs another packet into it"));
        else if (m_visit.purpose == Purpose::Request)
            here.lines.push_back(StationWords::phrase("sends it"));
        else if (m_visit.purpose == Purpose::Reply)
            here.lines.push_back(StationWords::phrase("answers"));
        else
            here.lines.push_back(StationWords::phrase("reports what became of another"));
        if (m_step->cause != Cause::None)
            here.lines.clear();
    }

    void tell(const simulation::AtLink &at)
    {
        const bool another = m_bridge && m_step->stage == Stage::Egress && m_stations.back().stage == Stage::Egress;
        if (another)
            m_stations.back().lines.front() += ", " + linkName(at.link);
        else
            station(m_step->stage).lines.push_back(linkName(at.link));
    }

    void tell(const simulation::AtBridge &at)
    {
        m_bridgeAt = m_stations.size();
        Station &here = station(Stage::Bridge);
        const std::string mac = at.mac.toString();
        using simulation::FdbAnswer;
        switch (at.how) {
        case FdbAnswer::Heard:
            here.lines.push_back(StationWords::phrase("{} dev {} (heard there)", mac, linkName(at.port)));
            break;
        case FdbAnswer::Fixed:
            here.lines.push_back(StationWords::phrase("{} dev {} (static)", mac, linkName(at.port)));
            break;
        case FdbAnswer::Unknown: here.lines.push_back(StationWords::phrase("{} is not known: flooded", mac)); break;
        case FdbAnswer::ToMany: here.lines.push_back(StationWords::phrase("{}: to all ports", mac)); break;
        case FdbAnswer::Own:
            here.lines.push_back(StationWords::phrase("{} is {}'s own", mac, linkName(at.bridge)));
            break;
        }
        if (at.vlan != 0)
            here.lines.push_back(fmt::format("VLAN {}", at.vlan));
        here.state = Station::State::Decided;
    }

    void tell(const simulation::AtHook &at)
    {
        Station &here = station(m_step->stage);
        if (at.tracked)
            here.lines.push_back(StationWords::phrase("connection {}", trackedWords(*at.tracked)));
        std::size_t rules = 0;
        for (const netfilter::AskedRule &each : at.asked) {
            const bool policy = each.place.number == 0;
            const bool decides = m_step->rule && samePlace(*m_step->rule, each.place);
            if (policy && !decides)
                continue;
            ++rules;
            if (!each.matched) {
                here.losers.push_back({filterLine(m_netns, each.place), StationWords::phrase("no match")});
                continue;
            }
            here.lines.push_back(filterLine(m_netns, each.place));
            here.state = Station::State::Decided;
        }
        if (!at.present || rules == 0)
            here.lines.push_back(StationWords::phrase("no rules"));
        if (at.sourceBefore != at.source)
            here.lines.push_back(
                StationWords::phrase("source {} becomes {}", at.sourceBefore.toString(), at.source.toString()));
        if (at.destinationBefore != at.destination)
            here.lines.push_back(StationWords::phrase("destination {} becomes {}", at.destinationBefore.toString(),
                                                      at.destination.toString()));
        if (at.sourceBefore != at.source || at.destinationBefore != at.destination)
            here.state = Station::State::Decided;
    }

    static bool samePlace(const netfilter::RulePlace &a, const netfilter::RulePlace &b)
    {
        return a.table == b.table && a.chain == b.chain && a.number == b.number && a.nft == b.nft;
    }

    static std::string_view trackedWords(netfilter::CtInfo info)
    {
        switch (info) {
        case netfilter::CtInfo::Invalid: return "INVALID";
        case netfilter::CtInfo::Untracked: return "UNTRACKED";
        case netfilter::CtInfo::New: return "NEW";
        case netfilter::CtInfo::Established: return "ESTABLISHED";
        case netfilter::CtInfo::Related: return "RELATED";
        }
        return "";
    }

    void tell(const simulation::AtRouting &at)
    {
        Station &here = station(Stage::Routing);
        for (const RouteReasons::Policy &policy : at.reasons.rules) {
            if (policy.outcome == RuleOutcome::Decided)
                here.lines.push_back(policyLine(m_network, m_netns, policy.rule));
        }
        if (at.route) {
            here.lines.push_back(routeLine(m_network, m_netns, *at.route));
            here.state = Station::State::Decided;
        }
        if (at.hashed && at.nextHop)
            here.lines.push_back(StationWords::phrase("of several ways, by a hash of its addresses: {} dev {}",
                                                      at.nextHop->toString(), linkName(at.out)));
        here.losers = losersOf(m_network, m_netns, at.reasons);
    }

    void tell(const simulation::AtNeighbour &at)
    {
        Station &here = station(Stage::Neighbour);
        std::string line = fmt::format("{} dev {}", at.address.toString(), linkName(at.out));
        if (at.lladdr)
            line += fmt::format(" lladdr {}", at.lladdr->toString());
        here.lines.push_back(std::move(line));
        using simulation::Known;
        const bool v4 = at.address.isV4();
        switch (at.how) {
        case Known::Fixed: here.lines.push_back(StationWords::phrase("an entry that somebody made (PERMANENT)")); break;
        case Known::Before: here.lines.push_back(StationWords::phrase("known from before")); break;
        case Known::Asked:
            here.lines.push_back(v4 ? StationWords::phrase("asked for by ARP")
                                    : StationWords::phrase("asked for by neighbour discovery"));
            break;
        case Known::Nobody: here.lines.push_back(StationWords::phrase("nobody is asked on this link")); break;
        case Known::ToMany: here.lines.push_back(StationWords::phrase("is for many: nobody is asked")); break;
        }
        here.state = Station::State::Decided;
    }

    void tell(const simulation::AtArp &at)
    {
        Station &here = station(Stage::Local);
        const Arp &arp = at.message;
        if (at.answered)
            here.lines.push_back(StationWords::phrase("ARP answers: {} is here", arp.target.toString()));
        else if (arp.request)
            here.lines.push_back(StationWords::phrase("ARP says nothing: {} is not here", arp.target.toString()));
        else
            here.lines.push_back(
                StationWords::phrase("ARP learns: {} lladdr {}", arp.sender.toString(), arp.senderMac.toString()));
        here.state = at.answered || !arp.request ? Station::State::Decided : Station::State::Passed;
    }

    /// The stations that the packet would have come to in any case.
    void addUnreached()
    {
        if (m_stations.empty() || m_stations.back().state != Station::State::Ended)
            return;
        const Stage at = m_stations.back().stage;
        const bool leaves = std::ranges::any_of(m_stations, [](const Station &each) {
            return each.stage == Stage::Forward || each.stage == Stage::Output;
        });
        const bool own = m_stations.front().stage == Stage::Local;
        std::vector<Stage> rest;
        if (at == Stage::Prerouting)
            rest = {Stage::Routing};
        else if (at == Stage::Input)
            rest = {Stage::Local};
        else if (at == Stage::Routing && !leaves)
            rest = {own ? Stage::Output : Stage::Forward, Stage::Postrouting, Stage::Neighbour, Stage::Egress};
        else if (at == Stage::Forward || at == Stage::Output)
            rest = {Stage::Postrouting, Stage::Neighbour, Stage::Egress};
        else if (at == Stage::Postrouting)
            rest = {Stage::Neighbour, Stage::Egress};
        else if (at == Stage::Neighbour)
            rest = {Stage::Egress};
        for (const Stage stage : rest)
            station(stage).state = Station::State::NotReached;
    }

    const Network &m_network;
    const Netns &m_netns;
    const Visit &m_visit;
    const Step *m_step = nullptr;
    std::vector<Station> m_stations;
    std::optional<std::size_t> m_bridgeAt; ///< which of them is the bridge's
    Station *m_bridge = nullptr;
};

} // namespace

StationWay stationsOf(const Network &network, const Visit &visit)
{
    return {visit.node, visit.purpose, visitTitle(visit), Telling(network, visit).tell()};
}

std::string stationText(const Network &network, const StationWay &way)
{
    std::string text = fmt::format("{}: {}\n", network.find(way.node)->name, way.title);
    for (const Station &station : way.stations) {
        const char mark = station.state == Station::State::Ended        ? 'x'
                          : station.state == Station::State::NotReached ? ' '
                          : station.state == Station::State::Decided    ? '*'
                                                                        : '-';
        text += fmt::format("  {} {:16}  {}", mark, station.name, fmt::join(station.lines, "; "));
        if (!station.why.empty())
            text += fmt::format("{}{}", station.lines.empty() ? "" : ": ", station.why);
        while (text.ends_with(' '))
            text.pop_back();
        text += '\n';
        for (const Station::Loser &loser : station.losers)
            text += fmt::format("      not {} ({})\n", loser.what, loser.why);
    }
    return text;
}

} // namespace netdraft::model
