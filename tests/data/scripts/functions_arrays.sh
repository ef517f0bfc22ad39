#!/bin/bash
set -e

HOSTS=(h1 h2 h3)
declare -A ADDR=(
    [h1]=10.1.0.11/24
    [h2]=10.1.0.12/24
    [h3]=10.1.0.13/24
)

log() { printf '%s: %s\n' "$(basename "$0")" "$*" >&2; }

create_host() {
    local name=$1 address=${2:?address missing}
    ip netns add "$name"
    ip link add "$name-sw" type veth peer name eth0 netns "$name"
    ip netns exec "$name" ip address add "$address" dev eth0
    ip netns exec "$name" ip link set eth0 up
    ip netns exec "$name" ip link set lo up
    log "created $name"
}

create_switch() {
    local name=$1; shift
    ip netns add "$name"
    ip -n "$name" link add br0 type bridge
    ip -n "$name" link set br0 up
    local port
    for port in "$@"; do
        ip link set "$port-sw" netns "$name"
        ip -n "$name" link set "$port-sw" master br0 up
    done
}

for h in "${HOSTS[@]}"; do
    create_host "$h" "${ADDR[$h]}"
done
create_switch sw "${HOSTS[@]}"
