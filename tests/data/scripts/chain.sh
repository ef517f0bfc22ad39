#!/bin/bash
# A chain of N routers: r1 - r2 - ... - rN
N=${1:-5}
for ((i = 1; i <= N; i++)); do
    ip netns add r$i
    ip -n r$i link set lo up
    ip netns exec r$i sysctl -wq net.ipv4.ip_forward=1
done
for ((i = 1; i < N; i++)); do
    j=$((i + 1))
    ip link add r$i-r$j netns r$i type veth peer name r$j-r$i netns r$j
    ip -n r$i addr add 10.0.$i.1/30 dev r$i-r$j
    ip -n r$j addr add 10.0.$i.2/30 dev r$j-r$i
    ip -n r$i link set r$i-r$j up
    ip -n r$j link set r$j-r$i up
done
for ((i = 1; i <= N; i++)); do
    for ((k = 1; k < N; k++)); do
        if ((k > i)); then
            ip -n r$i route add 10.0.$k.0/30 via 10.0.$i.2
        elif ((k < i - 1)); then
            ip -n r$i route add 10.0.$k.0/30 via 10.0.$((i - 1)).1
        fi
    done
done
