#pragma once

namespace netdraft::tests {

/// A, a router R and B behind it.
inline constexpr auto routedLab = R"(
ip netns add A
ip netns add R
ip netns add B
ip link add eth0 netns A address 02:00:00:00:00:01 type veth peer name eth0 netns R address 02:00:00:00:00:02
ip link add eth1 netns R address 02:00:00:00:00:03 type veth peer name eth0 netns B address 02:00:00:00:00:04
ip -n A link set lo up
ip -n A link set eth0 up
ip -n R link set eth0 up
ip -n R link set eth1 up
ip -n B link set eth0 up
ip -n A addr add 192.0.2.1/24 dev eth0
ip -n R addr add 192.0.2.9/24 dev eth0
ip -n R addr add 198.51.100.9/24 dev eth1
ip -n B addr add 198.51.100.2/24 dev eth0
ip netns exec R sysctl -qw net.ipv4.ip_forward=1
ip -n A route add default via 192.0.2.9
ip -n B route add default via 198.51.100.9
)";

} // namespace netdraft::tests
