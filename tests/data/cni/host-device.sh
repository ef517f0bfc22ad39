### a link of the host, given and given back
ip link add eth5 type veth peer name other
ip link set other up
conf='{"cniVersion": "1.0.0", "name": "lan", "type": "host-device", "device": "eth5"}'
call ADD
again CHECK
again DEL
### with addresses
ip link add eth5 type veth peer name other
ip link set other up
conf='{"cniVersion": "0.4.0", "name": "lan", "type": "host-device", "device": "eth5",
"ipam": {"type": "host-local", "subnet": "192.0.2.0/24", "routes": [{"dst": "0.0.0.0/0"}]}}'
call ADD
again CHECK
again DEL
### by its MAC, under the name that it has
ip link add eth0 address 02:00:00:00:00:51 type veth peer name other
conf='{"cniVersion": "1.0.0", "name": "lan", "type": "host-device", "hwaddr": "02:00:00:00:00:51"}'
call ADD
again DEL
### what is not there
for setting in '"device": "nowhere"' '"hwaddr": "02:00:00:00:00:52"' '"hwaddr": "nonsense"' '"kernelpath": "/sys/class/net"' \
    '"kernelpath": "/sys/devices/nowhere"' '"pciBusID": "0000:00:1f.9"'  '"name": "lan"'; do
    conf='{"cniVersion": "1.0.0", "name": "lan", "type": "host-device", '$setting'}'
    call ADD
done
call DEL
conf='{"cniVersion": "1.0.0", "name": "lan", "type": "host-device", "device": "nowhere"}'
call DEL
### a name that the container has
ip link add eth5 type veth peer name other
ip -n blue link add eth0 type veth peer name other
conf='{"cniVersion": "1.0.0", "name": "lan", "type": "host-device", "device": "eth5"}'
call ADD
