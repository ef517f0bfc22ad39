#include "model/exchange/pcapng.h"

#include "model/simulation/wire.h"

#include <algorithm>
#include <vector>

namespace netdraft::model {

namespace {

/// Numbers in the order of this format's writer, which is said at its beginning: the least byte first.
class Block
{
public:
    Block &u16(std::uint32_t value)
    {
        m_bytes += static_cast<char>(value & 0xffU);
        m_bytes += static_cast<char>(value >> 8 & 0xffU);
        return *this;
    }
    Block &u32(std::uint32_t value) { return u16(value).u16(value >> 16); }
    /// Bytes, filled up to whole words of four.
    Block &padded(std::string_view bytes)
    {
        m_bytes += bytes;
        m_bytes.resize((m_bytes.size() + 3) / 4 * 4);
        return *this;
    }
    Block &option(std::uint32_t code, std::string_view value)
    {
        return u16(code).u16(static_cast<std::uint32_t>(value.size())).padded(value);
    }
    /// The block with its type, and its length at both ends.
    std::string finish(std::uint32_t type) const
    {
        const auto length = static_cast<std::uint32_t>(m_bytes.size() + 12);
        Block whole;
        whole.u32(type).u32(length);
        whole.m_bytes += m_bytes;
        return whole.u32(length).m_bytes;
    }

private:
    std::string m_bytes;
};

constexpr std::uint32_t endOfOptions = 0;

std::string sectionHeader()
{
    Block block;
    block.u32(0x1a2b3c4d).u16(1).u16(0).u32(~0U).u32(~0U); // version 1.0, of a length that nobody says
    return block.option(4, "Netdraft").option(endOfOptions, {}).finish(0x0a0d0d0a);
}

std::string interfaceDescription(const std::string &name)
{
    constexpr std::uint32_t ethernet = 1;
    Block block;
    return block.u16(ethernet).u16(0).u32(0).option(2, name).option(endOfOptions, {}).finish(1);
}

std::string enhancedPacket(std::uint32_t interface, std::uint64_t time, std::string_view bytes)
{
    const auto size = static_cast<std::uint32_t>(bytes.size());
    Block block;
    block.u32(interface).u32(static_cast<std::uint32_t>(time >> 32)).u32(static_cast<std::uint32_t>(time));
    return block.u32(size).u32(size).padded(bytes).finish(6);
}

} // namespace

std::string pcapng(const Network &network, std::span<const simulation::Passage> passages, std::uint64_t start)
{
    std::string file = sectionHeader();
    std::string packets;
    std::vector<LinkPlace> interfaces;
    for (const simulation::Passage &passage : passages) {
        auto found = std::ranges::find(interfaces, passage.from);
        if (found == interfaces.end()) {
            const Netns *netns = network.find(passage.from.netns);
            const Link *link = network.find(passage.from);
            file += interfaceDescription(netns && link ? netns->name + ' ' + link->name : std::string());
            found = interfaces.insert(interfaces.end(), passage.from);
        }
        const std::uint64_t time = start + passage.time - passages.front().time;
        packets += enhancedPacket(static_cast<std::uint32_t>(found - interfaces.begin()), time,
                                  simulation::bytesOf(passage.frame));
    }
    return file + packets;
}

} // namespace netdraft::model
