#pragma once

#include <cstdint>
#include <optional>
#include <string_view>

namespace netdraft::model::command {

enum class Transport : std::uint8_t { Tcp, Udp, Any };

/// The port that a name or an alias stands for (getservbyname).
std::optional<std::uint16_t> portOfService(std::string_view name, Transport transport);
/// The name of a port, empty if it has none (getservbyport).
std::string_view serviceOfPort(std::uint16_t port, Transport transport);

} // namespace netdraft::model::command
