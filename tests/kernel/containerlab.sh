#!/usr/bin/env bash
# Deploys a topology as containerlab does, without containers: each node is a network namespace k-NAME with an interface
# eth0 to a network for management and a default route there. As in containers, IPv4 is forwarded and reverse paths are
# filtered loosely until somebody says otherwise. The commands of a node run one after the other, those of all nodes at
# once; what they say on their standard error is said here. The file has a line each, with tabs between the words:
# `node NAME`, `link NODE INTERFACE NODE INTERFACE MTU`, `exec NODE COMMAND`.
# usage: containerlab.sh FILE
set -u
# Files that devices write are the sandbox's own, in one place for all of them.
mkdir -p /run/own && mount -t tmpfs tmpfs /run/own && cp -a /etc /run/own/etc 2>/dev/null
mount --bind /run/own/etc /etc && mount -t tmpfs tmpfs /root && mount -t tmpfs tmpfs /opt && mount -t tmpfs tmpfs /var/lib || exit 2
file=$1
ip link add clab type bridge
ip link set clab up
ip addr add 172.20.20.1/24 dev clab
ip addr add 3fff:172:20:20::1/64 dev clab nodad
nodes=()
number=2
while IFS=$'\t' read -r what one two three four mtu; do
    case $what in
    node)
        nodes+=("$one")
        ip netns add "k-$one"
        ip netns exec "k-$one" sysctl -qw net.ipv4.ip_forward=1 net.ipv4.conf.default.rp_filter=2
        ip -n "k-$one" link set lo up
        ip link add eth0 netns "k-$one" type veth peer name "m$number"
        ip link set "m$number" master clab up
        ip -n "k-$one" link set eth0 up
        ip -n "k-$one" addr add "172.20.20.$number/24" dev eth0
        ip -n "k-$one" addr add "3fff:172:20:20::$number/64" dev eth0 nodad
        ip -n "k-$one" route add default via 172.20.20.1
        ip -n "k-$one" route add default via 3fff:172:20:20::1
        number=$((number + 1))
        ;;
    link)
        ip link add "$two" mtu "$mtu" netns "k-$one" type veth peer name "$four" mtu "$mtu" netns "k-$three"
        ip -n "k-$one" link set "$two" up
        ip -n "k-$three" link set "$four" up
        ;;
    esac
done <"$file"

start() {
    local node=$1 what of command
    while IFS=$'\t' read -r what of command; do
        [ "$what $of" != "exec $node" ] || ip netns exec "k-$node" bash -c "$command" </dev/null
    done <"$file"
}
starting=()
for node in "${nodes[@]}"; do
    start "$node" >/dev/null &
    starting+=("$!")
done
wait "${starting[@]}"
