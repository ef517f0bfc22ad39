#include "model/reachability/trace_hop.h"
#include "model/terminal/name_lookup.h"
#include "model/terminal/tools.h"

#include <fmt/format.h>

#include <algorithm>

namespace netdraft::model::terminal {

namespace {

constexpr std::string_view usageText = "\nUsage\n"
                                       "  tracepath [options] <destination>\n"
                                       "\nOptions:\n"
                                       "  -4             use IPv4\n"
                                       "  -6             use IPv6\n"
                                       "  -b             print both name and ip\n"
                                       "  -l <length>    use packet <length>\n"
                                       "  -m <hops>      use maximum <hops>\n"
                                       "  -n             no dns name resolution\n"
                                       "  -p <port>      use destination <port>\n"
                                       "  -V             print version and exit\n"
                                       "  <destination>  dns name or ip address\n"
                                       "\nFor more details see tracepath(8).\n";

/// Nobody has a name here.
constexpr std::string_view noName = "?\?\?";
constexpr int firstPort = 44444; // each hop's is one more
constexpr int largest4 = 65535;
constexpr int largest6 = 128000;

struct PathWords {
    std::string destination;
    std::optional<Family> family;
    bool numeric = false;
    bool both = false;
    int maxHops = 30;
};

Reply usageWith(std::string_view complaint)
{
    return {255, {}, fmt::format("{}{}", complaint, usageText)};
}

std::optional<Reply> read(std::span<const std::string> given, PathWords &words)
{
    for (std::size_t i = 0; i < given.size(); ++i) {
        const std::string &word = given[i];
        if (word.size() < 2 || word[0] != '-') {
            if (!words.destination.empty())
                return usageWith({});
            words.destination = word;
            continue;
        }
        for (std::size_t at = 1; at < word.size(); ++at) {
            const char letter = word[at];
            if (letter == '4' || letter == '6') {
                words.family = letter == '4' ? Family::Ipv4 : Family::Ipv6;
            } else if (letter == 'n') {
                words.numeric = true;
            } else if (letter == 'b') {
                words.both = true;
            } else if (letter == 'm') {
                const bool joined = at + 1 < word.size();
                if (!joined && i + 1 == given.size())
                    return usageWith("tracepath: option requires an argument -- 'm'\n");
                const std::string value = joined ? word.substr(at + 1) : given[++i];
                const auto number = command::readNumber(value);
                if (!number || *number < 1 || *number > 255)
                    return notSimulated("tracepath with so many hops");
                words.maxHops = static_cast<int>(*number);
                break;
            } else if (letter == 'l' || letter == 'p' || letter == 'V') {
                return notSimulated(fmt::format("tracepath -{}", letter));
            } else {
                return usageWith(fmt::format("tracepath: invalid option -- '{}'\n", letter));
            }
        }
    }
    if (words.destination.empty())
        return usageWith({});
    return std::nullopt;
}

/// The mark behind who told that there is no way on; empty of other errors.
std::string_view markOf(Family family, const Icmp &error)
{
    const bool v4 = family == Family::Ipv4;
    if (error.type != (v4 ? icmp::unreachable : icmp6::unreachable))
        return {};
    constexpr std::uint8_t filtered4 = 13;
    if (v4)
        return error.code == 0 ? "!N" : error.code == 1 ? "!H" : error.code == filtered4 ? "!A" : std::string_view();
    return error.code == 0 ? "!N" : error.code == 1 ? "!A" : error.code == 3 ? "!H" : std::string_view();
}

/// What has been found out of the way, and what was said of it.
class Path
{
public:
    Path(const Network &network, NetnsId at, const IpAddress &to, const PathWords &words,
         simulation::Recording *recording)
        : m_plane(network), m_at(at), m_to(to), m_words(words), m_names(network, at), m_recording(recording),
          m_mtu(to.isV4() ? largest4 : largest6)
    {
    }

    Reply follow()
    {
        for (int ttl = 1; ttl <= m_words.maxHops; ++ttl) {
            if (tellsAll(ttl))
                return m_trouble.value_or(Reply{0, m_out + m_end, {}});
        }
        return {0, fmt::format("{}     Too many hops: pmtu {}\n     Resume: pmtu {} \n", m_out, m_mtu, m_mtu), {}};
    }

private:
    std::string host(const IpAddress &by) const
    {
        const std::string address = by.toString();
        const std::string known = m_names.of(by);
        if (known.empty())
            return m_words.both      ? fmt::format("{} ({})", address, noName)
                   : m_words.numeric ? address
                                     : std::string(noName);
        return m_words.both ? fmt::format("{} ({})", known, address) : m_words.numeric ? address : known;
    }

    void line(int ttl, const TracedHop &hop, std::string_view rest)
    {
        const std::string time = hop.late ? fmt::format("{}.000", resolutionTime) : roundTripWith(hop.roundTrip);
        m_out += fmt::format("{:2}:  {:<51} {:>7}ms {}\n", ttl, host(*hop.by), time, rest);
    }

