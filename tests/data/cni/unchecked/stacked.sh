### macvlan on the link of the default route
ip link add eth0 type veth peer name eth0 netns red
ip link set eth0 up
ip -n red link set eth0 up
ip addr add 192.0.2.1/24 dev eth0
ip route add default via 192.0.2.254
conf='{"cniVersion": "1.0.0", "name": "lan", "type": "macvlan", "ipam": {"type": "host-local", "subnet": "192.0.2.0/24",
"rangeStart": "192.0.2.10", "gateway": "192.0.2.254", "routes": [{"dst": "0.0.0.0/0"}]}}'
call ADD
again CHECK
again DEL
### macvlan with a master, a mode, an MTU and a MAC
ip link add eth5 type veth peer name other
conf='{"cniVersion": "0.4.0", "name": "lan", "type": "macvlan", "master": "eth5", "mode": "private", "mtu": 1400, "mac": "02:00:00:00:00:31"}'
call ADD
again CHECK
again DEL
### macvlan that does not fit
ip link add eth5 type veth peer name other
conf='{"cniVersion": "1.0.0", "name": "lan", "type": "macvlan"}'
call ADD
conf='{"cniVersion": "1.0.0", "name": "lan", "type": "macvlan", "master": "nowhere"}'
call ADD
conf='{"cniVersion": "1.0.0", "name": "lan", "type": "macvlan", "master": "eth5", "mtu": 9000}'
call ADD
conf='{"cniVersion": "1.0.0", "name": "lan", "type": "macvlan", "master": "eth5", "mode": "nonsense"}'
call ADD
### ipvlan, and a second one with the same mode
ip link add eth5 type veth peer name other
ip link set eth5 up
ip link set other up
conf='{"cniVersion": "1.0.0", "name": "lan", "type": "ipvlan", "master": "eth5", "mode": "l3",
"ipam": {"type": "host-local", "subnet": "192.0.2.0/24"}}'
call ADD
again CHECK
CNI_CONTAINERID=c2
CNI_NETNS=/var/run/netns/red
call ADD
again DEL
### ipvlan that does not fit
conf='{"cniVersion": "1.0.0", "name": "lan", "type": "ipvlan"}'
call ADD
conf='{"cniVersion": "1.0.0", "name": "lan", "type": "ipvlan", "master": "nowhere"}'
call ADD
ip link add eth5 type veth peer name other
conf='{"cniVersion": "1.0.0", "name": "lan", "type": "ipvlan", "master": "eth5", "mode": "nonsense"}'
call ADD
### a VLAN
ip link add eth5 type veth peer name other
ip link set eth5 up
ip link set other up
conf='{"cniVersion": "1.0.0", "name": "lan", "type": "vlan", "master": "eth5", "vlanId": 7, "mtu": 1400,
"ipam": {"type": "host-local", "subnet": "192.0.2.0/24"}}'
call ADD
again CHECK
again DEL
### a VLAN that does not fit
ip link add eth5 type veth peer name other
for setting in '"vlanId": 7' '"master": "nowhere"' '"master": "eth5", "vlanId": 4095' '"master": "eth5", "mtu": 9000' '"master": "eth5", "vlanId": 7'; do
    conf='{"cniVersion": "1.0.0", "name": "lan", "type": "vlan", '$setting'}'
    call ADD
done
### a bridge whose ports are in a VLAN
conf='{"cniVersion": "1.0.0", "name": "lan", "type": "bridge", "vlan": 100, "isGateway": true,
"ipam": {"type": "host-local", "subnet": "192.0.2.0/24"}}'
call ADD
bridge vlan
again CHECK
again DEL
