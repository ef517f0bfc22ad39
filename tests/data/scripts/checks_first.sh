#!/bin/bash
# Checks the way people do before they begin.
if [[ $EUID -ne 0 ]]; then
    echo "This script must be run as root" >&2
    exit 1
fi
if [ "$(id -u)" != "0" ]; then exit 1; fi
[ "$(whoami)" = root ] || exit 1
for tool in ip iptables sysctl; do
    command -v "$tool" >/dev/null 2>&1 || { echo "$tool is missing"; exit 1; }
done
which ip > /dev/null || exit 1
modprobe bridge 2>/dev/null || true

if ip netns list | while read -r n _; do [ "$n" = web ] && exit 1; done; then
    echo "no namespace web yet"
fi
ip link show br-lab >/dev/null 2>&1 && ip link del br-lab
if ! ip link show br-lab &> /dev/null; then
    ip link add name br-lab type bridge
fi
[ -d /sys/class/net/br-lab ] && ip link set br-lab up
if [ ! -e /var/run/netns/web ]; then ip netns add web; fi
[ -f /var/run/netns/web ] || exit 1
ip link add web-out type veth peer name eth0 netns web || exit 1
ip link set web-out master br-lab up
ip netns exec web ip addr add 192.0.2.10/24 dev eth0
ip netns exec web ip link set eth0 up
ip addr add 192.0.2.1/24 dev br-lab
sleep 1
