#!/bin/bash
ip netns add fw
ip netns add out
ip link add eth0 netns fw type veth peer name eth0 netns out
ip -n fw addr add 192.0.2.1/24 dev eth0
ip -n out addr add 192.0.2.2/24 dev eth0
ip -n fw link set eth0 up
ip -n out link set eth0 up
ipt() {
    ip netns exec fw iptables "$@"
}
ipt -P INPUT DROP
ipt -A INPUT -i lo -j ACCEPT
ipt -A INPUT -m conntrack --ctstate ESTABLISHED,RELATED -j ACCEPT
for port in 22 80 443; do
    ipt -A INPUT -p tcp --dport "$port" -j ACCEPT
done
ipt -N PING
ipt -A INPUT -p icmp -j PING
ipt -A PING -s 192.0.2.2 -j REJECT
