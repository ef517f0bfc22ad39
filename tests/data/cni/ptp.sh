### a cable with addresses of host-local, masqueraded
conf='{"cniVersion": "1.0.0", "name": "pair", "type": "ptp", "ipMasq": true, "mtu": 1400,
"ipam": {"type": "host-local", "subnet": "192.0.2.0/24", "routes": [{"dst": "0.0.0.0/0"}]}}'
call ADD
again CHECK
again DEL
### addresses of IPv6
conf='{"cniVersion": "0.4.0", "name": "pair", "type": "ptp", "ipMasq": true,
"ipam": {"type": "host-local", "subnet": "2001:db8:7::/64", "routes": [{"dst": "::/0"}]}}'
call ADD
again CHECK
again DEL
### addresses of both families, two containers
conf='{"cniVersion": "1.0.0", "name": "pair", "type": "ptp", "dns": {"nameservers": ["192.0.2.53"]},
"ipam": {"type": "host-local", "ranges": [[{"subnet": "192.0.2.0/24"}], [{"subnet": "2001:db8:7::/64"}]]}}'
call ADD
CNI_CONTAINERID=c2
CNI_NETNS=/var/run/netns/red
call ADD
again CHECK
again DEL
### an old version
conf='{"cniVersion": "0.2.0", "name": "pair", "type": "ptp",
"ipam": {"type": "host-local", "subnet": "192.0.2.0/24", "routes": [{"dst": "0.0.0.0/0"}]}}'
call ADD
call CHECK
call DEL
### static addresses with a gateway
conf='{"cniVersion": "0.3.1", "name": "pair", "type": "ptp",
"ipam": {"type": "static", "addresses": [{"address": "192.0.2.5/24", "gateway": "192.0.2.254"}]}}'
call ADD
call DEL
### an interface that the container has, after which the address is given back
ip -n blue link add eth0 type veth peer name other
conf='{"cniVersion": "1.0.0", "name": "pair", "type": "ptp", "ipam": {"type": "host-local", "subnet": "192.0.2.0/24"}}'
call ADD
### a namespace that is not there
CNI_NETNS=/var/run/netns/nowhere
conf='{"cniVersion": "1.0.0", "name": "pair", "type": "ptp", "ipam": {"type": "host-local", "subnet": "192.0.2.0/24"}}'
call ADD
call CHECK
call DEL
### without a plugin for addresses
conf='{"cniVersion": "1.0.0", "name": "pair", "type": "ptp"}'
call ADD
call DEL
### a plugin for addresses that is not there
conf='{"cniVersion": "1.0.0", "name": "pair", "type": "ptp", "ipam": {"type": "nonsense"}}'
call ADD
call DEL
### a plugin for addresses with a path
conf='{"cniVersion": "1.0.0", "name": "pair", "type": "ptp", "ipam": {"type": "../bin/host-local"}}'
call ADD
### plugins looked for elsewhere
CNI_PATH=/usr/local/bin:/srv/cni
conf='{"cniVersion": "1.0.0", "name": "pair", "type": "ptp", "ipam": {"type": "host-local", "subnet": "192.0.2.0/24"}}'
call ADD
CNI_PATH=/srv/cni:/opt/cni/bin
call ADD
### CHECK of what was changed by hand
conf='{"cniVersion": "1.0.0", "name": "pair", "type": "ptp", "ipam": {"type": "host-local", "subnet": "192.0.2.0/24",
"routes": [{"dst": "198.51.100.0/24"}]}}'
call ADD
call CHECK
ip -n blue route del 198.51.100.0/24
again CHECK
ip -n blue link set eth0 address 02:00:00:00:00:55
again CHECK
ip -n blue link del eth0
again CHECK
