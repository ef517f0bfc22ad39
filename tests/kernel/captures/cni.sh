# A node of a cluster as the CNI plugins bridge, host-local and portmap leave it: two pods on cni0, one of them in a
# namespace with the name that an engine makes up, masquerading, and a host port.
set -e
ip link set lo up
sysctl -qw net.ipv4.ip_forward=1
ip netns add router
ip -n router link set lo up
ip link add eth0 type veth peer name eth0 netns router
ip link set eth0 up
ip addr add 192.0.2.2/24 dev eth0
ip -n router link set eth0 up
ip -n router addr add 192.0.2.1/24 dev eth0
ip route add default via 192.0.2.1
ip link add cni0 type bridge
ip link set cni0 up
ip addr add 203.0.113.1/24 brd + dev cni0
ip netns add cni-3f1c0b5a-7d0e-4a55-9b1f-0c5d2f6a7e11
unshare --net sleep 600 &
pid=$!
until [ "$(readlink "/proc/$pid/ns/net")" != "$(readlink /proc/self/ns/net)" ]; do :; done
pod() { # NETNS ADDRESS LINK, and the words that enter it
    local netns=$1 address=$2 link=$3
    shift 3
    ip link add "$link" type veth peer name eth0 netns "$netns"
    ip link set "$link" master cni0 up
    bridge link set dev "$link" hairpin on
    "$@" ip link set lo up
    "$@" ip link set eth0 up
    "$@" ip addr add "$address/24" brd + dev eth0
    "$@" ip route add default via 203.0.113.1
}
pod cni-3f1c0b5a-7d0e-4a55-9b1f-0c5d2f6a7e11 203.0.113.2 veth0d3f1a2b \
    nsenter --net=/run/netns/cni-3f1c0b5a-7d0e-4a55-9b1f-0c5d2f6a7e11
pod $pid 203.0.113.3 veth9c8b7a6d nsenter --target $pid --net
iptables-restore <<'RULES'
*nat
:PREROUTING ACCEPT [0:0]
:INPUT ACCEPT [0:0]
:OUTPUT ACCEPT [0:0]
:POSTROUTING ACCEPT [0:0]
:CNI-4c5d6e7f8091a2b3c4d5e6f7 - [0:0]
:CNI-DN-4c5d6e7f8091a2b3c4d5e - [0:0]
:CNI-HOSTPORT-DNAT - [0:0]
:CNI-HOSTPORT-MASQ - [0:0]
:CNI-HOSTPORT-SETMARK - [0:0]
-A PREROUTING -m addrtype --dst-type LOCAL -j CNI-HOSTPORT-DNAT
-A OUTPUT -m addrtype --dst-type LOCAL -j CNI-HOSTPORT-DNAT
-A POSTROUTING -m comment --comment "CNI portfwd requiring masquerade" -j CNI-HOSTPORT-MASQ
-A POSTROUTING -s 203.0.113.2/32 -m comment --comment "name: \"cbr0\" id: \"web\"" -j CNI-4c5d6e7f8091a2b3c4d5e6f7
-A CNI-4c5d6e7f8091a2b3c4d5e6f7 -d 203.0.113.0/24 -m comment --comment "name: \"cbr0\" id: \"web\"" -j ACCEPT
-A CNI-4c5d6e7f8091a2b3c4d5e6f7 ! -d 224.0.0.0/4 -m comment --comment "name: \"cbr0\" id: \"web\"" -j MASQUERADE
-A CNI-DN-4c5d6e7f8091a2b3c4d5e -s 203.0.113.0/24 -p tcp -m tcp --dport 8080 -j CNI-HOSTPORT-SETMARK
-A CNI-DN-4c5d6e7f8091a2b3c4d5e -s 127.0.0.1/32 -p tcp -m tcp --dport 8080 -j CNI-HOSTPORT-SETMARK
-A CNI-DN-4c5d6e7f8091a2b3c4d5e -p tcp -m tcp --dport 8080 -j DNAT --to-destination 203.0.113.2:80
-A CNI-HOSTPORT-DNAT -p tcp -m comment --comment "dnat name: \"cbr0\" id: \"web\"" -m multiport --dports 8080 -j CNI-DN-4c5d6e7f8091a2b3c4d5e
-A CNI-HOSTPORT-MASQ -m mark --mark 0x2000/0x2000 -j MASQUERADE
-A CNI-HOSTPORT-SETMARK -m comment --comment "CNI portfwd masquerade mark" -j MARK --set-xmark 0x2000/0x2000
COMMIT
*filter
:INPUT ACCEPT [0:0]
:FORWARD ACCEPT [0:0]
:OUTPUT ACCEPT [0:0]
:CNI-FORWARD - [0:0]
:CNI-ADMIN - [0:0]
-A FORWARD -m comment --comment "CNI firewall plugin rules" -j CNI-FORWARD
-A CNI-FORWARD -m comment --comment "CNI firewall plugin admin overrides" -j CNI-ADMIN
-A CNI-FORWARD -d 203.0.113.2/32 -m conntrack --ctstate RELATED,ESTABLISHED -j ACCEPT
-A CNI-FORWARD -s 203.0.113.2/32 -j ACCEPT
COMMIT
RULES