    void end(std::string_view hops) { m_end = fmt::format("     Resume: pmtu {} {}\n", m_mtu, hops); }

    /// What is heard of the probes with this many hops to live; whether that is the end of it.
    bool tellsAll(int ttl)
    {
        // Once the own link has had its say, the first hop is asked twice.
        for (int attempt = 0; attempt < (ttl == 1 && m_isLinkTold ? 2 : 1);) {
            const TracedHop hop =
                traceHop(m_plane, m_at, m_to, static_cast<std::uint16_t>(firstPort + ttl), ttl, m_mtu, m_recording);
            if (hop.error == SocketError::MessageTooLong && hop.mtu < m_mtu) {
                m_mtu = hop.mtu;
                m_isLinkTold = true;
                m_out += m_to.isV4()
                             ? fmt::format("{:2}?: {:<32} pmtu {}\n", ttl, "[LOCALHOST]", m_mtu)
                             : fmt::format("{:2}?: {:<32} {:>7}ms pmtu {}\n", ttl, "[LOCALHOST]", roundTripTime, m_mtu);
                continue;
            }
            if (hop.error != SocketError::None)
                return unsent(ttl);
            if (!hop.by) {
                m_out += fmt::format("{:2}:  no reply\n", ttl);
                return false;
            }
            if (hop.says && hop.says->mtu > 0 && isTooBig(*hop.says)) {
                if (hop.says->mtu >= m_mtu) { // it would be told so for ever
                    m_trouble = notSimulated("tracepath where a router says too large of what is small enough");
                    return true;
                }
                m_mtu = hop.says->mtu;
                line(ttl, hop, fmt::format("pmtu {}", m_mtu));
                continue;
            }
            ++attempt;
            if (hop.late && hop.by && ttl > 1)
                m_out += fmt::format("{:2}:  no reply\n", ttl);
            const bool last = isLast(ttl, hop);
            if (last && (attempt == 2 || ttl > 1 || hop.late || !m_isLinkTold))
                return true;
        }
        return false;
    }

    bool isTooBig(const Icmp &error) const
    {
        constexpr std::uint8_t fragmentationNeeded = 4;
        return m_to.isV4() ? error.type == icmp::unreachable && error.code == fragmentationNeeded
                           : error.type == icmp6::packetTooBig;
    }

    /// Prints what was heard of a hop; whether nothing is beyond it.
    bool isLast(int ttl, const TracedHop &hop)
    {
        const Family family = m_to.family();
        const std::uint8_t ran = family == Family::Ipv4 ? icmp::timeExceeded : icmp6::timeExceeded;
        constexpr std::uint8_t port4 = 3;
        constexpr std::uint8_t port6 = 4;
        const int back = backHops(hop);
        if (hop.says && hop.says->type == ran) {
            line(ttl, hop, back == ttl || back == 0 ? std::string() : fmt::format("asymm {:2} ", back));
            return false;
        }
        const bool reached = !hop.says || (markOf(family, *hop.says).empty() &&
                                           hop.says->code == (family == Family::Ipv4 ? port4 : port6));
        if (reached) {
            line(ttl, hop, back == ttl || back == 0 ? "reached" : fmt::format("asymm {:2} reached", back));
            end(back == 0 ? fmt::format("hops {} ", ttl) : fmt::format("hops {} back {} ", ttl, back));
        } else {
            line(ttl, hop, markOf(family, *hop.says));
            end({});
        }
        return true;
    }

    /// How many hops an answer has come, by what a host is likely to have sent it with.
    static int backHops(const TracedHop &hop)
    {
        if (hop.ttl <= 0)
            return 0;
        for (const int begun : {64, 128, 255}) {
            if (hop.ttl <= begun)
                return begun + 1 - hop.ttl;
        }
        return 0;
    }

    /// Nothing left: the kernel had no way for it.
    bool unsent(int ttl)
    {
        m_out += fmt::format("{:2}:  send failed\n", ttl);
        end({});
        return true;
    }

    DataPlane m_plane;
    NetnsId m_at;
    IpAddress m_to;
    const PathWords &m_words;
    Names m_names;
    simulation::Recording *m_recording;
    int m_mtu;
    bool m_isLinkTold = false;
    std::string m_out;
    std::string m_end;
    std::optional<Reply> m_trouble;
};

} // namespace

Reply tracepath(const Network &network, NetnsId at, std::span<const std::string> given,
                simulation::Recording *recording)
{
    PathWords words;
    if (auto reply = read(given, words))
        return *reply;
    const Lookup found = lookUp(network, at, words.destination, words.family);
    if (found.addresses.empty())
        return command::complaint(1, fmt::format("tracepath: {}: {}", words.destination,
                                                 found.isAddress ? "Address family for hostname not supported"
                                                                 : "Temporary failure in name resolution"));
    return Path(network, at, found.addresses.front(), words, recording).follow();
}

} // namespace netdraft::model::terminal
