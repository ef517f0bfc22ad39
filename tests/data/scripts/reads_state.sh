#!/bin/bash
# Asks the network what is there, and goes by it.
ip netns add m
ip link add up0 type veth peer name dn0 netns m
ip -n m link set dn0 address 02:00:00:00:00:aa
ip link set up0 up
ip -n m link set dn0 up
mac=$(ip netns exec m cat /sys/class/net/dn0/address)
[[ $mac =~ ^([0-9a-f]{2}:){5}[0-9a-f]{2}$ ]] || exit 1
ip addr add 10.12.0.1/24 dev up0
ip -n m addr add 10.12.0.2/24 dev dn0
ip neigh replace 10.12.0.2 lladdr "$mac" dev up0 nud permanent
addr=$(ip -o -4 addr show dev up0)
set -- $addr
[ "$4" = 10.12.0.1/24 ] || exit 1
gw=${4%/*}
ip -n m route add default via "$gw"
while read -r dst _ via _; do
    [ "$dst" = default ] && ip -n m route add 10.99.0.0/16 via "$via"
done < <(ip -n m route show default)
count=0
for ns in $(ip netns list); do count=$((count + 1)); done
ip netns add "extra$count"
