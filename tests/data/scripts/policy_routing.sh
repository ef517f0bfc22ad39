#!/bin/bash
# Two ways out, chosen by the sender's address.
set -e
ip netns add host1
ip netns add ispA
ip netns add ispB
ip netns add far
add_link() {
    # NS1 IF1 ADDR1 NS2 IF2 ADDR2
    ip link add "$2" netns "$1" type veth peer name "$5" netns "$4"
    ip -n "$1" addr add "$3" dev "$2"
    ip -n "$4" addr add "$6" dev "$5"
    ip -n "$1" link set "$2" up
    ip -n "$4" link set "$5" up
}
add_link host1 ethA 10.10.1.2/24 ispA down0 10.10.1.1/24
add_link host1 ethB 10.10.2.2/24 ispB down0 10.10.2.1/24
add_link ispA up0 10.20.1.1/24 far ethA 10.20.1.9/24
add_link ispB up0 10.20.2.1/24 far ethB 10.20.2.9/24
for ns in ispA ispB; do ip netns exec $ns sysctl -q net.ipv4.ip_forward=1; done

ip -n host1 route add default via 10.10.1.1
ip -n host1 route add default via 10.10.2.1 table 200
ip -n host1 rule add from 10.10.2.2 lookup 200 priority 1000
ip -n far route add 10.10.1.0/24 via 10.20.1.1
ip -n far route add 10.10.2.0/24 via 10.20.2.1
