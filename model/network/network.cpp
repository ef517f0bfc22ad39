#include "model/network/network.h"

#include <algorithm>
#include <cassert>

namespace netdraft::model {

Network::Network() : m_namespaces(std::make_shared<std::vector<NetnsPtr>>()), m_names(std::make_shared<NameIndex>())
{
    put(hostNetns, std::make_shared<const Netns>(freshNetns(hostNetns, "host", newLinkId())));
}

std::size_t Network::position(NetnsId id) const
{
    const auto at = std::ranges::lower_bound(*m_namespaces, id, {}, [](const NetnsPtr &netns) { return netns->id; });
    return static_cast<std::size_t>(at - m_namespaces->begin());
}

const Netns *Network::find(NetnsId id) const
{
    const std::size_t at = position(id);
    return at < m_namespaces->size() && (*m_namespaces)[at]->id == id ? (*m_namespaces)[at].get() : nullptr;
}

const Netns *Network::find(std::string_view name) const
{
    const auto found = m_names->find(name);
    return found == m_names->end() ? nullptr : find(found->second);
}

Network::NetnsPtr Network::share(NetnsId id) const
{
    const std::size_t at = position(id);
    return at < m_namespaces->size() && (*m_namespaces)[at]->id == id ? (*m_namespaces)[at] : nullptr;
}

const Link *Network::find(LinkPlace place) const
{
    const Netns *netns = find(place.netns);
    return netns ? netns->find(place.link) : nullptr;
}

Netns &Network::change(NetnsId id)
{
    const std::size_t at = position(id);
    assert(at < m_namespaces->size() && (*m_namespaces)[at]->id == id);
    NetnsPtr &slot = changeNamespaces()[at];
    if (slot.use_count() > 1)
        slot = std::make_shared<const Netns>(*slot);
    // Every block is made by make_shared of a Netns above, in put() or by an edit, and nobody else holds this one.
    return const_cast<Netns &>(*slot);
}

std::vector<Network::NetnsPtr> &Network::changeNamespaces()
{
    if (m_namespaces.use_count() > 1)
        m_namespaces = std::make_shared<std::vector<NetnsPtr>>(*m_namespaces);
    return *m_namespaces;
}

Network::NameIndex &Network::changeNames()
{
    if (m_names.use_count() > 1)
        m_names = std::make_shared<NameIndex>(*m_names);
    return *m_names;
}

void Network::put(NetnsId id, NetnsPtr netns)
{
    const std::size_t at = position(id);
    std::vector<NetnsPtr> &namespaces = changeNamespaces();
    const bool present = at < namespaces.size() && namespaces[at]->id == id;
    const auto slot = namespaces.begin() + static_cast<std::ptrdiff_t>(at);
    if (present && (!netns || netns->name != namespaces[at]->name)) {
        // When two namespaces exchange names, the other one may own the entry already.
        const auto named = m_names->find(namespaces[at]->name);
        if (named != m_names->end() && named->second == id)
            changeNames().erase(namespaces[at]->name);
    }
    if (netns && (!present || netns->name != namespaces[at]->name))
        changeNames().insert_or_assign(netns->name, id);
    if (!netns) {
        if (present)
            namespaces.erase(slot);
        return;
    }
    m_nextNetns = std::max(m_nextNetns, id.value + 1);
    for (const Link &link : netns->links)
        m_nextLink = std::max(m_nextLink, link.id.value + 1);
    if (present)
        *slot = std::move(netns);
    else
        namespaces.insert(slot, std::move(netns));
}

bool operator==(const Network &a, const Network &b)
{
    return std::ranges::equal(a.namespaces(), b.namespaces(),
                              [](const auto &x, const auto &y) { return x == y || *x == *y; });
}

std::vector<NetnsId> difference(const Network &before, const Network &after)
{
    std::vector<NetnsId> ids;
    if (before.namespaces().data() == after.namespaces().data())
        return ids;
    auto old = before.namespaces().begin();
    auto now = after.namespaces().begin();
    while (old != before.namespaces().end() || now != after.namespaces().end()) {
        if (now == after.namespaces().end() || (old != before.namespaces().end() && (*old)->id < (*now)->id)) {
            ids.push_back((*old++)->id);
        } else if (old == before.namespaces().end() || (*now)->id < (*old)->id) {
            ids.push_back((*now++)->id);
        } else {
            if (*old != *now)
                ids.push_back((*now)->id);
            ++old;
            ++now;
        }
    }
    return ids;
}

Netns freshNetns(NetnsId id, std::string name, LinkId loopback)
{
    Netns netns;
    netns.id = id;
    netns.name = std::move(name);
    for (std::size_t i = 0; i < netnsSysctlCount; ++i)
        netns.sysctls[i] = sysctlRow(static_cast<NetnsSysctl>(i)).initial;
    Link lo;
    lo.id = loopback;
    lo.index = 1;
    lo.name = "lo";
    lo.kind = Loopback{};
    lo.mtu = 65536;
    lo.conf[DeviceSysctl::Ipv6AcceptDad] = -1; // ipv6_add_dev
    netns.links.push_back(std::move(lo));
    netns.nextIndex = 2;
    return netns;
}

} // namespace netdraft::model
