#!/bin/bash
ip netns add inner
ip link add vo type veth peer name vi netns inner
ip addr add 10.31.0.1/24 dev vo
ip link set vo up
nsenter --net=/var/run/netns/inner ip addr add 10.31.0.2/24 dev vi
nsenter --net=/run/netns/inner -- ip link set vi up
nsenter --net=/var/run/netns/inner bash <<'EOF2'
ip link set lo up
ip route add default via 10.31.0.1
EOF2
