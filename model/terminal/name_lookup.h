#pragma once

#include "model/command/command.h"
#include "model/names/resolver.h"

namespace netdraft::model::terminal {

/// What a word stands for: an address or a name (getaddrinfo(3)), which files and name servers know.
struct Lookup {
    std::vector<IpAddress> addresses; ///< the one to try first in front; none: nobody knows it
    std::string name;                 ///< the canonical one; the word itself, where that is an address
    bool isAddress = false;
    bool isOtherFamily = false; ///< none, for the word stands for addresses of the other family alone
    std::string error;          ///< why there is none, as gai_strerror(3) says it
};
Lookup lookUp(const Network &network, NetnsId at, const std::string &word, std::optional<Family> family,
              simulation::Recording *recording = nullptr);

/// The names of addresses, as programs print them (getnameinfo(3)): those of /etc/hosts and of name servers. Must not
/// outlive the network.
class Names
{
public:
    /// Of no address.
    Names() = default;
    Names(const Network &network, NetnsId at) : m_network(&network), m_at(at) {}

    /// Empty where it has none.
    std::string of(const IpAddress &address) const;
    /// `NAME (ADDRESS)`, or the address alone, where it has no name.
    std::string both(const IpAddress &address) const;

private:
    const Network *m_network = nullptr;
    NetnsId m_at;
    mutable std::map<IpAddress, std::string> m_names; ///< those that were asked for
};

/// `getent hosts` of names and addresses, without any all lines; `getent ahosts`, `ahostsv4`.
Reply getent(const Network &network, NetnsId at, std::span<const std::string> words);

} // namespace netdraft::model::terminal
