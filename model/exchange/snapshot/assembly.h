#pragma once

#include "model/edit/edit.h"
#include "model/exchange/import.h"
#include "model/exchange/snapshot/seen.h"

namespace netdraft::model::snapshot {

/// The network that a capture shows, as state: what is to be built. Its namespaces are those of the capture, in the
/// same order, after the machine itself; then perhaps one for all that lies beyond.
struct Assembly {
    Project project;
    std::vector<NetnsId> namespaces;        ///< of each that was seen
    std::vector<std::vector<LinkId>> links; ///< of each link of each
};

/// Puts the links of all namespaces together. What has no counterpart becomes a cable to the node `outside`.
Assembly assembleLinks(Seen &seen);

/// What a link is, but for cables; null where the model has no such kind.
std::optional<LinkKind> kindOf(const Seen &seen, const Assembly &assembly, const LinkRef &ref,
                               std::vector<Error> &troubles);
/// The settings of a bridge's port.
BridgePort portOf(const SeenLink &link, std::vector<Error> &troubles);

/// The link-local address that the kernel forms for a link by itself.
LinkAddress formedLinkLocal(const Link &link);

// What else a namespace has, by what its tools said. Each is left as a new namespace has it where nobody asked.
void readAddresses(const SeenNetns &seen, Netns &netns, std::vector<Error> &troubles);
void readRules(const SeenNetns &seen, Netns &netns, std::vector<Error> &troubles);
void readNexthops(const SeenNetns &seen, Netns &netns, std::vector<Error> &troubles);
void readNeighbours(const SeenNetns &seen, Netns &netns, std::vector<Error> &troubles);
/// Static entries of bridges and VXLANs; `underlay` of a VXLAN may be another namespace.
void readFdb(const SeenNetns &seen, const Network &network, Netns &netns, std::vector<Error> &troubles);
void readVlans(const SeenNetns &seen, Netns &netns, std::vector<Error> &troubles);
/// Gives edits instead where only some settings were asked for: then they are taken as written, for all else follows
/// from them.
EditList readSysctls(const SeenNetns &seen, Netns &netns, std::vector<Error> &troubles);
/// The routes, in the model's order, without those of addresses that wait for their duplicate detection.
void readRoutes(const SeenNetns &seen, Netns &netns, std::vector<Error> &troubles);

/// Builds what a capture shows by edits, as somebody would have made it; what the model refuses is a trouble.
Imported build(Seen seen);

} // namespace netdraft::model::snapshot
