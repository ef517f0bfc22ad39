#pragma once

#include "model/exchange/project_parts.h"

namespace netdraft::model {

/// The field of an interface that says of what kind it is, unless it is a bridge or the end of a cable; null if there
/// is none.
const Json *kindField(const Json &interface, std::string &name);

/// Reads that field: the kind, and the edits that its entries and members are.
FileKind readKind(ProjectParts &parts, const std::string &key, const Json &value, const LinkName &link);

/// Reads the field `ovs` of a link of that name; its ports that are no internal ones become edits.
FileOvs readOvs(ProjectParts &parts, const Json &value, const LinkName &link);

/// Reads the settings of a bridge, apart from its ports and FDB.
BridgeChange readBridgeFields(Fields &fields);
/// Reads a port: its name, or an object with its settings, which become edits.
std::string readPort(ProjectParts &parts, const Json &value, const std::string &netns);
/// The edits of `vlans` and `notVlans`.
void readVlans(ProjectParts &parts, Fields &fields, const LinkName &link, bool self);

} // namespace netdraft::model
