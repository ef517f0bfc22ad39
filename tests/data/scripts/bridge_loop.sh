#!/usr/bin/env bash
# A bridge with a few namespaces, made by a loop.
BRIDGE=br0
SUBNET=172.18.0
COUNT=4

ip link add "$BRIDGE" type bridge
ip addr add "${SUBNET}.1/16" dev "$BRIDGE"
ip link set dev $BRIDGE up

for i in $(seq 1 $COUNT); do
    ns="ns$i"
    ip netns add $ns
    ip link add veth$i type veth peer name eth0 netns $ns
    ip link set veth$i master $BRIDGE
    ip link set veth$i up
    ip -n $ns link set lo up
    ip -n $ns link set eth0 up
    ip -n $ns addr add $SUBNET.$((i + 1))/16 dev eth0
    ip -n $ns route add default via $SUBNET.1
done
