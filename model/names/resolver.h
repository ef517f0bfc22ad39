#pragma once

#include "model/names/query.h"
#include "model/names/resolver_settings.h"

namespace netdraft::model::names {

/// How getaddrinfo(3) and gethostbyaddr(3) of glibc find a name or an address: first in /etc/hosts, then by name
/// servers, in the order of nsswitch.conf.
struct Resolution {
    enum class Status : std::uint8_t {
        Found,
        NotFound,  ///< EAI_NONAME: there is no such name, or none of this family
        TryAgain,  ///< EAI_AGAIN: no server has answered, or one that it could not tell
        NoAddress, ///< EAI_NODATA: the name is there, but has no address
    };
    /// One look at a file, or one question to a server.
    struct Step {
        bool isFile = false;  ///< /etc/hosts
        Sending sending;      ///< of a question
        Exchanged exchanged;  ///< what came of it
        bool decided = false; ///< the answer was found here
    };

    Status status = Status::NotFound;
    std::string canonical;            ///< the name that the addresses belong to, without a dot at its end
    std::vector<std::string> aliases; ///< others, among them the name that was asked
    std::vector<IpAddress> addresses;
    std::vector<Step> steps; ///< in order
};

/// The addresses of a name, of one family or of both.
Resolution resolve(const DataPlane &plane, NetnsId at, const std::string &name, std::optional<Family> family,
                   simulation::Recording *recording = nullptr);
/// The name of an address, in `canonical`.
Resolution resolveAddress(const DataPlane &plane, NetnsId at, const IpAddress &address,
                          simulation::Recording *recording = nullptr);

/// What gai_strerror(3) says of it.
std::string_view resolutionError(Resolution::Status status);

/// The names that are tried for one that was typed, in order (res_search): with the domains of `search` behind it, and
/// as it is, which comes first if it has `ndots` dots, and alone if it ends with one.
std::vector<std::string> searchedNames(const ResolverSettings &settings, std::string_view name);

} // namespace netdraft::model::names
