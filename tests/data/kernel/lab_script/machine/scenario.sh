# shellcheck shell=bash disable=SC2154
# example: namespaces
# users: root nobody
# A machine whose settings are not the kernel's own.
ip link set lo up
echo 1 >/proc/sys/net/ipv4/ip_forward
echo 1 >/proc/sys/net/ipv4/conf/default/rp_filter
before=$(snapshot)
lab up
lab check
lab exec host ip -br addr show dev v-net-0 | cut -c 1-50
lab down
compare "$before"
