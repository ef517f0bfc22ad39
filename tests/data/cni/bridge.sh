### a bridge alone, and a cable without addresses
conf='{"cniVersion": "1.0.0", "name": "lan", "type": "bridge"}'
call ADD
again DEL
### a gateway with addresses of host-local, masqueraded
conf='{"cniVersion": "0.4.0", "name": "mynet", "type": "bridge", "bridge": "cni0", "isGateway": true, "ipMasq": true,
"ipam": {"type": "host-local", "subnet": "10.22.0.0/16", "routes": [{"dst": "0.0.0.0/0"}]}}'
call ADD
again CHECK
again DEL
### addresses, and a bridge that is no gateway
conf='{"cniVersion": "0.3.1", "name": "lan", "type": "bridge", "bridge": "br5",
"ipam": {"type": "host-local", "subnet": "192.0.2.0/24"}}'
call ADD
call DEL
### a default gateway, which routes follow
conf='{"cniVersion": "1.0.0", "name": "lan", "type": "bridge", "isDefaultGateway": true,
"ipam": {"type": "host-local", "subnet": "192.0.2.0/24", "routes": [{"dst": "198.51.100.0/24", "gw": "192.0.2.7"}]}}'
call ADD
again CHECK
again DEL
### a default gateway beside a default route that is given
conf='{"cniVersion": "1.0.0", "name": "lan", "type": "bridge", "isDefaultGateway": true,
"ipam": {"type": "host-local", "subnet": "192.0.2.0/24", "routes": [{"dst": "0.0.0.0/0", "gw": "192.0.2.9"}]}}'
call ADD
again DEL
### addresses of IPv6
conf='{"cniVersion": "1.0.0", "name": "lan6", "type": "bridge", "isGateway": true, "ipMasq": true,
"ipam": {"type": "host-local", "ranges": [[{"subnet": "2001:db8:7::/64"}]], "routes": [{"dst": "::/0"}]}}'
call ADD
again CHECK
again DEL
### addresses of both families
conf='{"cniVersion": "0.4.0", "name": "dual", "type": "bridge", "isDefaultGateway": true, "ipMasq": true,
"ipam": {"type": "host-local", "ranges": [[{"subnet": "192.0.2.0/24"}], [{"subnet": "2001:db8:7::/64"}]]}}'
call ADD
again CHECK
again DEL
### two containers, and the first one gone again
conf='{"cniVersion": "1.0.0", "name": "mynet", "type": "bridge", "isGateway": true, "ipMasq": true,
"ipam": {"type": "host-local", "subnet": "10.22.0.0/16", "routes": [{"dst": "0.0.0.0/0"}]}}'
call ADD
CNI_CONTAINERID=c2
CNI_NETNS=/var/run/netns/red
call ADD
CNI_CONTAINERID=c1
CNI_NETNS=/var/run/netns/blue
call DEL
### two interfaces of one container
conf='{"cniVersion": "1.0.0", "name": "first", "type": "bridge", "bridge": "br1", "isGateway": true,
"ipam": {"type": "host-local", "subnet": "192.0.2.0/25"}}'
call ADD
CNI_IFNAME=net1
conf='{"cniVersion": "1.0.0", "name": "second", "type": "bridge", "bridge": "br2", "isGateway": true,
"ipam": {"type": "host-local", "subnet": "192.0.2.128/25"}}'
call ADD
again CHECK
call DEL
### hairpin mode and an MTU
conf='{"cniVersion": "1.0.0", "name": "lan", "type": "bridge", "hairpinMode": true, "mtu": 1400,
"ipam": {"type": "static", "addresses": [{"address": "192.0.2.5/24"}]}}'
call ADD
again CHECK
again DEL
### a MAC from the runtime
conf='{"cniVersion": "1.0.0", "name": "lan", "type": "bridge", "runtimeConfig": {"mac": "02:00:00:00:00:99"},
"ipam": {"type": "static", "addresses": [{"address": "192.0.2.5/24"}]}}'
call ADD
again CHECK
### a MAC from CNI_ARGS, which the addresses' plugin does not know
CNI_ARGS='MAC=02:00:00:00:00:98'
conf='{"cniVersion": "1.0.0", "name": "lan", "type": "bridge",
"ipam": {"type": "static", "addresses": [{"address": "192.0.2.5/24"}]}}'
call ADD
### a MAC from CNI_ARGS
CNI_ARGS='IgnoreUnknown=1;MAC=02:00:00:00:00:98;K8S_POD_NAME=web'
conf='{"cniVersion": "1.0.0", "name": "lan", "type": "bridge",
"ipam": {"type": "static", "addresses": [{"address": "192.0.2.5/24"}]}}'
call ADD
### a MAC that is none
conf='{"cniVersion": "1.0.0", "name": "lan", "type": "bridge", "args": {"cni": {"mac": "nonsense"}}}'
call ADD
### names of servers, which this plugin takes from the configuration alone
conf='{"cniVersion": "1.0.0", "name": "lan", "type": "bridge",
"dns": {"nameservers": ["192.0.2.53"], "domain": "example.com", "search": ["a.example", "b.example"], "options": ["ndots:2"]},
"ipam": {"type": "static", "addresses": [{"address": "192.0.2.5/24"}], "dns": {"nameservers": ["192.0.2.1"]}}}'
call ADD
### a bridge that is there, with another address
ip link add cni0 type bridge
ip link set cni0 up
ip addr add 198.51.100.1/24 dev cni0
conf='{"cniVersion": "1.0.0", "name": "lan", "type": "bridge", "isGateway": true,
"ipam": {"type": "host-local", "subnet": "192.0.2.0/24"}}'
call ADD
### a bridge that is there, whose address is to give way
ip link add cni0 type bridge
ip link set cni0 up
ip addr add 198.51.100.1/24 dev cni0
conf='{"cniVersion": "1.0.0", "name": "lan", "type": "bridge", "isGateway": true, "forceAddress": true,
"ipam": {"type": "host-local", "subnet": "192.0.2.0/24"}}'
call ADD
again CHECK
### a bridge that is there, with the address
ip link add cni0 type bridge
ip addr add 192.0.2.1/24 dev cni0
conf='{"cniVersion": "1.0.0", "name": "lan", "type": "bridge", "isGateway": true,
"ipam": {"type": "host-local", "subnet": "192.0.2.0/24"}}'
call ADD
### a bridge with another address of IPv6, which may stay
ip link add cni0 type bridge
ip link set cni0 up
ip addr add 2001:db8:1::1/64 dev cni0
conf='{"cniVersion": "1.0.0", "name": "lan", "type": "bridge", "isGateway": true,
"ipam": {"type": "host-local", "subnet": "2001:db8:2::/64"}}'
call ADD
### a link of that name which is no bridge
ip link add cni0 type veth peer name other
conf='{"cniVersion": "1.0.0", "name": "lan", "type": "bridge"}'
call ADD
### hairpin mode and promiscuous mode
conf='{"cniVersion": "1.0.0", "name": "lan", "type": "bridge", "hairpinMode": true, "promiscMode": true}'
call ADD
### an interface that the container has
conf='{"cniVersion": "1.0.0", "name": "lan", "type": "bridge"}'
ip -n blue link add eth0 type veth peer name other
call ADD
### ADD twice
conf='{"cniVersion": "1.0.0", "name": "lan", "type": "bridge", "isGateway": true,
"ipam": {"type": "host-local", "subnet": "192.0.2.0/24"}}'
call ADD
call ADD
### DEL twice, and of a namespace that is gone
conf='{"cniVersion": "1.0.0", "name": "lan", "type": "bridge", "isGateway": true, "ipMasq": true,
"ipam": {"type": "host-local", "subnet": "192.0.2.0/24"}}'
call ADD
ip netns del red
ip netns add red
CNI_CONTAINERID=c2
CNI_NETNS=/var/run/netns/red
call ADD
call DEL
call DEL
CNI_NETNS=/var/run/netns/nowhere
call DEL
CNI_NETNS=
CNI_CONTAINERID=c1
call DEL
### a namespace that is not there
CNI_NETNS=/var/run/netns/nowhere
conf='{"cniVersion": "1.0.0", "name": "lan", "type": "bridge"}'
call ADD
### a route that leads nowhere
conf='{"cniVersion": "1.0.0", "name": "lan", "type": "bridge",
"ipam": {"type": "host-local", "subnet": "192.0.2.0/24", "routes": [{"dst": "198.51.100.0/24", "gw": "203.0.113.1"}]}}'
call ADD
### a route with bits behind its length
conf='{"cniVersion": "1.0.0", "name": "lan", "type": "bridge",
"ipam": {"type": "host-local", "subnet": "192.0.2.0/24", "routes": [{"dst": "198.51.100.7/24"}]}}'
call ADD
### a VLAN that is none
conf='{"cniVersion": "1.0.0", "name": "lan", "type": "bridge", "vlan": 4095}'
call ADD
### CHECK without a result, and with one of another version
conf='{"cniVersion": "1.0.0", "name": "lan", "type": "bridge", "isGateway": true,
"ipam": {"type": "host-local", "subnet": "192.0.2.0/24"}}'
call ADD
call CHECK
result='{"cniVersion": "0.4.0"}'
again CHECK
### CHECK of an address that is gone
conf='{"cniVersion": "1.0.0", "name": "lan", "type": "bridge", "isGateway": true,
"ipam": {"type": "host-local", "subnet": "192.0.2.0/24"}}'
call ADD
ip -n blue addr del 192.0.2.2/24 dev eth0
again CHECK
### CHECK of a route that is gone
conf='{"cniVersion": "0.4.0", "name": "lan", "type": "bridge", "isGateway": true,
"ipam": {"type": "host-local", "subnet": "192.0.2.0/24", "routes": [{"dst": "198.51.100.0/24"}, {"dst": "0.0.0.0/0"}]}}'
call ADD
ip -n blue route del default
again CHECK
### CHECK of a bridge with another MAC
conf='{"cniVersion": "0.4.0", "name": "lan", "type": "bridge", "isGateway": true,
"ipam": {"type": "host-local", "subnet": "192.0.2.0/24"}}'
call ADD
ip link set cni0 address 02:00:00:00:00:77
again CHECK
### CHECK of a container's link with another MAC
conf='{"cniVersion": "0.4.0", "name": "lan", "type": "bridge", "isGateway": true,
"ipam": {"type": "host-local", "subnet": "192.0.2.0/24"}}'
call ADD
ip -n blue link set eth0 address 02:00:00:00:00:77
again CHECK
### CHECK of a port that was taken out of the bridge
conf='{"cniVersion": "0.4.0", "name": "lan", "type": "bridge", "isGateway": true,
"ipam": {"type": "host-local", "subnet": "192.0.2.0/24"}}'
call ADD
for port in /sys/class/net/veth*; do
    ip link set "${port##*/}" nomaster
done
again CHECK
### CHECK of a link that is gone
conf='{"cniVersion": "0.4.0", "name": "lan", "type": "bridge", "isGateway": true,
"ipam": {"type": "host-local", "subnet": "192.0.2.0/24"}}'
call ADD
ip -n blue link del eth0
again CHECK
### CHECK of a bridge that is gone
conf='{"cniVersion": "0.4.0", "name": "lan", "type": "bridge",
"ipam": {"type": "host-local", "subnet": "192.0.2.0/24"}}'
call ADD
ip link del cni0
again CHECK
### CHECK of another interface
conf='{"cniVersion": "0.4.0", "name": "lan", "type": "bridge",
"ipam": {"type": "host-local", "subnet": "192.0.2.0/24"}}'
call ADD
CNI_IFNAME=eth7
again CHECK
