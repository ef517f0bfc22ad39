#!/bin/bash
# The network is a table in a here-document.
while read -r ns dev addr gw; do
    [[ -z $ns || $ns == \#* ]] && continue
    ip netns list | while read -r have _; do [ "$have" = "$ns" ] && echo "$ns is there"; done
    ip netns add "$ns"
    ip link add "br-$ns" type veth peer name "$dev" netns "$ns"
    ip -n "$ns" addr add "$addr" dev "$dev"
    ip -n "$ns" link set "$dev" up
    if [[ $gw != - ]]; then
        ip -n "$ns" route add default via "$gw"
    fi
done <<'TABLE'
# ns   dev   address         gateway
n1     eth0  192.168.50.11/24 192.168.50.1
n2     eth0  192.168.50.12/24 192.168.50.1

n3     eth0  192.168.50.13/24 -
TABLE
ip link add br0 type bridge
ip link set br0 up
ip addr add 192.168.50.1/24 dev br0
for p in n{1..3}; do
    ip link set br-$p master br0 up
done
