#!/bin/bash
set -eux
PREFIX=2001:db8
for r in r1 r2; do
    ip netns add $r
    ip netns exec $r sysctl -w net.ipv6.conf.all.forwarding=1
done
ip netns add h1; ip netns add h2
ip link add eth0 netns h1 type veth peer name eth0 netns r1
ip link add eth1 netns r1 type veth peer name eth1 netns r2
ip link add eth0 netns h2 type veth peer name eth0 netns r2
ip -n h1 -6 addr add $PREFIX:1::10/64 dev eth0 nodad
ip -n r1 -6 addr add $PREFIX:1::1/64 dev eth0 nodad
ip -n r1 -6 addr add $PREFIX:12::1/64 dev eth1 nodad
ip -n r2 -6 addr add $PREFIX:12::2/64 dev eth1 nodad
ip -n r2 -6 addr add $PREFIX:2::1/64 dev eth0 nodad
ip -n h2 -6 addr add $PREFIX:2::10/64 dev eth0 nodad
for pair in h1:eth0 r1:eth0 r1:eth1 r2:eth1 r2:eth0 h2:eth0; do
    ip -n "${pair%%:*}" link set "${pair##*:}" up
done
ip -n h1 -6 route add default via $PREFIX:1::1
ip -n h2 -6 route add default via $PREFIX:2::1
ip -n r1 -6 route add $PREFIX:2::/64 via $PREFIX:12::2
ip -n r2 -6 route add $PREFIX:1::/64 via $PREFIX:12::1
