#!/bin/bash
# Links that are moved, renamed, and given addresses of their own.
ip netns add vm1
ip netns add vm2
ip link add tap1 type veth peer name tmp1
ip link add tap2 type veth peer name tmp2
for n in 1 2; do
    ip link set tmp$n netns vm$n
    ip netns exec vm$n ip link set tmp$n name eth0
    ip netns exec vm$n ip link set eth0 address 02:00:00:00:00:0$n
    ip netns exec vm$n ip link set eth0 mtu 1400 up
    ip netns exec vm$n ip addr add 172.16.0.$n/12 brd + dev eth0
done
ip link add virbr0 type bridge stp_state 0 forward_delay 0
ip link set virbr0 up
ip link set tap1 master virbr0
ip link set tap2 master virbr0
ip link set tap1 up
ip link set tap2 up
ip link del nosuch 2>/dev/null || echo "was not there"
