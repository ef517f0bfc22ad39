#include "model/recipe/cni/calico_ipam.h"

#include "model/recipe/cni/sha1.h"

#include <algorithm>
#include <charconv>
#include <set>

namespace netdraft::model::cni {

namespace {

constexpr int calicoBits = 32;

std::uint64_t sizeOf(const Prefix &prefix)
{
    return std::uint64_t{1} << (calicoBits - prefix.length());
}

} // namespace

std::optional<CalicoIpam> CalicoIpam::parse(std::string_view text)
{
    const Json json = Json::parse(text, nullptr, false);
    if (!json.is_object() || !json.value("pool", Json()).is_string() ||
        !json.value("blockSize", Json()).is_number_integer())
        return std::nullopt;
    const auto pool = Prefix::parse(json["pool"].get<std::string>());
    if (!pool || pool->family() != Family::Ipv4)
        return std::nullopt;
    const int blockSize = json["blockSize"].get<int>();
    if (blockSize < pool->length() || blockSize > calicoBits)
        return std::nullopt;
    CalicoIpam ipam(*pool, blockSize);
    for (const Json &block : json.value("blocks", Json::array()))
        if (const auto prefix = Prefix::parse(block.is_string() ? block.get<std::string>() : std::string());
            prefix && pool->contains(*prefix) && prefix->length() == blockSize)
            ipam.m_blocks.push_back(*prefix);
    const Json handles = json.value("handles", Json::object());
    for (const auto &[handle, given] : handles.items())
        if (const auto address = IpAddress::parse(given.is_string() ? given.get<std::string>() : std::string()))
            ipam.m_handles[handle] = *address;
    return ipam;
}

std::string CalicoIpam::text() const
{
    nlohmann::ordered_json json{{"pool", m_pool.toString()}, {"blockSize", m_blockSize}};
    json["blocks"] = nlohmann::ordered_json::array();
    for (const Prefix &block : m_blocks)
        json["blocks"].push_back(block.toString());
    json["handles"] = nlohmann::ordered_json::object();
    for (const auto &[handle, address] : m_handles)
        json["handles"][handle] = address.toString();
    return json.dump(1) + '\n';
}

std::optional<IpAddress> CalicoIpam::addressOf(const std::string &handle) const
{
    const auto found = m_handles.find(handle);
    return found == m_handles.end() ? std::nullopt : std::optional(found->second);
}

std::optional<IpAddress> CalicoIpam::allocate(const std::string &handle)
{
    std::set<IpAddress> taken;
    for (const auto &[other, address] : m_handles)
        taken.insert(address);
    for (const Prefix &block : m_blocks)
        for (std::uint64_t at = 0; at < sizeOf(block); ++at) {
            const IpAddress address = Ipv4Address(block.address().v4().bits() + static_cast<std::uint32_t>(at));
            if (taken.contains(address))
                continue;
            m_handles[handle] = address;
            return address;
        }
    return std::nullopt;
}

bool CalicoIpam::claim(const Network &network, std::string_view node)
{
    std::set<Prefix> taken(m_blocks.begin(), m_blocks.end());
    for (const auto &netns : network.namespaces())
        if (const auto other = readCalico(*netns))
            taken.insert(other->blocks().begin(), other->blocks().end());
    const std::uint64_t count = std::uint64_t{1} << (m_blockSize - m_pool.length());
    std::uint64_t first = 0;
    const std::string digits = sha1(node).substr(0, 8);
    std::from_chars(digits.data(), digits.data() + digits.size(), first, 16);
    for (std::uint64_t at = 0; at < count; ++at) {
        const std::uint64_t number = (first + at) % count;
        const auto begin = static_cast<std::uint32_t>(number << (calicoBits - m_blockSize));
        const Prefix block = Prefix::of(Ipv4Address(m_pool.address().v4().bits() + begin), m_blockSize);
        if (taken.contains(block))
            continue;
        m_blocks.push_back(block);
        return true;
    }
    return false;
}

std::optional<CalicoIpam> readCalico(const Netns &netns)
{
    const auto file = netns.files.find(calicoStore);
    return file == netns.files.end() ? std::nullopt : CalicoIpam::parse(file->second);
}

Expected<IpAddress> calicoAllocate(Host &host, const std::string &handle)
{
    auto ipam = readCalico(host.own());
    if (!ipam)
        return failed("failed to request IPv4 addresses: no configured Calico pools");
    if (const auto address = ipam->addressOf(handle))
        return *address;
    auto address = ipam->allocate(handle);
    const std::string *name = host.readFile("/var/lib/calico/nodename");
    if (!address && ipam->claim(host.network(), name ? *name : host.name()))
        address = ipam->allocate(handle);
    if (!address)
        return failed("failed to request IPv4 addresses: Assigned 0 out of 1 requested IPv4 addresses");
    if (auto written = host.writeFile(std::string(calicoStore), ipam->text()); !written)
        return std::unexpected(written.error());
    return *address;
}

} // namespace netdraft::model::cni
