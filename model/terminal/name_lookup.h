#pragma once

#include "model/command/command.h"

namespace netdraft::model::terminal {

/// What a word stands for, an address or a name of /etc/hosts (getaddrinfo(3); no name server is asked).
struct Lookup {
    std::vector<IpAddress> addresses; ///< the one to try first in front; none: nobody knows it
    std::string name;                 ///< the canonical one; the word itself, where that is an address
    bool isAddress = false;
    bool isOtherFamily = false; ///< none, for the word stands for addresses of the other family alone
};
Lookup lookUp(const Network &network, NetnsId at, const std::string &word, std::optional<Family> family);

/// The names of addresses, as programs print them (getnameinfo(3)): those of /etc/hosts.
class Names
{
public:
    /// Of no address.
    Names() = default;
    Names(const Network &network, NetnsId at);

    /// Empty where it has none.
    std::string of(const IpAddress &address) const;
    /// `NAME (ADDRESS)`, or the address alone, where it has no name.
    std::string both(const IpAddress &address) const;

private:
    std::map<IpAddress, std::string> m_names;
};

/// `getent hosts` of names and addresses; without any, all lines.
Reply getent(const Network &network, NetnsId at, std::span<const std::string> words);

} // namespace netdraft::model::terminal
