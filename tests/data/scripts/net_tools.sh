#!/bin/sh
# With brctl and route, as older tutorials have it.
brctl addbr br1
ip link set br1 up
for h in a b; do
    ip netns add $h
    ip link add $h-br type veth peer name $h-eth
    ip link set $h-eth netns $h
    brctl addif br1 $h-br
    ip link set $h-br up
    ip netns exec $h ip link set $h-eth up
done
ip netns exec a ip addr add 10.44.0.1/24 dev a-eth
ip netns exec b ip addr add 10.44.0.2/24 dev b-eth
ip addr add 10.44.0.254/24 dev br1
ip netns exec a route add default gw 10.44.0.254
ip netns exec b route add -net 10.55.0.0 netmask 255.255.0.0 gw 10.44.0.254
