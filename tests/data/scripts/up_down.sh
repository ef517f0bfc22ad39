#!/bin/bash
# usage: up_down.sh [up|down|status]
NS="alpha beta"

up() {
    for n in $NS; do
        ip netns add $n
        ip netns exec $n ip link set dev lo up
    done
    ip link add a2b type veth peer name b2a
    ip link set a2b netns alpha
    ip link set b2a netns beta
    ip netns exec alpha ip addr add 203.0.113.1/30 dev a2b
    ip netns exec beta ip addr add 203.0.113.2/30 dev b2a
    ip netns exec alpha ip link set a2b up
    ip netns exec beta ip link set b2a up
}

down() {
    for n in $NS; do
        ip netns del $n 2>/dev/null || true
    done
}

case "${1:-up}" in
    up)     down; up ;;
    down)   down ;;
    status) ip netns list ;;
    *)      echo "usage: $0 {up|down|status}"; exit 1 ;;
esac
