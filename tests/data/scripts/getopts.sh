#!/bin/bash
count=3 prefix=10.3.0 verbose=
while getopts "c:p:vh" opt; do
    case $opt in
        c) count=$OPTARG ;;
        p) prefix=$OPTARG ;;
        v) verbose=1 ;;
        h) echo "usage: $0 [-c count] [-p prefix] [-v]"; exit 0 ;;
        *) exit 2 ;;
    esac
done
shift $((OPTIND - 1))
say() { [ -n "$verbose" ] && echo "$@"; return 0; }

ip netns add hub
ip -n hub link add hub0 type bridge
ip -n hub link set hub0 up
i=0
until [ "$i" -ge "$count" ]; do
    i=`expr $i + 1`
    name=`printf 'pc%02d' $i`
    say "making $name"
    ip netns add $name
    ip link add p$i netns hub type veth peer name eth0 netns $name
    ip -n hub link set p$i master hub0
    ip -n hub link set p$i up
    ip -n $name addr add $prefix.$i/24 dev eth0
    ip -n $name link set eth0 up
done
