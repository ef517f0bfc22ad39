#!/bin/bash
# run: start
usage() {
    cat <<USAGE
usage: $0 start|stop
USAGE
    exit 1
}
[ $# -eq 1 ] || usage
case $1 in
start)
    ip netns add one
    ip link add to-one type veth peer name eth0 netns one
    ip addr add 198.51.100.1/24 dev to-one
    ip link set to-one up
    ip netns exec one ip addr add 198.51.100.2/24 dev eth0
    ip netns exec one ip link set eth0 up
    ;;
stop)
    ip netns delete one
    ;;
*) usage ;;
esac
