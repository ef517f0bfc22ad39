#!/bin/bash
set -e
for n in s m1 m2 d; do ip netns add $n; ip -n $n link set lo up; done
link() { ip link add $2 netns $1 type veth peer name $4 netns $3; ip -n $1 link set $2 up; ip -n $3 link set $4 up; }
link s e1 m1 in; link s e2 m2 in; link m1 out d e1; link m2 out d e2
ip -n s addr add 10.1.1.1/24 dev e1;  ip -n m1 addr add 10.1.1.2/24 dev in
ip -n s addr add 10.1.2.1/24 dev e2;  ip -n m2 addr add 10.1.2.2/24 dev in
ip -n d addr add 10.2.1.1/24 dev e1;  ip -n m1 addr add 10.2.1.2/24 dev out
ip -n d addr add 10.2.2.1/24 dev e2;  ip -n m2 addr add 10.2.2.2/24 dev out
ip -n d addr add 10.3.0.1/32 dev lo
ip -n s route add 10.3.0.0/24 nexthop via 10.1.1.2 dev e1 weight 1 nexthop via 10.1.2.2 dev e2 weight 1
for m in 1 2; do
    ip netns exec m$m sysctl -qw net.ipv4.ip_forward=1
    ip -n m$m route add 10.3.0.0/24 via 10.2.$m.1
    ip -n d route add 10.1.$m.0/24 via 10.2.$m.2
done
