#!/bin/bash
# A bridge that keeps ports apart, and static entries in its table.
ip netns add sw
for p in {1..3}; do
    ip netns add pc$p
    ip link add port$p netns sw type veth peer name eth0 netns pc$p
    ip -n pc$p addr add 10.60.0.$p/24 dev eth0
    ip -n pc$p link set eth0 up
done
ip netns exec sw bash -euo pipefail -c '
    ip link add br0 type bridge
    ip link set br0 up
    for p in 1 2 3; do
        ip link set "port$p" master br0
        ip link set "port$p" up
    done
    bridge link set dev port1 isolated on
    bridge link set dev port2 isolated on
'
ip -n pc3 link set eth0 address 02:00:00:00:00:33
mac=$(ip -n pc3 -br link show eth0)
read -r _ _ mac _ <<< "$mac"
bridge -n sw fdb replace "$mac" dev port3 master static
