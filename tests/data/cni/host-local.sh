### called alone, as any other plugin
conf='{"cniVersion": "1.0.0", "name": "lan", "ipam": {"type": "host-local", "subnet": "192.0.2.0/24"}}'
call ADD host-local
call CHECK host-local
call DEL host-local
call CHECK host-local
### each address after the last, also when that was given back
conf='{"cniVersion": "0.4.0", "name": "lan", "ipam": {"type": "host-local", "subnet": "192.0.2.0/29"}}'
for CNI_CONTAINERID in a b c; do
    call ADD host-local
done
CNI_CONTAINERID=b
call DEL host-local
for CNI_CONTAINERID in d e f; do
    call ADD host-local
done
### none left
conf='{"cniVersion": "1.0.0", "name": "lan", "type": "bridge", "isGateway": true,
"ipam": {"type": "host-local", "subnet": "192.0.2.0/30"}}'
call ADD
CNI_CONTAINERID=c2
CNI_NETNS=/var/run/netns/red
call ADD
### the same container twice
conf='{"cniVersion": "1.0.0", "name": "lan", "ipam": {"type": "host-local", "subnet": "192.0.2.0/24"}}'
call ADD host-local
call ADD host-local
CNI_IFNAME=eth1
call ADD host-local
### the first and the last address, and a gateway of its own
conf='{"cniVersion": "1.0.0", "name": "lan", "ipam": {"type": "host-local", "subnet": "192.0.2.0/24",
"rangeStart": "192.0.2.10", "rangeEnd": "192.0.2.12", "gateway": "192.0.2.11"}}'
for CNI_CONTAINERID in a b c; do
    call ADD host-local
done
### several ranges in a set
conf='{"cniVersion": "1.0.0", "name": "lan", "ipam": {"type": "host-local",
"ranges": [[{"subnet": "192.0.2.0/30"}, {"subnet": "198.51.100.0/30", "gateway": "198.51.100.2"}]]}}'
for CNI_CONTAINERID in a b c; do
    call ADD host-local
