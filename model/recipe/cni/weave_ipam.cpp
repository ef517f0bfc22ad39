#include "model/recipe/cni/weave_ipam.h"

#include <fmt/format.h>

#include <algorithm>
#include <bit>
#include <set>

namespace netdraft::model::cni {

namespace {

using WeaveRange = WeaveIpam::Range;

IpAddress addressAt(std::uint64_t number)
{
    return Ipv4Address(static_cast<std::uint32_t>(number));
}

WeaveRange rangeOf(const Prefix &prefix)
{
    const std::uint64_t begin = prefix.address().v4().bits();
    constexpr int bits = 32;
    return {begin, begin + (std::uint64_t{1} << (bits - prefix.length()))};
}

/// Without the first and the last address, which nobody may have (RFC 1122).
WeaveRange hostsOf(const Prefix &prefix)
{
    const WeaveRange range = rangeOf(prefix);
    return range.size() > 2 ? WeaveRange{range.begin + 1, range.end - 1} : WeaveRange{range.begin, range.begin};
}

} // namespace

std::optional<WeaveIpam> WeaveIpam::parse(std::string_view text)
{
    const Json json = Json::parse(text, nullptr, false);
    if (!json.is_object())
        return std::nullopt;
    const auto textOf = [](const Json &object, const char *name) {
        const auto found = object.find(name);
        return found != object.end() && found->is_string() ? found->get<std::string>() : std::string();
    };
    const auto universe = Prefix::parse(textOf(json, "range"));
    if (!universe || universe->family() != Family::Ipv4)
        return std::nullopt;
    WeaveIpam ipam(textOf(json, "name"), *universe);
    if (const auto version = json.find("version"); version != json.end() && version->is_number_integer())
        ipam.m_version = version->get<int>();
    if (const auto ring = json.find("ring"); ring != json.end() && ring->is_array())
        for (const Json &token : *ring)
            if (const auto begin = IpAddress::parse(token.is_object() ? textOf(token, "token") : std::string());
                begin && begin->isV4())
                ipam.m_ring.push_back({begin->v4().bits(), textOf(token, "peer")});
    if (const auto nodes = json.find("nicknames"); nodes != json.end() && nodes->is_object())
        for (const auto &[peer, node] : nodes->items())
            if (node.is_string())
                ipam.m_nodes[peer] = node.get<std::string>();
    if (const auto owned = json.find("owned"); owned != json.end() && owned->is_object())
        for (const auto &[id, address] : owned->items())
            if (const auto one =
                    InterfaceAddress::parse(address.is_string() ? address.get<std::string>() : std::string());
                one && one->address.isV4())
                ipam.m_owned[id] = *one;
    return ipam;
}

std::string WeaveIpam::text() const
{
    nlohmann::ordered_json json{{"name", m_peer}, {"range", m_universe.toString()}, {"version", m_version}};
    json["ring"] = nlohmann::ordered_json::array();
    for (const Token &token : m_ring)
        json["ring"].push_back({{"token", addressAt(token.begin).toString()}, {"peer", token.peer}});
    json["nicknames"] = m_nodes;
    json["owned"] = nlohmann::ordered_json::object();
    for (const auto &[id, address] : m_owned)
        json["owned"][id] = address.toString();
    return json.dump(1) + '\n';
}

std::string WeaveIpam::nodeOf(const std::string &peer) const
{
    const auto found = m_nodes.find(peer);
    return found == m_nodes.end() ? std::string() : found->second;
}

std::vector<std::string> WeaveIpam::peers() const
{
    std::set<std::string> peers;
    for (const Token &token : m_ring)
        peers.insert(token.peer);
    return {peers.begin(), peers.end()};
}

void WeaveIpam::subdivide(const Range &range, std::span<const std::string> peers)
{
    const std::uint64_t share = range.size();
    if (share == 0)
        return;
    if (share == 1 || peers.size() == 1) {
        m_ring.push_back({range.begin, peers.front()});
        return;
    }
    const std::uint64_t middle = range.begin + share / 2;
    subdivide({range.begin, middle}, peers.first(peers.size() / 2));
    subdivide({middle + share % 2, range.end}, peers.subspan(peers.size() / 2));
}

void WeaveIpam::seed(std::span<const std::string> peers, std::span<const std::string> nodes)
{
    m_ring.clear();
    subdivide(rangeOf(m_universe), peers);
    for (std::size_t at = 0; at < std::min(peers.size(), nodes.size()); ++at)
        m_nodes[peers[at]] = nodes[at];
    ++m_version;
}

bool WeaveIpam::learn(const WeaveIpam &other)
{
    if (other.m_universe != m_universe || other.m_version <= m_version)
        return false;
    m_version = other.m_version;
    m_ring = other.m_ring;
    for (const auto &[peer, node] : other.m_nodes)
        m_nodes.try_emplace(peer, node);
    return true;
}

void WeaveIpam::takeOver(const std::string &gone)
{
    bool any = false;
    for (Token &token : m_ring)
        if (token.peer == gone) {
            token.peer = m_peer;
            any = true;
        }
    m_version += any ? 1 : 0;
    m_nodes.erase(gone);
}

std::vector<WeaveRange> WeaveIpam::rangesOf(const std::string &peer) const
{
    std::vector<Range> ranges;
    for (std::size_t at = 0; at < m_ring.size(); ++at) {
        if (m_ring[at].peer != peer)
            continue;
        const std::uint64_t end = at + 1 < m_ring.size() ? m_ring[at + 1].begin : rangeOf(m_universe).end;
        if (!ranges.empty() && ranges.back().end == m_ring[at].begin)
            ranges.back().end = end;
        else
            ranges.push_back({m_ring[at].begin, end});
    }
    return ranges;
}

std::vector<WeaveRange> WeaveIpam::freeRanges(const Range &within) const
{
    std::set<std::uint64_t> taken;
    for (const auto &[id, address] : m_owned)
        taken.insert(address.address.v4().bits());
    std::vector<Range> ranges;
    for (const Range &own : rangesOf(m_peer)) {
        std::uint64_t begin = std::max(own.begin, within.begin);
        const std::uint64_t end = std::min(own.end, within.end);
        for (auto next = taken.lower_bound(begin); begin < end; ++next) {
            const std::uint64_t stop = next == taken.end() ? end : std::min(*next, end);
            if (begin < stop)
                ranges.push_back({begin, stop});
            if (next == taken.end())
                break;
            begin = std::max(begin, *next + 1);
        }
    }
    return ranges;
}

std::optional<InterfaceAddress> WeaveIpam::addressOf(const std::string &id) const
{
    const auto found = m_owned.find(id);
    return found == m_owned.end() ? std::nullopt : std::optional(found->second);
}

std::optional<InterfaceAddress> WeaveIpam::allocate(const std::string &id, const Prefix &subnet)
{
    if (const auto address = addressOf(id); address && subnet.contains(address->address))
        return address;
    const std::vector<Range> ranges = freeRanges(hostsOf(subnet));
    if (ranges.empty())
        return std::nullopt;
    const InterfaceAddress address{addressAt(ranges.front().begin), static_cast<std::uint8_t>(subnet.length())};
    m_owned[id] = address;
    return address;
}

bool WeaveIpam::release(const std::string &id)
{
    return m_owned.erase(id) != 0;
}

void WeaveIpam::give(const Range &range, const std::string &to)
{
    std::string after;
    for (const Token &token : m_ring)
        if (token.begin <= range.end)
            after = token.begin == range.end ? std::string() : token.peer;
    std::erase_if(m_ring, [&](const Token &token) { return token.begin >= range.begin && token.begin < range.end; });
    m_ring.push_back({range.begin, to});
    if (!after.empty() && range.end < rangeOf(m_universe).end)
        m_ring.push_back({range.end, after});
    std::ranges::sort(m_ring, {}, &Token::begin);
    ++m_version;
}

bool WeaveIpam::donate(const std::string &to, const Prefix &within)
{
    const std::vector<Range> ranges = freeRanges(rangeOf(within));
    if (ranges.empty())
        return false;
    Range biggest = *std::ranges::max_element(ranges, {}, &Range::size);
    std::uint64_t all = 0;
    for (const Range &range : ranges)
        all += range.size();
    if (biggest.size() > all / 2)
        biggest.begin += biggest.size() / 2;
    give(biggest, to);
    return true;
}

std::optional<WeaveIpam> readWeave(const Netns &netns)
{
    const auto file = netns.files.find(weaveStore);
    return file == netns.files.end() ? std::nullopt : WeaveIpam::parse(file->second);
}

Expected<InterfaceAddress> weaveAllocate(Host &host, const std::string &id, const std::optional<Prefix> &subnet)
{
    auto ipam = readWeave(host.own());
    if (!ipam)
        return failed("EOF");
    const std::string before = ipam->text();
    const Prefix wanted = subnet.value_or(ipam->universe());
    if (!wanted.contains(ipam->universe()) && !ipam->universe().contains(wanted))
        return failed(fmt::format("400 Bad Request: range {} out of bounds: {}\n", wanted.toString(),
                                  ipam->universe().toString()));
    auto address = ipam->allocate(id, wanted);
    if (!address) {
        // Whoever has something left is asked for some of it.
        const std::vector<std::string> peers = ipam->peers();
        std::vector<std::string> names;
        for (const auto &netns : host.network().namespaces())
            names.push_back(netns->name);
        for (const std::string &name : names) {
            auto donor = readWeave(host.netns(name));
            if (address || !donor || donor->peer() == ipam->peer() || donor->universe() != ipam->universe() ||
                std::ranges::find(peers, donor->peer()) == peers.end())
                continue;
            donor->learn(*ipam);
            bool gave = false;
            while (!address && donor->donate(ipam->peer(), wanted)) {
                gave = true;
                ipam->learn(*donor);
                address = ipam->allocate(id, wanted);
            }
            if (!gave)
                continue;
            if (auto written = host.perform(WriteFile{name, std::string(weaveStore), donor->text()}); !written)
                return std::unexpected(written.error());
        }
    }
    if (!address)
        return failed("netplugin failed with no error message: signal: killed");
    if (std::string now = ipam->text(); now != before)
        if (auto written = host.writeFile(std::string(weaveStore), std::move(now)); !written)
            return std::unexpected(written.error());
    return *address;
}

std::vector<Prefix> blocksOf(const WeaveRange &range)
{
    constexpr int bits = 32;
    std::vector<Prefix> blocks;
    for (std::uint64_t begin = range.begin; begin < range.end;) {
        std::uint64_t size = begin == 0 ? std::uint64_t{1} << bits : begin & -begin;
        while (size > range.end - begin)
            size /= 2;
        blocks.push_back(Prefix::of(addressAt(begin), bits - std::countr_zero(size)));
        begin += size;
    }
    return blocks;
}

} // namespace netdraft::model::cni
