#pragma once

#include "model/network/socket.h"

#include <optional>

namespace netdraft::model::command {

/// The port that a name or an alias stands for (getservbyname); without a transport, over any.
std::optional<std::uint16_t> portOfService(std::string_view name, std::optional<Transport> transport);
/// The name of a port, empty if it has none (getservbyport).
std::string_view serviceOfPort(std::uint16_t port, std::optional<Transport> transport);

} // namespace netdraft::model::command
