#pragma once

/// Packets in packets, of kinds that this kernel may not have.
inline constexpr auto tunnelsLab = R"(
ip netns add A
ip netns add R
ip link add eth0 netns A address 02:00:00:00:00:01 type veth peer name eth0 netns R address 02:00:00:00:00:02
ip -n A link set lo up
ip -n A link set eth0 up
ip -n R link set eth0 up
ip -n A addr add 192.0.2.1/24 dev eth0
ip -n R addr add 192.0.2.9/24 dev eth0
ip -n A link add gre1 type gre local 192.0.2.1 remote 192.0.2.9 key 7
ip -n R link add gre1 type gre local 192.0.2.9 remote 192.0.2.1 key 7
ip -n A link add ipip1 type ipip local 192.0.2.1 remote 192.0.2.9
ip -n R link add ipip1 type ipip local 192.0.2.9 remote 192.0.2.1
ip -n A link add sit1 type sit local 192.0.2.1 remote 192.0.2.9
ip -n R link add sit1 type sit local 192.0.2.9 remote 192.0.2.1
ip -n A link add eth0.7 link eth0 type vlan id 7
ip -n R link add eth0.7 link eth0 type vlan id 7
ip -n A link set gre1 up
ip -n R link set gre1 up
ip -n A link set ipip1 up
ip -n R link set ipip1 up
ip -n A link set sit1 up
ip -n R link set sit1 up
ip -n A link set eth0.7 up
ip -n R link set eth0.7 up
ip -n A addr add 10.1.0.1/24 dev gre1
ip -n R addr add 10.1.0.2/24 dev gre1
ip -n A addr add 10.2.0.1/24 dev ipip1
ip -n R addr add 10.2.0.2/24 dev ipip1
ip -n A addr add 10.3.0.1/24 dev eth0.7
ip -n R addr add 10.3.0.2/24 dev eth0.7
ip -n A addr add 2001:db8:a::1/64 dev sit1
ip -n R addr add 2001:db8:a::2/64 dev sit1
)";
