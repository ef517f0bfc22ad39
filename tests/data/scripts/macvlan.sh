#!/bin/bash
# Containers on one parent, as docker's macvlan networks have them.
parent=lan0
ip link add $parent type veth peer name lan0p
ip link set lan0p up
ip addr add 10.40.0.254/24 dev lan0p
ip link set $parent up
for c in c1 c2; do
    ip netns add $c
    ip link add mv-$c link $parent type macvlan mode bridge
    ip link set mv-$c netns $c
    ip -n $c link set mv-$c name eth0
    ip -n $c link set eth0 up
    ip -n $c addr add 10.40.0.${c#c}/24 dev eth0
done
