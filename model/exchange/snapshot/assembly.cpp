#include "model/exchange/snapshot/assembly.h"

#include "model/address/name.h"

#include <fmt/format.h>

#include <algorithm>
#include <set>

namespace netdraft::model::snapshot {

namespace {

constexpr int mostVethMtu = 65535;

class Assembling
{
public:
    explicit Assembling(Seen &seen) : m_seen(seen) {}

    Assembly run()
    {
        nameAll();
        for (std::size_t i = 0; i < m_seen.namespaces.size(); ++i)
            addLinks(i);
        for (std::size_t i = 0; i < m_seen.namespaces.size(); ++i) {
            for (std::size_t k = 0; k < m_seen.namespaces[i].links.size(); ++k)
                setKind({i, k});
        }
        for (std::size_t i = 0; i < m_seen.namespaces.size(); ++i)
            setMasters(i);
        setBridgeMacs();
        return std::move(m_assembly);
    }

private:
    Network &network() { return m_assembly.project.network; }
    Netns &netnsAt(std::size_t i) { return network().change(m_assembly.namespaces[i]); }
    Link &linkAt(const LinkRef &ref) { return *netnsAt(ref.netns).find(m_assembly.links[ref.netns][ref.link]); }
    LinkPlace placeOf(const LinkRef &ref) const
    {
        return {m_assembly.namespaces[ref.netns], m_assembly.links[ref.netns][ref.link]};
    }

    void nameAll()
    {
        for (const SeenNetns &seen : m_seen.namespaces) {
            const std::string &name = seen.answers->name;
            m_taken.insert(name);
            if (name == "host") {
                m_assembly.namespaces.push_back(hostNetns);
                continue;
            }
            const NetnsId id = network().newNetnsId();
            const LinkId loopback = network().newLinkId();
            network().put(id, std::make_shared<Netns>(freshNetns(id, name, loopback)));
            m_assembly.namespaces.push_back(id);
        }
    }

    void addLinks(std::size_t i)
    {
        Netns &netns = netnsAt(i);
        auto &ids = m_assembly.links.emplace_back();
        for (const SeenLink &seen : m_seen.namespaces[i].links) {
            if (seen.loopback) {
                Link &lo = netns.links.front();
                lo.up = seen.up;
                lo.onceUp = seen.onceUp;
                lo.ready6 = seen.up;
                lo.mtu = seen.mtu.value_or(lo.mtu);
                ids.push_back(lo.id);
                continue;
            }
            Link link;
            link.id = network().newLinkId();
            link.name = seen.name;
            link.index = seen.index;
            link.mac = seen.mac.value_or(MacAddress());
            link.macSet = seen.mac && !seen.mac->isZero();
            link.mtu = seen.mtu.value_or(link.mtu);
            link.up = seen.up;
            link.onceUp = seen.onceUp;
            link.ready6 = seen.up && seen.carrier;
            link.conf = netns.confDefault;
            ids.push_back(link.id);
            netns.links.push_back(std::move(link));
        }
    }

    void setKind(const LinkRef &ref)
    {
        const SeenLink &seen = m_seen.namespaces[ref.netns].links[ref.link];
        if (seen.loopback)
            return;
        if (seen.peer) {
            Link &link = linkAt(ref);
            link.kind = Veth{placeOf(*seen.peer)};
            link.arpOff = seen.noArp;
            return;
        }
        auto kind = kindOf(m_seen, m_assembly, ref, m_seen.troubles);
        if (!kind) {
            leadOutside(ref, seen);
            return;
        }
        Link &link = linkAt(ref);
        link.kind = std::move(*kind);
        const bool ownNoArp = link.as<Dummy>() || link.as<Tunnel>() || link.as<Vrf>() || link.as<Ipvlan>();
        link.arpOff = seen.noArp && !ownNoArp;
        if (seen.lower && (link.as<Vlan>() || link.as<Ipvlan>() ||
                           (link.as<Macvlan>() && link.as<Macvlan>()->mode == MacvlanMode::Passthru))) {
            const SeenLink &lower = m_seen.namespaces[seen.lower->netns].links[seen.lower->link];
            link.macSet = link.macSet && lower.mac != seen.mac;
        }
    }

    /// A cable to the node of all that nobody saw: it has the carrier that the link has.
    void leadOutside(const LinkRef &ref, const SeenLink &seen)
    {
        const std::string &owner = m_seen.namespaces[ref.netns].answers->name;
        sayOutside(seen, owner);
        if (!m_outside)
            addOutside();
        Netns &outside = network().change(m_outside);
        Link end;
        end.id = network().newLinkId();
        end.name = nameOutside(outside, owner, seen.name);
        end.index = outside.links.back().index + 1;
        end.kind = Veth{placeOf(ref)};
        end.mtu = std::min(seen.mtu.value_or(end.mtu), mostVethMtu);
        end.up = seen.carrier || !seen.up;
        end.onceUp = end.up;
        end.ready6 = end.up && seen.up;
        if (end.ready6)
            end.addresses6.push_back(formedLinkLocal(end));
        const LinkPlace place{outside.id, end.id};
        outside.links.push_back(std::move(end));
        Link &link = linkAt(ref);
        link.kind = Veth{place};
        link.mtu = std::min(link.mtu, mostVethMtu);
        link.arpOff = seen.noArp && seen.mac.has_value();
    }

