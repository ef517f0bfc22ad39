### called alone, with routes and servers
conf='{"cniVersion": "1.0.0", "name": "lan", "ipam": {"type": "static",
"addresses": [{"address": "192.0.2.5/24", "gateway": "192.0.2.1"}, {"address": "2001:db8::5/64"}],
"routes": [{"dst": "0.0.0.0/0"}, {"dst": "198.51.100.0/24", "gw": "192.0.2.7"}], "dns": {"nameservers": ["192.0.2.53"]}}}'
call ADD static
call CHECK static
call DEL static
### on a bridge
conf='{"cniVersion": "0.4.0", "name": "lan", "type": "bridge", "isGateway": true, "ipam": {"type": "static",
"addresses": [{"address": "192.0.2.5/24"}, {"address": "198.51.100.9/24", "gateway": "198.51.100.1"}],
"routes": [{"dst": "0.0.0.0/0"}]}}'
call ADD
### on a bridge, with two addresses of a family
conf='{"cniVersion": "0.4.0", "name": "lan", "type": "bridge", "ipam": {"type": "static",
"addresses": [{"address": "192.0.2.5/24"}, {"address": "198.51.100.9/24"}]}}'
call ADD
again CHECK
again DEL
### addresses from CNI_ARGS
CNI_ARGS='IP=192.0.2.9/24,2001:db8::9/64;GATEWAY=192.0.2.1,2001:db8::1'
conf='{"cniVersion": "1.0.0", "name": "lan", "ipam": {"type": "static"}}'
call ADD static
CNI_ARGS='IP=192.0.2.9'
call ADD static
CNI_ARGS='IP=192.0.2.9/24;GATEWAY=nonsense'
call ADD static
### addresses that the runtime asks for
conf='{"cniVersion": "1.0.0", "name": "lan", "runtimeConfig": {"ips": ["192.0.2.9/24", "2001:db8::9/64"]},
"ipam": {"type": "static", "addresses": [{"address": "198.51.100.5/24"}]}}'
call ADD static
conf='{"cniVersion": "1.0.0", "name": "lan", "args": {"cni": {"ips": ["192.0.2.9"]}}, "ipam": {"type": "static"}}'
call ADD static
### addresses that are none
conf='{"cniVersion": "1.0.0", "name": "lan", "ipam": {"type": "static", "addresses": [{"address": "192.0.2.5"}]}}'
call ADD static
conf='{"cniVersion": "1.0.0", "name": "lan", "ipam": {"type": "static", "addresses": [{"address": "192.0.2.5/24", "gateway": "x"}]}}'
call ADD static
conf='{"cniVersion": "1.0.0", "name": "lan", "ipam": {"type": "static", "addresses": "192.0.2.5/24"}}'
call ADD static
conf='{"cniVersion": "1.0.0", "name": "lan", "ipam": "static"}'
call ADD static
conf='{"cniVersion": "1.0.0", "name": "lan"}'
call ADD static
### none at all
conf='{"cniVersion": "1.0.0", "name": "lan", "ipam": {"type": "static"}}'
call ADD static
conf='{"cniVersion": "1.0.0", "name": "lan", "type": "bridge", "ipam": {"type": "static"}}'
call ADD
conf='{"cniVersion": "0.2.0", "name": "lan", "ipam": {"type": "static"}}'
call ADD static
### CHECK of another gateway
conf='{"cniVersion": "1.0.0", "name": "lan", "ipam": {"type": "static", "addresses": [{"address": "192.0.2.5/24", "gateway": "192.0.2.1"}]}}'
result='{"cniVersion": "1.0.0", "ips": [{"address": "192.0.2.5/24", "gateway": "192.0.2.2"}]}'
conf=${conf%\}}",\"prevResult\":$result}"
call CHECK static
