#!/bin/sh
# Two subnets and a router, configured in shells within the namespaces.
ip netns add left
ip netns add router
ip netns add right

ip link add l0 netns left type veth peer name r0 netns router
ip link add l0 netns right type veth peer name r1 netns router

ip netns exec left sh <<END
ip link set lo up
ip link set l0 up
ip addr add 10.0.1.2/24 dev l0
ip route add default via 10.0.1.1
END

ip netns exec right sh -c '
    ip link set lo up
    ip link set l0 up
    ip addr add 10.0.2.2/24 dev l0
    ip route add default via 10.0.2.1
'

ip netns exec router bash -e <<'END'
for n in 0 1; do
    ip link set r$n up
    ip addr add 10.0.$((n + 1)).1/24 dev r$n
done
ip link set lo up
sysctl -q -w net.ipv4.ip_forward=1
END

ip netns exec left ping -c 1 10.0.2.2 >/dev/null && echo "left reaches right"
