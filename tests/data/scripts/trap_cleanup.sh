#!/bin/bash
# without traps: what it takes down at its end is compared.
set -e
TMP=$(mktemp -d)
cleanup() {
    ip netns del srv || true
    ip netns del cli || true
    rm -rf "$TMP"
}
trap cleanup EXIT

ip netns add srv
ip netns add cli
ip link add veth0 netns srv type veth peer name veth0 netns cli
ip -n srv addr add 10.9.0.1/24 dev veth0
ip -n cli addr add 10.9.0.2/24 dev veth0
ip -n srv link set veth0 up
ip -n cli link set veth0 up
echo started > "$TMP/state"
if ip netns exec cli ping -c 1 -W 1 10.9.0.1 > /dev/null; then
    echo PASS
else
    echo FAIL
    exit 1
fi