    void sayOutside(const SeenLink &seen, const std::string &owner)
    {
        const std::string drawn = "it is drawn as a cable to a node \"outside\"";
        if (seen.kind.empty())
            Values(*seen.output, m_seen.notes)
                .trouble(*seen.json, fmt::format("{} of {} is a device of the machine, and what is behind it is not "
                                                 "known; {}, which has no addresses",
                                                 seen.name, owner, drawn));
        else if (seen.kind == "veth")
            Values(*seen.output, m_seen.troubles)
                .trouble(*seen.json, fmt::format("the other end of {} of {} was not found among what was captured; {}",
                                                 seen.name, owner, drawn));
        else
            Values(*seen.output, m_seen.troubles)
                .trouble(*seen.json,
                         fmt::format("{} of {}, a link of the kind {}, cannot be simulated as it is here; {}",
                                     seen.name, owner, seen.kind, drawn));
    }

    void addOutside()
    {
        std::string name = "outside";
        for (int n = 2; m_taken.contains(name); ++n)
            name = fmt::format("outside-{}", n);
        m_outside = network().newNetnsId();
        const LinkId loopback = network().newLinkId();
        network().put(m_outside, std::make_shared<Netns>(freshNetns(m_outside, name, loopback)));
    }

    /// The name of the link at the near end where it is free, and otherwise a number after it.
    static std::string nameOutside(const Netns &outside, const std::string &owner, const std::string &name)
    {
        std::string wish = outside.find(std::string_view(name)) && owner.size() + name.size() < longestLinkName
                               ? fmt::format("{}-{}", owner, name)
                               : name;
        for (int n = 2; outside.find(std::string_view(wish)); ++n) {
            const std::string number = fmt::format("-{}", n);
            wish = name.substr(0, longestLinkName - number.size()) + number;
        }
        return wish;
    }

    void setMasters(std::size_t i)
    {
        const SeenNetns &seen = m_seen.namespaces[i];
        for (std::size_t k = 0; k < seen.links.size(); ++k) {
            const SeenLink &link = seen.links[k];
            const auto master = link.master.empty() ? std::nullopt : seen.find(link.master);
            if (link.master.empty())
                continue;
            const bool fits = master && *master != k && isMaster(linkAt({i, *master}));
            if (!fits) {
                Values(*link.output, m_seen.troubles)
                    .trouble(*link.json,
                             fmt::format("{} has the master {}, which is no bridge, bond or VRF that is simulated; it "
                                         "stands alone",
                                         link.name, link.master));
                continue;
            }
            Link &member = linkAt({i, k});
            Link &above = linkAt({i, *master});
            member.master = above.id;
            if (above.bridge()) {
                member.port = portOf(link, m_seen.troubles);
                const bool runs = link.up && link.carrier && seen.links[*master].up && !above.bridge()->stp;
                if (!runs)
                    member.port.stopped.reset();
                member.port.vlans = above.bridge()->vlans;
                above.bridge()->ports.push_back(member.id);
            } else if (Bond *bond = above.as<Bond>()) {
                bond->members.push_back(member.id);
                readBondMember(link, seen.links[*master], member, *bond);
            }
        }
        orderPorts(netnsAt(i));
    }

    static bool isMaster(const Link &link) { return link.bridge() || link.as<Bond>() || link.as<Vrf>(); }

    void readBondMember(const SeenLink &seen, const SeenLink &master, Link &member, Bond &bond)
    {
        const Values values(*seen.output, m_seen.troubles);
        if (const Json *data = seen.details("info_slave_data"))
            member.bondedFrom = values.mac(*data, "perm_hwaddr").value_or(member.mac);
        else
            member.bondedFrom = member.mac;
        if (const Json *data = master.details("info_data")) {
            if (values.text(*data, "primary") == seen.name)
                bond.primary = member.id;
            if (values.text(*data, "active_slave") == seen.name)
                bond.active = member.id;
        }
    }

    /// Ports have numbers in the order in which they came, as far as that is said.
    static void orderPorts(Netns &netns)
    {
        for (Link &link : netns.links) {
            if (Bridge *bridge = link.bridge()) {
                std::ranges::sort(bridge->ports, {}, [&](LinkId id) {
                    const Link &port = *netns.find(id);
                    return std::pair(port.port.number, port.index);
                });
            }
        }
    }

    /// A bridge takes the lowest MAC and MTU of its ports, unless somebody gave it another.
    void setBridgeMacs()
    {
        for (std::size_t i = 0; i < m_seen.namespaces.size(); ++i) {
            Netns &netns = netnsAt(i);
            for (std::size_t k = 0; k < m_seen.namespaces[i].links.size(); ++k) {
                const SeenLink &seen = m_seen.namespaces[i].links[k];
                Link &link = *netns.find(m_assembly.links[i][k]);
                if (const Bond *bond = link.as<Bond>(); bond && !bond->members.empty())
                    link.macSet = false;
                if (!link.bridge())
                    continue;
                std::optional<MacAddress> lowest;
                std::optional<int> least;
                for (const LinkId port : link.bridge()->ports) {
                    const Link &member = *netns.find(port);
                    lowest = lowest ? std::min(*lowest, member.mac) : member.mac;
                    least = least ? std::min(*least, member.mtu) : member.mtu;
                }
                // One without ports that has no carrier was told its MAC, or had ports once.
                link.macSet = link.macSet && (lowest ? *lowest != link.mac : seen.up && !seen.carrier);
                link.mtuSet = link.mtu != least.value_or(1500);
            }
        }
    }

    Seen &m_seen;
    Assembly m_assembly;
    std::set<std::string> m_taken;
    NetnsId m_outside;
};

} // namespace

LinkAddress formedLinkLocal(const Link &link)
{
    constexpr std::uint8_t length = 64;
    LinkAddress address;
    address.local = {linkLocalOf(link.mac), length};
    address.scope = Scope::Link;
    address.kernelMade = true;
    return address;
}

Assembly assembleLinks(Seen &seen)
{
    return Assembling(seen).run();
}

} // namespace netdraft::model::snapshot
