### bridge and portmap
chain ADD '{"cniVersion": "1.0.0", "name": "web", "type": "bridge", "isGateway": true, "ipMasq": true,
"ipam": {"type": "host-local", "subnet": "192.0.2.0/24", "routes": [{"dst": "0.0.0.0/0"}]}}' \
'{"cniVersion": "1.0.0", "name": "web", "type": "portmap", "capabilities": {"portMappings": true},
"runtimeConfig": {"portMappings": [{"hostPort": 8080, "containerPort": 80, "protocol": "tcp"}, {"hostPort": 5353, "containerPort": 53, "protocol": "udp"}]}}'
chain DEL '{"cniVersion": "1.0.0", "name": "web", "type": "bridge", "isGateway": true, "ipMasq": true,
"ipam": {"type": "host-local", "subnet": "192.0.2.0/24", "routes": [{"dst": "0.0.0.0/0"}]}}' \
'{"cniVersion": "1.0.0", "name": "web", "type": "portmap", "capabilities": {"portMappings": true},
"runtimeConfig": {"portMappings": [{"hostPort": 8080, "containerPort": 80, "protocol": "tcp"}, {"hostPort": 5353, "containerPort": 53, "protocol": "udp"}]}}'
### portmap with addresses of the host, without masquerading, with conditions
chain ADD '{"cniVersion": "0.4.0", "name": "web", "type": "ptp", "ipam": {"type": "host-local", "subnet": "192.0.2.0/24"}}' \
'{"cniVersion": "0.4.0", "name": "web", "type": "portmap", "snat": false, "conditionsV4": ["-s", "203.0.113.0/24"],
"runtimeConfig": {"portMappings": [{"hostPort": 8080, "containerPort": 80, "protocol": "tcp", "hostIP": "198.51.100.7"},
{"hostPort": 8081, "containerPort": 81, "protocol": "tcp", "hostIP": "0.0.0.0"}, {"hostPort": 8082, "containerPort": 82, "protocol": "tcp", "hostIP": "2001:db8::1"}]}}'
### portmap of both families, with a mark of its own
chain ADD '{"cniVersion": "1.0.0", "name": "web", "type": "bridge", "isGateway": true,
"ipam": {"type": "host-local", "ranges": [[{"subnet": "192.0.2.0/24"}], [{"subnet": "2001:db8:7::/64"}]]}}' \
'{"cniVersion": "1.0.0", "name": "web", "type": "portmap", "markMasqBit": 5,
"runtimeConfig": {"portMappings": [{"hostPort": 8080, "containerPort": 80, "protocol": "tcp"}]}}'
chain CHECK '{"cniVersion": "1.0.0", "name": "web", "type": "portmap", "markMasqBit": 5,
"runtimeConfig": {"portMappings": [{"hostPort": 8080, "containerPort": 80, "protocol": "tcp"}]}}'
chain DEL '{"cniVersion": "1.0.0", "name": "web", "type": "portmap", "markMasqBit": 5,
"runtimeConfig": {"portMappings": [{"hostPort": 8080, "containerPort": 80, "protocol": "tcp"}]}}'
### more ports than one rule takes
ports=
for port in 1 2 3 4 5 6 7 8 9 10 11 12 13 14 15 16 17; do
    ports+="${ports:+,}{\"hostPort\": $((8000 + port)), \"containerPort\": $port, \"protocol\": \"tcp\"}"
