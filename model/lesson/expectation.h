#pragma once

#include "model/address/prefix.h"
#include "model/network/network.h"
#include "model/network/socket.h"
#include "model/result.h"

namespace netdraft::model {

/// Nodes or addresses, as an expectation names them.
struct Party {
    bool everyone = false;
    std::vector<NetnsId> nodes;   ///< those named, in the order of the network
    std::vector<Prefix> prefixes; ///< everybody with an address in one; as a goal, these addresses alone
    std::string words;            ///< as it was written
};

/// The port that is to answer.
struct WantedPort {
    Transport transport = Transport::Tcp;
    std::uint16_t number = 0;
};

/// One thing that is to be so in a network.
struct Expectation {
    enum class Kind : std::uint8_t {
        Reaches,       ///< each of `from` reaches every address of `to`
        NeverReaches,  ///< none of `from` reaches any address of `to`
        NoLoops,       ///< no packet and no frame circles
        GatewayAnswers ///< each node that forwards nothing reaches the gateways of its default routes
    };
    Kind kind = Kind::Reaches;
    Party from;
    Party to;
    std::optional<WantedPort> port; ///< none: by ping
    int line = 1;                   ///< where it was written
    std::string words;              ///< as it was written
};

/// Reads expectations, one a line, as docs/policies.md has them; `file` stands in errors. Names are those of this
/// network's nodes, or of groups that stand above. The first line that is wrong is the error, with its place.
Result<std::vector<Expectation>> readPolicy(std::string_view text, const std::string &file, const Network &network);

} // namespace netdraft::model
