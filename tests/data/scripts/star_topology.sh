#!/bin/bash
set -euo pipefail
shopt -s nullglob
CORE=core
LEAVES=(north south east west)
ip netns add "$CORE"
ip netns exec "$CORE" sysctl -w net.ipv4.ip_forward=1 >/dev/null
idx=0
for leaf in "${LEAVES[@]}"; do
    ip netns add "$leaf"
    short=${leaf:0:1}
    ip link add "c-$short" netns "$CORE" type veth peer name uplink netns "$leaf"
    net="10.$((100 + idx)).0"
    ip -n "$CORE" addr add "$net.1/24" dev "c-$short"
    ip -n "$leaf" addr add "$net.2/24" dev uplink
    ip -n "$CORE" link set "c-$short" up
    ip -n "$leaf" link set uplink up
    ip -n "$leaf" link set lo up
    ip -n "$leaf" route add default via "$net.1"
    idx=$((idx + 1))
done
echo "${#LEAVES[@]} leaves: ${LEAVES[*]^^}"
