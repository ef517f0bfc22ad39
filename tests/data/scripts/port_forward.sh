#!/bin/bash
set -eu
ipt() { ip netns exec gw iptables "$@"; }
for n in web gw user; do
    ip netns add $n
    ip -n $n link set lo up
done
ip link add eth0 netns web type veth peer name lan netns gw
ip link add eth0 netns user type veth peer name wan netns gw
ip -n web addr add 10.5.0.80/24 dev eth0
ip -n gw addr add 10.5.0.1/24 dev lan
ip -n gw addr add 203.0.113.1/24 dev wan
ip -n user addr add 203.0.113.7/24 dev eth0
for l in "web eth0" "gw lan" "gw wan" "user eth0"; do
    set -- $l
    ip -n $1 link set $2 up
done
ip -n web route add default via 10.5.0.1
ip netns exec gw sysctl -qw net.ipv4.ip_forward=1
ipt -t nat -A PREROUTING -i wan -p tcp --dport 8080 -j DNAT --to-destination 10.5.0.80:80
ipt -t nat -A POSTROUTING -o wan -j SNAT --to-source 203.0.113.1
ipt -A FORWARD -i wan -p icmp -j DROP
