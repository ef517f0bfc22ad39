#!/bin/bash
# One function that is given a namespace and commands.
in_ns() { local ns=$1; shift; ip netns exec "$ns" "$@"; }
run() { echo "+ $*"; "$@" || { echo "failed: $*"; exit 1; }; }

run ip netns add a
run ip netns add b
run ip link add va type veth peer vb
run ip link set va netns a
run ip link set vb netns b
for side in a:1 b:2; do
    IFS=: read -r ns num <<< "$side"
    in_ns $ns bash -c "
        ip addr add 10.66.0.$num/24 dev v$ns
        ip link set dev v$ns up
        ip link set lo up
    "
    in_ns $ns ip route replace 192.0.2.0/24 dev v$ns
done
in_ns a ping -c1 -w2 10.66.0.2
