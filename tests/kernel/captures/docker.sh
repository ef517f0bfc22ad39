# A machine as Docker leaves it: a bridge with two containers, whose namespaces have no names, masquerading, and a port
# that is published. Its uplink leads to a router with a host behind it.
set -e
container() { # ADDRESS MAC LINK
    unshare --net sleep 600 &
    local pid=$!
    until [ "$(readlink "/proc/$pid/ns/net")" != "$(readlink /proc/self/ns/net)" ]; do :; done
    ip link add "$3" type veth peer name eth0 netns "$pid"
    ip link set "$3" master docker0 up
    nsenter --target "$pid" --net ip link set lo up
    nsenter --target "$pid" --net ip link set eth0 address "$2" up
    nsenter --target "$pid" --net ip addr add "$1/24" brd + dev eth0
    nsenter --target "$pid" --net ip route add default via 203.0.113.1
}
ip link set lo up
sysctl -qw net.ipv4.ip_forward=1
ip netns add router
ip -n router link set lo up
ip link add eth0 type veth peer name eth0 netns router
ip link set eth0 up
ip addr add 192.0.2.2/24 brd + dev eth0
ip -n router link set eth0 up
ip -n router addr add 192.0.2.1/24 dev eth0
ip -n router addr add 198.51.100.9/32 dev lo
ip route add default via 192.0.2.1 proto static
ip link add docker0 address 00:00:5e:00:53:01 type bridge
ip addr add 203.0.113.1/24 brd + dev docker0
ip link set docker0 up
container 203.0.113.2 00:00:5e:00:53:12 veth1a2b3c4
container 203.0.113.3 00:00:5e:00:53:13 veth5d6e7f8
iptables-restore <<'RULES'
*nat
:PREROUTING ACCEPT [0:0]
:INPUT ACCEPT [0:0]
:OUTPUT ACCEPT [0:0]
:POSTROUTING ACCEPT [0:0]
:DOCKER - [0:0]
-A PREROUTING -m addrtype --dst-type LOCAL -j DOCKER
-A OUTPUT ! -d 127.0.0.0/8 -m addrtype --dst-type LOCAL -j DOCKER
-A POSTROUTING -s 203.0.113.0/24 ! -o docker0 -j MASQUERADE
-A POSTROUTING -s 203.0.113.2/32 -d 203.0.113.2/32 -p tcp -m tcp --dport 80 -j MASQUERADE
-A DOCKER -i docker0 -j RETURN
-A DOCKER ! -i docker0 -p tcp -m tcp --dport 8080 -j DNAT --to-destination 203.0.113.2:80
COMMIT
*filter
:INPUT ACCEPT [0:0]
:FORWARD DROP [0:0]
:OUTPUT ACCEPT [0:0]
:DOCKER - [0:0]
:DOCKER-ISOLATION-STAGE-1 - [0:0]
:DOCKER-ISOLATION-STAGE-2 - [0:0]
:DOCKER-USER - [0:0]
-A FORWARD -j DOCKER-USER
-A FORWARD -j DOCKER-ISOLATION-STAGE-1
-A FORWARD -o docker0 -m conntrack --ctstate RELATED,ESTABLISHED -j ACCEPT
-A FORWARD -o docker0 -j DOCKER
-A FORWARD -i docker0 ! -o docker0 -j ACCEPT
-A FORWARD -i docker0 -o docker0 -j ACCEPT
-A DOCKER -d 203.0.113.2/32 ! -i docker0 -o docker0 -p tcp -m tcp --dport 80 -j ACCEPT
-A DOCKER-ISOLATION-STAGE-1 -i docker0 ! -o docker0 -j DOCKER-ISOLATION-STAGE-2
-A DOCKER-ISOLATION-STAGE-1 -j RETURN
-A DOCKER-ISOLATION-STAGE-2 -o docker0 -j DROP
-A DOCKER-ISOLATION-STAGE-2 -j RETURN
-A DOCKER-USER -j RETURN
COMMIT
RULES
