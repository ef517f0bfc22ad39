# shellcheck shell=bash disable=SC2154
# example: machine
# users: root
# Of what the machine had and gets back: addresses, routes and settings beside the lab's own.
ip link set lo up
ip addr add 203.0.113.7/32 dev lo
ip route add blackhole 198.51.100.64/26
before=$(snapshot)
lab up
lab check
cat /proc/sys/net/ipv4/ip_forward /proc/sys/net/ipv6/conf/all/forwarding /proc/sys/net/ipv4/ip_default_ttl
ip route show type blackhole
lab down
compare "$before"
cat /proc/sys/net/ipv4/ip_default_ttl
