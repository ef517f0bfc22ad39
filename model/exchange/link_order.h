#pragma once

#include "model/edit/edit.h"

namespace netdraft::model {

/// A link that Open vSwitch makes: that of a bridge's local port, of another internal one, or `ovs-system`.
struct WantedOvs {
    LinkName bridge; ///< in the namespace whose Open vSwitch it is; no link: of `ovs-system`
    OvsPort port;
    bool isSystem() const { return bridge.link.empty(); }
    bool isLocal() const { return bridge.link == port.name; }
};

/// A link other than `lo` that a namespace is to have.
struct WantedLink {
    /// The end of a cable: indexes into the nodes and into that node's links.
    struct End {
        std::size_t node = 0;
        std::size_t link = 0;
        friend auto operator<=>(const End &, const End &) = default;
    };
    std::string name;
    int index = 0;           ///< ifindex
    std::optional<End> peer; ///< none: a bridge, or `other`
    std::optional<MacAddress> mac;
    std::optional<AddLink> other;                ///< a link of another kind, but for its index
    std::optional<End> lower;                    ///< what `other` lies on: that must be there first
    std::optional<WantedOvs> ovs = std::nullopt; ///< or one of Open vSwitch
};

/// A namespace and its links, ordered by ifindex.
struct WantedNode {
    std::string name;
    std::vector<WantedLink> links;
};

/// An edit that makes one link, or a cable, or the last touch to one, and that link.
struct LinkCreation {
    Edit edit;
    WantedLink::End of;
};

/// The edits that make these links with these indexes, each after all links before it in its node where
/// cables allow that. An index is named only where the kernel would choose another.
std::vector<LinkCreation> creationOrder(const std::vector<WantedNode> &nodes);

} // namespace netdraft::model
