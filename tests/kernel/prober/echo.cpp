#include "echo.h"

#include <fmt/format.h>

#include <arpa/inet.h>
#include <array>
#include <cerrno>
#include <cstdlib>
#include <cstring>
#include <fcntl.h>
#include <net/if.h>
#include <netinet/icmp6.h>
#include <netinet/in.h>
#include <sched.h>
#include <span>
#include <tuple>
#include <unistd.h>

// After the headers of the C library.
#include <linux/errqueue.h>
#include <linux/icmp.h>

namespace netdraft::tests {

namespace {

constexpr std::size_t payload = 56;

[[noreturn]] void stop(const std::string &what)
{
    fmt::print(stderr, "prober: {}: {}\n", what, std::strerror(errno));
    std::exit(2);
}

std::uint16_t checksum(std::span<const unsigned char> bytes)
{
    std::uint32_t sum = 0;
    for (std::size_t i = 0; i + 1 < bytes.size(); i += 2)
        sum += static_cast<std::uint32_t>(bytes[i] << 8 | bytes[i + 1]);
    while (sum > 0xffff)
        sum = (sum & 0xffff) + (sum >> 16);
    return static_cast<std::uint16_t>(~sum);
}

std::uint16_t word(const unsigned char *bytes)
{
    return static_cast<std::uint16_t>(bytes[0] << 8 | bytes[1]);
}

std::string textOf(const sockaddr_storage &storage)
{
    std::array<char, INET6_ADDRSTRLEN> text{};
    const void *bytes = storage.ss_family == AF_INET
                            ? static_cast<const void *>(&reinterpret_cast<const sockaddr_in *>(&storage)->sin_addr)
                            : static_cast<const void *>(&reinterpret_cast<const sockaddr_in6 *>(&storage)->sin6_addr);
    return inet_ntop(storage.ss_family, bytes, text.data(), text.size()) ? text.data() : "nobody";
}

void setOption(int socket, int level, int name, const void *value, socklen_t size)
{
    if (::setsockopt(socket, level, name, value, size) != 0)
        stop("setsockopt");
}

int rawSocket(int family, int protocol)
{
    const int socket = ::socket(family, SOCK_RAW | SOCK_NONBLOCK | SOCK_CLOEXEC, protocol);
    if (socket < 0)
        stop("socket");
    const int on = 1;
    const int room = 4 << 20;
    setOption(socket, SOL_SOCKET, SO_RCVBUFFORCE, &room, sizeof room);
    setOption(socket, SOL_SOCKET, SO_SNDBUFFORCE, &room, sizeof room);
    if (family == AF_INET) {
        setOption(socket, SOL_IP, IP_RECVERR, &on, sizeof on);
        icmp_filter filter{};
        filter.data = ~(1U << ICMP_ECHOREPLY);
        setOption(socket, SOL_RAW, ICMP_FILTER, &filter, sizeof filter);
    } else {
        setOption(socket, SOL_IPV6, IPV6_RECVERR, &on, sizeof on);
        icmp6_filter filter{};
        ICMP6_FILTER_SETBLOCKALL(&filter);
        ICMP6_FILTER_SETPASS(ICMP6_ECHO_REPLY, &filter);
        setOption(socket, IPPROTO_ICMPV6, ICMP6_FILTER, &filter, sizeof filter);
    }
    return socket;
}

} // namespace

std::optional<Address> addressOf(const std::string &text)
{
    Address address;
    auto *v4 = reinterpret_cast<sockaddr_in *>(&address.storage);
    auto *v6 = reinterpret_cast<sockaddr_in6 *>(&address.storage);
    if (inet_pton(AF_INET, text.c_str(), &v4->sin_addr) == 1) {
        v4->sin_family = AF_INET;
        address.size = sizeof *v4;
        return address;
    }
    if (inet_pton(AF_INET6, text.c_str(), &v6->sin6_addr) == 1) {
        v6->sin6_family = AF_INET6;
        address.size = sizeof *v6;
        return address;
    }
    return std::nullopt;
}

Asker::Asker(const std::string &netns, std::uint16_t identifier) : m_identifier(identifier)
{
    static const int home = ::open("/proc/self/ns/net", O_RDONLY | O_CLOEXEC);
    m_netns = netns == "host" ? ::dup(home) : ::open(("/run/netns/" + netns).c_str(), O_RDONLY | O_CLOEXEC);
    if (m_netns < 0 || ::setns(m_netns, CLONE_NEWNET) != 0)
        stop(netns);
    m_socket4 = rawSocket(AF_INET, IPPROTO_ICMP);
    m_socket6 = rawSocket(AF_INET6, IPPROTO_ICMPV6);
}

Asker::~Asker()
{
    for (const int descriptor : {m_netns, m_socket4, m_socket6})
        ::close(descriptor);
}

std::string Asker::whyNot(const Address &to) const
{
    // `ping` connects a UDP socket first, to learn its source.
    if (::setns(m_netns, CLONE_NEWNET) != 0)
        stop("setns");
    const int probe = ::socket(to.family(), SOCK_DGRAM | SOCK_CLOEXEC, 0);
    if (probe < 0)
        stop("socket");
    Address port = to;
    if (to.family() == AF_INET)
        reinterpret_cast<sockaddr_in *>(&port.storage)->sin_port = htons(1025);
    else
        reinterpret_cast<sockaddr_in6 *>(&port.storage)->sin6_port = htons(1025);
    const bool connected = ::connect(probe, reinterpret_cast<const sockaddr *>(&port.storage), port.size) == 0;
    const std::string why = connected ? std::string() : fmt::format("connect: {}", std::strerror(errno));
    ::close(probe);
    return why;
}

std::string Asker::send(const Address &to, std::uint16_t sequence)
{
    std::array<unsigned char, 8 + payload> packet{};
    const bool v4 = to.family() == AF_INET;
    packet[0] = v4 ? ICMP_ECHO : ICMP6_ECHO_REQUEST;
    packet[4] = static_cast<unsigned char>(m_identifier >> 8);
    packet[5] = static_cast<unsigned char>(m_identifier);
    packet[6] = static_cast<unsigned char>(sequence >> 8);
    packet[7] = static_cast<unsigned char>(sequence);
    for (std::size_t i = 0; i < payload; ++i)
        packet[8 + i] = static_cast<unsigned char>(i);
    if (v4) { // the kernel sums up IPv6's
        const std::uint16_t sum = checksum(packet);
        packet[2] = static_cast<unsigned char>(sum >> 8);
        packet[3] = static_cast<unsigned char>(sum);
    }
    const int socket = v4 ? m_socket4 : m_socket6;
    const auto *name = reinterpret_cast<const sockaddr *>(&to.storage);
    // An error that came for an earlier request is told by the next call, whatever that is about.
    for (int attempt = 0; attempt < 2; ++attempt)
        if (::sendto(socket, packet.data(), packet.size(), 0, name, to.size) >= 0)
            return {};
    return fmt::format("sendto: {}", std::strerror(errno));
}

std::optional<Heard> Asker::hearFrom(int socket)
{
    const bool v4 = socket == m_socket4;
    for (;;) {
        std::array<unsigned char, 2048> bytes{};
        std::array<char, 512> control{};
        sockaddr_storage from{};
        iovec room{bytes.data(), bytes.size()};
        msghdr message{};
        message.msg_name = &from;
        message.msg_namelen = sizeof from;
        message.msg_iov = &room;
        message.msg_iovlen = 1;
        message.msg_control = control.data();
        message.msg_controllen = control.size();
        bool isError = true;
        ssize_t size = ::recvmsg(socket, &message, MSG_ERRQUEUE | MSG_DONTWAIT);
        if (size < 0) {
            isError = false;
            message.msg_controllen = control.size();
            message.msg_namelen = sizeof from;
            size = ::recvmsg(socket, &message, MSG_DONTWAIT);
            if (size < 0 && errno != EAGAIN && errno != EINTR)
                continue; // the pending error of one in the queue
            if (size < 0)
                return std::nullopt;
        }
        const unsigned char *icmp = bytes.data();
        // What comes by a raw IPv4 socket has its IP header, and so has what comes back in an error.
        const ssize_t header = v4 && !isError ? (bytes[0] & 0xf) * 4 : 0;
        icmp += header;
        if (size - header < 8 || word(icmp + 4) != m_identifier)
            continue;
        Heard heard;
        heard.sequence = word(icmp + 6);
        heard.isReply = !isError;
        if (!isError) {
            heard.text = "reply from " + textOf(from);
            return heard;
        }
        for (cmsghdr *part = CMSG_FIRSTHDR(&message); part; part = CMSG_NXTHDR(&message, part)) {
            if (part->cmsg_level != (v4 ? SOL_IP : SOL_IPV6) || part->cmsg_type != (v4 ? IP_RECVERR : IPV6_RECVERR))
                continue;
            sock_extended_err error{};
            std::memcpy(&error, CMSG_DATA(part), sizeof error);
            sockaddr_storage offender{};
            std::memcpy(&offender, CMSG_DATA(part) + sizeof error, v4 ? sizeof(sockaddr_in) : sizeof(sockaddr_in6));
            heard.text = fmt::format("{}{} (type {}, code {})",
                                     error.ee_origin == SO_EE_ORIGIN_LOCAL ? "error here: " : "error: ",
                                     std::strerror(static_cast<int>(error.ee_errno)), error.ee_type, error.ee_code);
            if (offender.ss_family != AF_UNSPEC)
                heard.text += " from " + textOf(offender);
        }
        return heard;
    }
}

void Asker::solicit() const
{
    const int farthest = 255; // what comes from farther is not heard (ndisc_rcv)
    setOption(m_socket6, SOL_IPV6, IPV6_MULTICAST_HOPS, &farthest, sizeof farthest);
    const int off = 0; // a router of this very namespace would answer it by `lo`
    setOption(m_socket6, SOL_IPV6, IPV6_MULTICAST_LOOP, &off, sizeof off);
    std::array<unsigned char, 8> message{};
    message[0] = ND_ROUTER_SOLICIT;
    auto routers = addressOf("ff02::2");
    auto &to = reinterpret_cast<sockaddr_in6 &>(routers->storage);
    if (::setns(m_netns, CLONE_NEWNET) != 0)
        stop("setns");
    struct if_nameindex *links = ::if_nameindex();
    for (const auto *link = links; link && link->if_index != 0; ++link) {
        to.sin6_scope_id = link->if_index;
        // Links that are down, or have no such address, cannot; nobody expects it of them.
        std::ignore =
            ::sendto(m_socket6, message.data(), message.size(), 0, reinterpret_cast<const sockaddr *>(&to), sizeof to);
    }
    ::if_freenameindex(links);
}

std::optional<Heard> Asker::hear()
{
    if (auto heard = hearFrom(m_socket4))
        return heard;
    return hearFrom(m_socket6);
}

} // namespace netdraft::tests
