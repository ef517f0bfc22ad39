#pragma once

#include "model/exchange/link_order.h"
#include "model/exchange/project_fields.h"

#include <array>
#include <map>
#include <set>

namespace netdraft::model {

/// The steps in which a network is built, as rebuild() takes them.
enum class BuildStep : std::uint8_t {
    Links,
    PortMtus,
    Bridges, ///< their settings
    Masters,
    OvsPorts,
    Ports, ///< their settings
    BridgeMtus,
    ChildMtus,
    Arp,
    Qdiscs,
    Sysctls,
    Up,
    ChildrenUp, ///< after their parents
    DeletedAddresses,
    Addresses,
    Down,
    PortStates,           ///< and what else only a link that runs can be told
    LateDeletedAddresses, ///< of links that are down
    LateAddresses,        ///< and those that wait for a carrier
    Neighbours,
    Nexthops,
    DeletedRoutes,
    Routes,
    DeletedRules,
    Rules,
    Rulesets,
    Files,
    Radvds,
    Sockets,
    Places,
};
inline constexpr std::size_t buildStepCount = static_cast<std::size_t>(BuildStep::Places) + 1;

// What a project file says, with the places where it says it.

struct FilePort {
    std::string name;
    std::size_t offset = 0;
};

/// What an interface is that is no bridge and no end of a cable.
struct FileKind {
    NewLink kind;
    std::string node;  ///< where it lies or its packets leave; empty: where it is itself
    std::string lower; ///< its parent, or the device of its packets; empty: none
    std::size_t lowerOffset = 0;
};

/// What an interface is that Open vSwitch made.
struct FileOvs {
    WantedOvs wanted;
    std::size_t offset = 0; ///< of the bridge's name, else of the whole
};

struct FileInterface {
    std::string name;
    std::size_t offset = 0;
    bool wasUp = false; ///< and is not any more
    bool bridge = false;
    std::vector<FilePort> ports;
    std::optional<FileKind> kind;
    std::optional<FileOvs> ovs;
    std::size_t index = 0;            ///< among the node's links without `lo`
    std::optional<std::size_t> cable; ///< where the end of its cable stands
};

struct FileNode {
    std::string name;
    std::size_t offset = 0;
    std::map<std::string, FileInterface, std::less<>> interfaces; ///< `lo` as well
};

/// A project file as far as it is read: what is known of its nodes, and the edits that will build it.
struct ProjectParts {
    struct PlacedEdit {
        Edit edit;
        std::size_t offset = 0; ///< of the value that it comes from
    };

    ProjectText text;
    std::vector<FileNode> nodes;    ///< the first is the machine
    std::vector<WantedNode> wanted; ///< the links of each node, in the same order
    std::map<std::string, std::size_t, std::less<>> nodeIndex;
    std::set<std::string> named; ///< nodes that stand in the file
    std::array<std::vector<PlacedEdit>, buildStepCount> steps{};

    ProjectParts(std::string_view content, const std::string &file) : text(content, file) {}

    void edit(BuildStep step, std::size_t offset, Edit what)
    {
        steps[static_cast<std::size_t>(step)].push_back({std::move(what), offset});
    }
};

} // namespace netdraft::model
