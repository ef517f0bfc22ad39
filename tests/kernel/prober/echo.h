#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <sys/socket.h>

namespace netdraft::tests {

/// An IPv4 or IPv6 address as the kernel takes it.
struct Address {
    sockaddr_storage storage{};
    socklen_t size = 0;
    int family() const { return storage.ss_family; }
};

/// None if it is neither.
std::optional<Address> addressOf(const std::string &text);

/// What came by one of the sockets of an Asker.
struct Heard {
    std::uint16_t sequence = 0;
    bool isReply = false; ///< or an ICMP error
    std::string text;     ///< what it was, and who said it
};

/// Sends echo requests from one namespace, as `ping` does: with raw sockets bound to no address.
class Asker
{
public:
    /// In the namespace that `ip netns` knows by this name; `host` is the one where the process is. The identifier
    /// tells its requests from those of others.
    Asker(const std::string &netns, std::uint16_t identifier);
    ~Asker();
    Asker(const Asker &) = delete;
    Asker &operator=(const Asker &) = delete;

    /// What `ping` would say without sending anything, as where there is no route; empty when it would send.
    std::string whyNot(const Address &to) const;
    /// Sends one request of 84 bytes (IPv6: 104); returns the kernel's error, or nothing.
    std::string send(const Address &to, std::uint16_t sequence);
    /// Sends a router solicitation by every link that has an address to send it from.
    void solicit() const;
    /// The next of what has come for this asker; none when nothing more has.
    std::optional<Heard> hear();
    /// To wait for: one of each family.
    std::array<int, 2> sockets() const { return {m_socket4, m_socket6}; }

private:
    std::optional<Heard> hearFrom(int socket);

    int m_netns = -1;
    int m_socket4 = -1;
    int m_socket6 = -1;
    std::uint16_t m_identifier;
};

} // namespace netdraft::tests
