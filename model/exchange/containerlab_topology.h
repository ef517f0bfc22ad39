#pragma once

#include "model/address/mac_address.h"
#include "model/exchange/yaml_tree.h"

#include <optional>

namespace netdraft::model {

/// What a topology file of containerlab asks for, with what nodes have from their kind, their group and the defaults.
struct ContainerlabTopology {
    struct Command {
        std::string text;
        Position where;
    };
    struct Node {
        std::string name;
        std::string kind;
        std::string networkMode;
        std::vector<Command> sysctls; ///< `KEY=VALUE`
        std::vector<Command> exec;
        Position where;
    };
    struct End {
        std::string node;
        std::string interface;
        std::optional<MacAddress> mac;
        Position where;
    };
    struct Link {
        End one;
        End other;
        int mtu = 9500; ///< as containerlab's links have unless they say otherwise
    };
    std::string name;
    std::vector<Node> nodes;
    std::vector<Link> links;
    std::vector<Error> troubles; ///< what is wrong or not simulated, with its place
};

/// Fails where it has no topology.
Result<ContainerlabTopology> readTopology(const Yaml &root, const std::string &file);

} // namespace netdraft::model