done
### a set for each family
conf='{"cniVersion": "0.3.1", "name": "lan", "ipam": {"type": "host-local",
"ranges": [[{"subnet": "192.0.2.0/24"}], [{"subnet": "2001:db8::/64", "rangeStart": "2001:db8::ff"}]],
"routes": [{"dst": "0.0.0.0/0"}, {"dst": "::/0"}]}}'
call ADD host-local
CNI_CONTAINERID=c2
call ADD host-local
### an old version, which knows one address of each family
conf='{"cniVersion": "0.2.0", "name": "lan", "ipam": {"type": "host-local",
"ranges": [[{"subnet": "192.0.2.0/24"}], [{"subnet": "2001:db8::/64"}]],
"routes": [{"dst": "0.0.0.0/0"}, {"dst": "::/0", "gw": "2001:db8::5"}]}}'
call ADD host-local
### an old version with two addresses
conf='{"cniVersion": "0.2.0", "name": "lan", "ipam": {"type": "host-local",
"ranges": [[{"subnet": "192.0.2.0/25"}], [{"subnet": "192.0.2.128/25"}]]}}'
call ADD host-local
### without a version
conf='{"name": "lan", "ipam": {"type": "host-local", "subnet": "192.0.2.0/24"}}'
call ADD host-local
call CHECK host-local
### an address that is asked for
CNI_ARGS=IP=192.0.2.77
conf='{"cniVersion": "1.0.0", "name": "lan", "ipam": {"type": "host-local", "subnet": "192.0.2.0/24"}}'
call ADD host-local
CNI_CONTAINERID=c2
call ADD host-local
CNI_ARGS=IP=192.0.2.1
call ADD host-local
CNI_ARGS=IP=198.51.100.1
call ADD host-local
CNI_ARGS=IP=nonsense
call ADD host-local
CNI_ARGS=IP
call ADD host-local
CNI_ARGS='IP=192.0.2.9;ANY=x'
call ADD host-local
### addresses that the runtime asks for
conf='{"cniVersion": "1.0.0", "name": "lan", "runtimeConfig": {"ips": ["192.0.2.9/24", "2001:db8::9"]},
"ipam": {"type": "host-local", "ranges": [[{"subnet": "192.0.2.0/24"}], [{"subnet": "2001:db8::/64"}]]}}'
call ADD host-local
### ranges of the runtime
conf='{"cniVersion": "1.0.0", "name": "lan", "runtimeConfig": {"ipRanges": [[{"subnet": "203.0.113.0/24"}]]},
"ipam": {"type": "host-local"}}'
call ADD host-local
### a directory of its own
conf='{"cniVersion": "1.0.0", "name": "lan", "ipam": {"type": "host-local", "subnet": "192.0.2.0/24",
"dataDir": "/var/lib/cni/networks/mine"}}'
call ADD host-local
cat /var/lib/cni/networks/mine/lan/192.0.2.2
### the servers' names of a file
mkdir -p /var/lib/cni
printf '# mine\nnameserver 192.0.2.53\nnameserver 192.0.2.54\ndomain example.com\nsearch a.example b.example\noptions ndots:5 timeout:1\n' >/var/lib/cni/resolv.conf
conf='{"cniVersion": "1.0.0", "name": "lan", "ipam": {"type": "host-local", "subnet": "192.0.2.0/24",
"resolvConf": "/var/lib/cni/resolv.conf"}}'
call ADD host-local
### the servers' names of a file that is not there
conf='{"cniVersion": "1.0.0", "name": "lan", "ipam": {"type": "host-local", "subnet": "192.0.2.0/24",
"resolvConf": "/var/lib/cni/nowhere"}}'
call ADD host-local
### ranges that overlap within a set
conf='{"cniVersion": "1.0.0", "name": "lan", "type": "bridge", "ipam": {"type": "host-local",
"ranges": [[{"subnet": "192.0.2.0/24"}, {"subnet": "192.0.2.128/25"}]]}}'
call ADD
### sets that overlap
conf='{"cniVersion": "1.0.0", "name": "lan", "ipam": {"type": "host-local",
"ranges": [[{"subnet": "192.0.2.0/24"}], [{"subnet": "192.0.2.128/25"}]]}}'
call ADD host-local
### families mixed in a set
conf='{"cniVersion": "1.0.0", "name": "lan", "ipam": {"type": "host-local",
"ranges": [[{"subnet": "192.0.2.0/24"}, {"subnet": "2001:db8::/64"}]]}}'
call ADD host-local
### a network with bits of a host
conf='{"cniVersion": "1.0.0", "name": "lan", "ipam": {"type": "host-local", "subnet": "192.0.2.7/24"}}'
call ADD host-local
### a network that is too small
conf='{"cniVersion": "1.0.0", "name": "lan", "ipam": {"type": "host-local", "subnet": "192.0.2.0/31"}}'
call ADD host-local
### a first and a last address outside of the network
conf='{"cniVersion": "1.0.0", "name": "lan", "ipam": {"type": "host-local", "subnet": "192.0.2.0/24", "rangeStart": "198.51.100.1"}}'
call ADD host-local
conf='{"cniVersion": "1.0.0", "name": "lan", "ipam": {"type": "host-local", "subnet": "192.0.2.0/24", "rangeEnd": "198.51.100.1"}}'
call ADD host-local
conf='{"cniVersion": "1.0.0", "name": "lan", "ipam": {"type": "host-local", "subnet": "192.0.2.0/24", "rangeStart": "192.0.2.9", "rangeEnd": "192.0.2.3"}}'
call ADD host-local
### what is no network and no address
conf='{"cniVersion": "1.0.0", "name": "lan", "ipam": {"type": "host-local", "subnet": "192.0.2.0"}}'
call ADD host-local
conf='{"cniVersion": "1.0.0", "name": "lan", "ipam": {"type": "host-local", "subnet": 5}}'
call ADD host-local
conf='{"cniVersion": "1.0.0", "name": "lan", "ipam": {"type": "host-local", "subnet": "192.0.2.0/24", "gateway": "192.0.2"}}'
call ADD host-local
conf='{"cniVersion": "1.0.0", "name": "lan", "ipam": {"type": "host-local", "subnet": "192.0.2.0/24", "gateway": 7}}'
call ADD host-local
conf='{"cniVersion": "1.0.0", "name": "lan", "ipam": {"type": "host-local", "subnet": "192.0.2.0/24", "routes": [{"dst": "nonsense"}]}}'
call ADD host-local
conf='{"cniVersion": "1.0.0", "name": "lan", "ipam": {"type": "host-local", "ranges": [{"subnet": "192.0.2.0/24"}]}}'
call ADD host-local
### without ranges, and without the key
conf='{"cniVersion": "1.0.0", "name": "lan", "ipam": {"type": "host-local"}}'
call ADD host-local
conf='{"cniVersion": "1.0.0", "name": "lan", "ipam": {"type": "host-local", "ranges": [[]]}}'
call ADD host-local
conf='{"cniVersion": "1.0.0", "name": "lan", "ipam": {"type": "host-local", "ranges": [[{}]]}}'
call ADD host-local
conf='{"cniVersion": "1.0.0", "name": "lan"}'
call ADD host-local