done
chain ADD '{"cniVersion": "1.0.0", "name": "web", "type": "bridge", "ipam": {"type": "host-local", "subnet": "192.0.2.0/24"}}' \
'{"cniVersion": "1.0.0", "name": "web", "type": "portmap", "runtimeConfig": {"portMappings": ['"$ports"']}}'
### two containers with ports, one gone again
portmap='{"cniVersion": "1.0.0", "name": "web", "type": "portmap", "runtimeConfig": {"portMappings": [{"hostPort": 8080, "containerPort": 80, "protocol": "tcp"}]}}'
bridge='{"cniVersion": "1.0.0", "name": "web", "type": "bridge", "isGateway": true, "ipam": {"type": "host-local", "subnet": "192.0.2.0/24"}}'
chain ADD "$bridge" "$portmap"
CNI_CONTAINERID=c2
CNI_NETNS=/var/run/netns/red
chain ADD "$bridge" "${portmap/8080/9090}"
chain DEL "$bridge" "${portmap/8080/9090}"
### portmap without ports, and alone
chain ADD '{"cniVersion": "0.3.1", "name": "web", "type": "bridge", "ipam": {"type": "host-local", "subnet": "192.0.2.0/24"}}' \
'{"cniVersion": "0.3.1", "name": "web", "type": "portmap"}'
conf='{"cniVersion": "0.4.0", "name": "web", "type": "portmap", "runtimeConfig": {"portMappings": [{"hostPort": 8080, "containerPort": 80, "protocol": "tcp"}]}}'
call ADD
call CHECK
### portmap with settings that do not fit
for setting in '"markMasqBit": 32' '"markMasqBit": 5, "externalSetMarkChain": "X"' '"runtimeConfig": {"portMappings": [{"hostPort": 0, "containerPort": 80}]}' \
    '"runtimeConfig": {"portMappings": [{"hostPort": 80}]}' '"runtimeConfig": {"portMappings": [{"hostPort": "80", "containerPort": 80}]}' '"snat": 5'; do
    conf='{"cniVersion": "1.0.0", "name": "web", "type": "portmap", '$setting', "prevResult": {"cniVersion": "1.0.0"}}'
    call ADD
done
### portmap with a protocol that is none
chain ADD '{"cniVersion": "1.0.0", "name": "web", "type": "bridge", "ipam": {"type": "host-local", "subnet": "192.0.2.0/24"}}' \
'{"cniVersion": "1.0.0", "name": "web", "type": "portmap", "snat": false, "runtimeConfig": {"portMappings": [{"hostPort": 8080, "containerPort": 80, "protocol": "nonsense"}]}}'
### bridge and firewall
bridge='{"cniVersion": "0.4.0", "name": "web", "type": "bridge", "isGateway": true, "ipam": {"type": "host-local", "subnet": "192.0.2.0/24"}}'
firewall='{"cniVersion": "0.4.0", "name": "web", "type": "firewall"}'
chain ADD "$bridge" "$firewall"
chain CHECK "$bridge" "$firewall"
chain DEL "$bridge" "$firewall"
### firewall of both families, with a chain of its own
chain ADD '{"cniVersion": "1.0.0", "name": "web", "type": "bridge", "isGateway": true,
"ipam": {"type": "host-local", "ranges": [[{"subnet": "192.0.2.0/24"}], [{"subnet": "2001:db8:7::/64"}]]}}' \
'{"cniVersion": "1.0.0", "name": "web", "type": "firewall", "backend": "iptables", "iptablesAdminChainName": "MINE"}'
### firewall that lets in what comes from the same bridge
bridge='{"cniVersion": "1.0.0", "name": "web", "type": "bridge", "isGateway": true, "ipam": {"type": "host-local", "subnet": "192.0.2.0/24"}}'
firewall='{"cniVersion": "1.0.0", "name": "web", "type": "firewall", "ingressPolicy": "same-bridge"}'
chain ADD "$bridge" "$firewall"
CNI_CONTAINERID=c2
CNI_NETNS=/var/run/netns/red
chain ADD "${bridge/\"isGateway\"/\"bridge\": \"br2\", \"isGateway\"}" "$firewall"
chain DEL "$firewall"
### firewall alone, with a policy that is none, and without interfaces
conf='{"cniVersion": "1.0.0", "name": "web", "type": "firewall"}'
call ADD
call CHECK
call DEL
conf='{"cniVersion": "1.0.0", "name": "web", "type": "firewall", "ingressPolicy": "x", "prevResult": {"cniVersion": "1.0.0"}}'
call ADD
call DEL
conf='{"cniVersion": "1.0.0", "name": "web", "type": "firewall", "ingressPolicy": "same-bridge", "prevResult": {"cniVersion": "1.0.0"}}'
call ADD
### CHECK of a firewall whose rules are gone
bridge='{"cniVersion": "0.4.0", "name": "web", "type": "bridge", "isGateway": true, "ipam": {"type": "host-local", "subnet": "192.0.2.0/24"}}'
firewall='{"cniVersion": "0.4.0", "name": "web", "type": "firewall"}'
chain ADD "$bridge" "$firewall"
iptables -D CNI-FORWARD -s 192.0.2.2/32 -j ACCEPT
chain CHECK "$firewall"
iptables -F CNI-FORWARD
chain CHECK "$firewall"
iptables -D FORWARD 1
chain CHECK "$firewall"
### bridge and tuning
bridge='{"cniVersion": "1.0.0", "name": "web", "type": "bridge", "ipam": {"type": "host-local", "subnet": "192.0.2.0/24"}}'
tuning='{"cniVersion": "1.0.0", "name": "web", "type": "tuning", "mac": "02:00:00:00:00:42", "mtu": 1400,
"sysctl": {"net.ipv4.conf.IFNAME.rp_filter": "1"}}'
chain ADD "$bridge" "$tuning"
ip netns exec blue sysctl net.ipv4.conf.eth0.rp_filter
cat /run/cni/tuning/c1_eth0.json
chain CHECK "${tuning/IFNAME/eth0}"
chain DEL "$tuning"
[ ! -e /run/cni/tuning/c1_eth0.json ] || echo "there is still a backup"
chain DEL "$bridge"
### tuning with what the container's link has no more
bridge='{"cniVersion": "0.4.0", "name": "web", "type": "bridge", "ipam": {"type": "host-local", "subnet": "192.0.2.0/24"}}'
tuning='{"cniVersion": "0.4.0", "name": "web", "type": "tuning", "dataDir": "/var/lib/cni/tuning", "mtu": 1400,
"sysctl": {"net.ipv4.conf.eth0.rp_filter": "1"}}'
chain ADD "$bridge" "$tuning"
ip -n blue link set eth0 mtu 1300
chain CHECK "$tuning"
ip netns exec blue sysctl -qw net.ipv4.conf.eth0.rp_filter=0
chain CHECK "$tuning"
ip -n blue link del eth0
chain CHECK '{"cniVersion": "0.4.0", "name": "web", "type": "tuning"}'
### tuning with settings that do not fit
previous='"prevResult": {"cniVersion": "1.0.0"}'
for setting in '"sysctl": {"kernel.hostname": "x"}' '"mac": "nonsense", "dataDir": "/var/lib/cni/tuning"' '"mtu": "x"' '"sysctl": {"net.ipv4.conf.nowhere.rp_filter": "1"}' \
    '"mtu": 1400, "dataDir": "/var/lib/cni/tuning"' '"sysctl": {"net.ipv4.conf.all.forwarding": "x"}'; do
    conf='{"cniVersion": "1.0.0", "name": "web", "type": "tuning", '$setting', '$previous'}'
    call ADD
