#!/bin/bash
ip netns add r
for i in 0 1 2; do
    ip link add h$i type veth peer name p$i netns r
    ip link set h$i up
    ip -n r link set p$i up
    ip -n r addr add 10.8.$i.1/24 dev p$i
    ip addr add 10.8.$i.2/24 dev h$i
done
for f in /proc/sys/net/ipv4/conf/*/rp_filter; do
    echo 0 > "$f"
done
ip netns exec r sh -c 'echo 1 > /proc/sys/net/ipv4/ip_forward'
echo 1 | ip netns exec r tee /proc/sys/net/ipv4/conf/p0/proxy_arp > /dev/null
ip netns exec r sysctl -w net.ipv4.conf.all.rp_filter=2 net.ipv4.conf.p1.rp_filter=2 >/dev/null
[ "$(cat /proc/sys/net/ipv4/conf/h0/rp_filter)" = 0 ] || exit 1
