#!/usr/bin/env bash
# Two machines with a VXLAN between their bridges.
set -o errexit -o nounset
readonly VNI=42
node() {
    local n=$1 other=$2
    ip netns add "node$n"
    ip netns add "pod$n"
    ip -n "node$n" link add br0 type bridge
    ip -n "node$n" link set br0 up
    ip link add eth0 netns "pod$n" type veth peer name veth0 netns "node$n"
    ip -n "node$n" link set veth0 master br0
    ip -n "node$n" link set veth0 up
    ip -n "pod$n" addr add "10.244.0.$n/24" dev eth0
    ip -n "pod$n" link set eth0 up
}
node 1 2
node 2 1
ip link add under netns node1 type veth peer name under netns node2
for n in 1 2; do
    other=$(( 3 - n ))
    ip -n node$n addr add 192.0.2.$n/24 dev under
    ip -n node$n link set under up
    ip -n node$n link add vxlan$VNI type vxlan id $VNI local 192.0.2.$n remote 192.0.2.$other dstport 4789 dev under
    ip -n node$n link set vxlan$VNI master br0
    ip -n node$n link set vxlan$VNI up
done
