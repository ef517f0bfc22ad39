#pragma once

#include "model/edit/edit.h"

#include <span>

namespace netdraft::model {

/// A setting of a bridge's port that is true or false, by its field in a project file.
struct PortField {
    std::string_view key;
    std::optional<bool> PortChange::*change;
    bool BridgePort::*value;
};
std::span<const PortField> portFields();

/// What sets a port apart from a new one; its state is not looked at.
PortChange differenceOf(const BridgePort &port);
/// What sets a bridge apart from a new one.
BridgeChange differenceOf(const Bridge &bridge);

} // namespace netdraft::model