done
conf='{"cniVersion": "1.0.0", "name": "web", "type": "tuning"}'
call ADD
call CHECK
call DEL
### bandwidth without limits, and limits that do not fit
chain ADD '{"cniVersion": "1.0.0", "name": "web", "type": "bridge", "ipam": {"type": "host-local", "subnet": "192.0.2.0/24"}}' \
'{"cniVersion": "1.0.0", "name": "web", "type": "bandwidth"}'
for setting in '"ingressRate": 1000' '"egressBurst": 1000' '"ingressRate": 1000, "ingressBurst": 40000000000' '"ingressRate": -1' '"ingressRate": 1000, "ingressBurst": 1000'; do
    conf='{"cniVersion": "1.0.0", "name": "web", "type": "bandwidth", '$setting'}'
    call ADD
done
call DEL
### a chain of all that most have
bridge='{"cniVersion": "1.0.0", "name": "podman", "type": "bridge", "bridge": "cni-podman0", "isGateway": true, "ipMasq": true, "hairpinMode": true,
"ipam": {"type": "host-local", "routes": [{"dst": "0.0.0.0/0"}], "ranges": [[{"subnet": "10.88.0.0/16", "gateway": "10.88.0.1"}]]}}'
portmap='{"cniVersion": "1.0.0", "name": "podman", "type": "portmap", "capabilities": {"portMappings": true},
"runtimeConfig": {"portMappings": [{"hostPort": 8080, "containerPort": 80, "protocol": "tcp"}]}}'
firewall='{"cniVersion": "1.0.0", "name": "podman", "type": "firewall"}'
tuning='{"cniVersion": "1.0.0", "name": "podman", "type": "tuning"}'
chain ADD "$bridge" "$portmap" "$firewall" "$tuning"
chain CHECK "$bridge" "$firewall" "$tuning"
chain DEL "$bridge" "$portmap" "$firewall" "$tuning"
### bridge and loopback behind it
chain ADD '{"cniVersion": "0.4.0", "name": "web", "type": "bridge", "ipam": {"type": "host-local", "subnet": "192.0.2.0/24"}}' \
'{"cniVersion": "0.4.0", "name": "web", "type": "loopback"}'
