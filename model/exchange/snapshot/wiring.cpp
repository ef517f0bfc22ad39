#include "model/exchange/snapshot/seen.h"

#include <algorithm>

namespace netdraft::model::snapshot {

namespace {

class Wiring
{
public:
    explicit Wiring(Seen &seen) : m_all(seen.namespaces)
    {
        for (std::size_t i = 0; i < m_all.size(); ++i) {
            m_named.emplace(m_all[i].answers->name, i);
            m_named.insert_or_assign(m_all[i].answers->place, i);
            nameLowers(m_all[i]);
            for (std::size_t k = 0; k < m_all[i].links.size(); ++k) {
                if (m_all[i].links[k].kind == "veth")
                    m_ends[{m_all[i].links[k].index, m_all[i].links[k].lowerIndex}].push_back({i, k});
            }
        }
    }

    void run()
    {
        // Each pair that is sure says which namespace a number means, which makes others sure.
        while (pairSure()) {
        }
        for (std::size_t i = 0; i < m_all.size(); ++i) {
            for (SeenLink &link : m_all[i].links)
                findLower(i, link);
        }
        cutCircles();
    }

private:
    SeenLink &at(const LinkRef &ref) { return m_all[ref.netns].links[ref.link]; }

    /// Where the tool says a name, the index is that of the link so called.
    static void nameLowers(SeenNetns &netns)
    {
        for (SeenLink &link : netns.links) {
            const auto lower = link.isElsewhere() ? std::nullopt : netns.find(link.lowerName);
            if (!link.lowerName.empty() && lower)
                link.lowerIndex = netns.links[*lower].index;
        }
    }

    /// The namespace in which the other end of a link is, as far as that is known; itself is one.
    std::optional<std::size_t> knownPlace(std::size_t netns, const SeenLink &link) const
    {
        if (!link.isElsewhere())
            return netns;
        for (const std::string &name : {"netns/" + link.netnsName, link.netnsName}) {
            if (const auto found = m_named.find(name); found != m_named.end() && !link.netnsName.empty())
                return found->second;
        }
        const auto known = link.netnsid ? m_all[netns].nsids.find(*link.netnsid) : m_all[netns].nsids.end();
        return known == m_all[netns].nsids.end() ? std::nullopt : std::optional(known->second);
    }

    bool mayLead(const LinkRef &from, const LinkRef &to)
    {
        const SeenLink &link = at(from);
        const auto place = knownPlace(from.netns, link);
        if (place)
            return *place == to.netns;
        // A number that means another namespace for sure does not mean this one.
        return to.netns != from.netns && std::ranges::none_of(m_all[from.netns].nsids, [&](const auto &known) {
                   return known.second == to.netns && link.netnsid && known.first != *link.netnsid;
               });
    }

    /// The ends that may be the other one; no more than two, for then it is open which.
    std::vector<LinkRef> candidates(const LinkRef &end)
    {
        std::vector<LinkRef> found;
        const auto listed = m_ends.find({at(end).lowerIndex, at(end).index});
        if (at(end).lowerIndex == 0 || listed == m_ends.end())
            return found;
        for (const LinkRef &other : listed->second) {
            if (other != end && !at(other).peer && mayLead(end, other) && mayLead(other, end))
                found.push_back(other);
            if (found.size() == 2)
                break;
        }
        return found;
    }

    void learn(const LinkRef &from, const LinkRef &to)
    {
        if (at(from).netnsid)
            m_all[from.netns].nsids.emplace(*at(from).netnsid, to.netns);
    }

    /// Pairs the ends that have no other candidate on either side; false when there are none.
    bool pairSure()
    {
        bool any = false;
        for (const auto &[indexes, ends] : m_ends) {
            for (const LinkRef &end : ends) {
                const auto found = at(end).peer ? std::vector<LinkRef>() : candidates(end);
                if (found.size() != 1 || candidates(found.front()).size() != 1)
                    continue;
                at(end).peer = found.front();
                at(found.front()).peer = end;
                learn(end, found.front());
                learn(found.front(), end);
                any = true;
            }
        }
        return any;
    }

    void findLower(std::size_t netns, SeenLink &link)
    {
        if (link.kind == "veth")
            return;
        auto place = knownPlace(netns, link);
        if (link.isElsewhere() && !place && link.lowerIndex != 0)
            place = onlyHolder(netns, link.lowerIndex);
        if (link.isElsewhere())
            link.underlay = place;
        if (!place || *place >= m_all.size())
            return;
        std::string name = link.lowerName;
        if (const Json *data = link.details("info_data")) { // of a VXLAN or a tunnel
            const Json *dev = data->find("link");
            if (dev && dev->kind == Json::Kind::String)
                name = dev->string;
        }
        const auto lower = link.lowerIndex != 0 ? m_all[*place].find(link.lowerIndex)
                           : name.empty()       ? std::nullopt
                                                : m_all[*place].find(name);
        if (lower)
            link.lower = LinkRef{*place, *lower};
    }

    /// The one other namespace with such an index that a link could lie on.
    std::optional<std::size_t> onlyHolder(std::size_t netns, int index) const
    {
        std::optional<std::size_t> only;
        for (std::size_t i = 0; i < m_all.size(); ++i) {
            const auto found = i == netns ? std::nullopt : m_all[i].find(index);
            if (!found || m_all[i].links[*found].loopback)
                continue;
            if (only)
                return std::nullopt;
            only = i;
        }
        return only;
    }

    /// A file may say that links lie on each other in a circle; no kernel does.
    void cutCircles()
    {
        for (SeenNetns &netns : m_all) {
            for (SeenLink &link : netns.links) {
                std::size_t steps = 0;
                constexpr std::size_t deepest = 64;
                for (const SeenLink *below = &link; below->lower; below = &at(*below->lower)) {
                    if (++steps > deepest) {
                        link.lower.reset();
                        break;
                    }
                }
            }
        }
    }

    std::vector<SeenNetns> &m_all;
    std::map<std::string, std::size_t> m_named;                 ///< namespaces by their names, and by their places
    std::map<std::pair<int, int>, std::vector<LinkRef>> m_ends; ///< of veths, by their own index and their peer's
};

} // namespace

void wire(Seen &seen)
{
    Wiring(seen).run();
}

} // namespace netdraft::model::snapshot
