#pragma once

#include "model/edit/edit.h"

#include <span>
#include <string>
#include <vector>

namespace netdraft::model {

/// A link that comes from outside, as a card does: the end of a cable to another node.
struct Card {
    std::string link;
    std::optional<MacAddress> mac; ///< that it was given
    std::optional<int> mtu;
};

/// What one node is told when a network is written node by node.
struct NodePart {
    std::string name;
    std::vector<Card> cards;
    EditList edits; ///< makes the rest of its links and configures everything, in order
};

/// A network cut into what each node is told by itself, and what only somebody outside can do.
struct NodeParts {
    EditList outside;            ///< namespaces, cables between them, links whose parent is elsewhere; in order
    std::vector<NodePart> nodes; ///< the machine first, if it is more than `lo`
};

/// The edits that build a project's network (commandSections()), by the node that they configure.
NodeParts nodeParts(const Project &project);

/// Whether an edit makes or moves a link between two namespaces, or makes a namespace.
bool isOutside(const Edit &edit);

/// What a list of edits makes of an empty project; nothing where one of them is refused.
std::optional<Project> built(const EditList &edits);

/// Whether the network has it that an IPv6 address which is added turns out to be another's, or would if it were added
/// now. Where nodes are configured at once, it is chance who of those that have it is first.
bool isContested(const Network &network, const Edit &edit);

/// Names all such in `omitted`.
void omitContested(const Project &project, const NodeParts &parts, std::vector<std::string> &omitted);

/// The same routes, which all name the links that they go out by, also where the kernel would find them by a gateway.
/// `netns` is the node as it is to be.
AddRoute withDevices(AddRoute edit, const Netns &netns);

/// Whether words make a line that needs no quotes, whoever reads it.
bool arePlain(std::span<const std::string> words);

/// A line for Exported::omitted: which node lacks which command, and why.
std::string omission(const Edit &edit, std::string_view why);

} // namespace netdraft::model
