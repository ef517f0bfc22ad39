#!/bin/bash
# A namespace behind the machine, which masquerades.
NS=inside
VETH=veth-out
VPEER=veth-in
OUT=wan
ip link add $OUT type veth peer name $OUT-peer
ip netns add internet
ip link set $OUT-peer netns internet name eth0
ip addr add 198.51.100.1/24 dev $OUT
ip link set $OUT up
ip -n internet addr add 198.51.100.99/24 dev eth0
ip -n internet link set eth0 up

ip netns add ${NS}
ip link add ${VETH} type veth peer name ${VPEER}
ip link set ${VPEER} netns $NS
ip addr add 10.200.1.1/24 dev ${VETH}
ip link set ${VETH} up
ip netns exec ${NS} ip addr add 10.200.1.2/24 dev ${VPEER}
ip netns exec ${NS} ip link set ${VPEER} up
ip netns exec ${NS} ip link set lo up
ip netns exec ${NS} ip route add default via 10.200.1.1

echo 1 > /proc/sys/net/ipv4/ip_forward
iptables -P FORWARD DROP
iptables -F FORWARD
iptables -t nat -F
iptables -t nat -A POSTROUTING -s 10.200.1.0/255.255.255.0 -o $OUT -j MASQUERADE
iptables -A FORWARD -i $OUT -o ${VETH} -m conntrack --ctstate RELATED,ESTABLISHED -j ACCEPT
iptables -A FORWARD -o $OUT -i ${VETH} -j ACCEPT
