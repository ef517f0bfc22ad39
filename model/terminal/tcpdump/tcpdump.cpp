#include "model/terminal/tcpdump/tcpdump.h"

#include "model/command/arguments.h"

#include <fmt/format.h>

#include <algorithm>

namespace netdraft::model::terminal {

namespace {

Reply refused(std::string_view text)
{
    return {1, {}, fmt::format("tcpdump: {}\n", text)};
}

/// Where it listens when nobody says.
std::string firstLink(const Netns &netns)
{
    const auto listens = [](const Link &link) { return link.up && !link.isLoopback(); };
    const auto found = std::ranges::find_if(netns.links, listens);
    return found == netns.links.end() ? "any" : found->name;
}

struct DumpWords {
    std::string link;
    std::vector<std::string> filter;
};

/// Reads the options; the reply where they are not to be followed.
std::optional<Reply> read(std::span<const std::string> words, Listener &listener, DumpWords &read)
{
    for (std::size_t i = 0; i < words.size(); ++i) {
        const std::string &word = words[i];
        if (!word.starts_with('-') || word.size() == 1 || !read.filter.empty()) {
            read.filter.push_back(word);
            continue;
        }
        if (word.starts_with("--interface=")) {
            read.link = word.substr(word.find('=') + 1);
            continue;
        }
        if (word == "--immediate-mode")
            continue;
        if (word == "--version")
            return Reply{0, "tcpdump version 4.99.3\nlibpcap version 1.10.3 (with TPACKET_V3)\n", {}};
        for (std::size_t at = 1; at < word.size(); ++at) {
            const char letter = word[at];
            if (std::string_view("nlpU").find(letter) != std::string_view::npos)
                continue;
            if (letter == 'e' || letter == 'q' || letter == 't') {
                listener.how.lladdr = listener.how.lladdr || letter == 'e';
                listener.how.brief = listener.how.brief || letter == 'q';
                if (letter == 't' && !listener.times)
                    return notSimulated("tcpdump -tt");
                listener.times = listener.times && letter != 't';
                continue;
            }
            if (letter != 'i' && letter != 'c' && letter != 's')
                return notSimulated(fmt::format("tcpdump -{}", letter));
            if (at + 1 == word.size() && i + 1 == words.size())
                return Reply{1, {}, fmt::format("tcpdump: option requires an argument -- '{}'\n", letter)};
            const std::string value = at + 1 < word.size() ? word.substr(at + 1) : words[++i];
            if (letter == 'i')
                read.link = value;
            if (letter == 'c') {
                listener.most = command::readNumber(value);
                if (!listener.most || *listener.most == 0)
                    return refused(fmt::format("invalid packet count {}", value));
            }
            break;
        }
    }
    return std::nullopt;
}

/// How a frame came to a link, as the link type that knows links of all sorts says it.
std::string_view wayOf(const simulation::SeenFrame &seen, const Link &link)
{
    if (seen.leaves)
        return "Out";
    if (seen.frame.destination.isBroadcast())
        return "B";
    if (seen.frame.destination.isMulticast())
        return "M";
    return link.isLoopback() || seen.frame.destination == link.mac ? "In" : "P";
}

std::string timeText(std::uint64_t microseconds)
{
    constexpr std::uint64_t second = 1'000'000;
    const std::uint64_t seconds = microseconds / second;
    return fmt::format("{:02}:{:02}:{:02}.{:06} ", seconds / 3600 % 24, seconds / 60 % 60, seconds % 60,
                       microseconds % second);
}

} // namespace

std::variant<Listening, Reply> listen(const Network &network, NetnsId at, std::span<const std::string> words)
{
    const Netns &netns = *network.find(at);
    Listener listener;
    listener.netns = at;
    DumpWords given;
    if (auto reply = read(words, listener, given))
        return *std::move(reply);
    if (given.link.empty())
        given.link = firstLink(netns);
    const bool any = given.link == "any";
    if (!any) {
        const Link *link = netns.find(std::string_view(given.link));
        if (!link)
            return refused(fmt::format("{}: No such device exists\n(No such device exists)", given.link));
        if (!link->up)
            return refused(fmt::format("{}: That device is not up", given.link));
        if (link->as<Tunnel>())
            return notSimulated("tcpdump at a tunnel, whose packets have no link-layer header,");
        listener.link = link->id;
    }
    auto filter = readFilter(given.filter);
    if (auto *reply = std::get_if<Reply>(&filter))
        return std::move(*reply);
    listener.filter = std::get<PacketFilter>(std::move(filter));
    const std::string_view type = any ? "LINUX_SLL2 (Linux cooked v2)" : "EN10MB (Ethernet)";
    return Listening{std::move(listener),
                     fmt::format("{}tcpdump: verbose output suppressed, use -v[v]... for full protocol decode\n"
                                 "listening on {}, link-type {}, snapshot length 262144 bytes\n",
                                 any ? "tcpdump: data link type LINUX_SLL2\n" : "", given.link, type)};
}

std::string hear(Listener &listener, const Network &network, std::span<const simulation::SeenFrame> frames)
{
    std::string text;
    const Netns *netns = network.find(listener.netns);
    for (const simulation::SeenFrame &seen : frames) {
        const Link *link = netns && seen.link.netns == listener.netns ? netns->find(seen.link.link) : nullptr;
        if (!link || listener.isOver() || (listener.link && *listener.link != link->id) || !listener.filter(seen.frame))
            continue;
        ++listener.captured;
        if (listener.times)
            text += timeText(seen.time);
        if (!listener.link)
            text += fmt::format("{:<5} {:<3} ", link->name, wayOf(seen, *link));
        text += textOf(seen.frame, listener.how) + '\n';
    }
    return text;
}

std::string ended(const Listener &listener)
{
    const std::string packets = fmt::format("{} packet{}", listener.captured, listener.captured == 1 ? "" : "s");
    return fmt::format("{0} captured\n{0} received by filter\n0 packets dropped by kernel\n", packets);
}

} // namespace netdraft::model::terminal
