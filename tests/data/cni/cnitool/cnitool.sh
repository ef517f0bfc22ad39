### a list of plugins
mkdir -p /etc/cni/net.d
cat >/etc/cni/net.d/10-mynet.conflist <<'END'
{
  "cniVersion": "0.4.0",
  "name": "mynet",
  "plugins": [
    {"type": "bridge", "bridge": "cni0", "isGateway": true, "ipMasq": true,
     "ipam": {"type": "host-local", "subnet": "10.22.0.0/16", "routes": [{"dst": "0.0.0.0/0"}]}},
    {"type": "portmap", "capabilities": {"portMappings": true}, "snat": true},
    {"type": "firewall"}
  ]
}
END
cnitool add mynet /var/run/netns/blue
echo " $?"
state
cat /var/lib/cni/results/* | sed 's/"config":"[^"]*"//'
cnitool check mynet /var/run/netns/blue
echo $?
cnitool del mynet /var/run/netns/blue
echo $?
state
for file in /var/lib/cni/results/*; do
    [ ! -e "$file" ] || echo "there is still $file"
done
### a configuration by itself
mkdir -p /etc/cni/net.d
echo '{"cniVersion": "1.0.0", "name": "pair", "type": "ptp", "mtu": 1400, "ipam": {"type": "host-local", "subnet": "192.0.2.0/24"}}' >/etc/cni/net.d/20-pair.conf
cnitool add pair /var/run/netns/blue
echo " $?"
cat /var/lib/cni/results/*
CNI_IFNAME=eth1 cnitool add pair /var/run/netns/blue
cnitool check pair /var/run/netns/blue
cnitool del pair /var/run/netns/blue
state
### ports that the runtime asks for
mkdir -p /etc/cni/net.d
cat >/etc/cni/net.d/10-web.conflist <<'END'
{"cniVersion": "1.0.0", "name": "web", "plugins": [
  {"type": "bridge", "isGateway": true, "ipam": {"type": "host-local", "subnet": "192.0.2.0/24"}},
  {"type": "portmap", "capabilities": {"portMappings": true}}]}
END
export CAP_ARGS='{"portMappings": [{"hostPort": 8080, "containerPort": 80, "protocol": "tcp"}], "other": 5}'
cnitool add web /var/run/netns/blue
state
cnitool del web /var/run/netns/blue
state
### arguments, and a directory of its own
mkdir -p /etc/cni/mine
echo '{"cniVersion": "0.4.0", "name": "lan", "type": "bridge", "ipam": {"type": "host-local", "subnet": "192.0.2.0/24"}}' >/etc/cni/mine/lan.json
export NETCONFPATH=/etc/cni/mine
CNI_ARGS='IgnoreUnknown=1;IP=192.0.2.9;K8S=x' cnitool add lan /var/run/netns/blue
cat /var/lib/cni/results/*
CNI_ARGS='IP' cnitool add lan /var/run/netns/red
CNI_ARGS='IP=1=2' cnitool add lan /var/run/netns/red
CAP_ARGS=nonsense cnitool add lan /var/run/netns/red
CNI_ARGS='IP=192.0.2.1' cnitool add lan /var/run/netns/red
### without words, without a directory, without the network
cnitool
echo $?
cnitool add mynet
cnitool add mynet /var/run/netns/blue
echo $?
mkdir -p /etc/cni/net.d
echo '{"name": "lan", "type": "bridge"}' >/etc/cni/net.d/lan.conf
cnitool add mynet /var/run/netns/blue
cnitool check lan /var/run/netns/blue
cnitool nonsense lan /var/run/netns/blue
echo $?
cnitool add lan /var/run/netns/nowhere
cnitool del lan /var/run/netns/nowhere
echo $?
### lists that are broken
mkdir -p /etc/cni/net.d
while read -r line; do
    echo "$line" >/etc/cni/net.d/10-lan.conflist
    cnitool add lan /var/run/netns/blue
    echo $?
done <<'END'
{
[]
{}
{"name": 5}
{"name": "lan"}
{"name": "lan", "cniVersion": 5}
{"name": "lan", "disableCheck": 1}
{"name": "lan", "plugins": {}}
{"name": "lan", "plugins": []}
{"name": "lan", "plugins": [5]}
{"name": "lan", "plugins": [{}]}
{"name": "lan", "plugins": [{"type": "nonsense"}]}
{"name": "lan", "plugins": [{"type": 5}]}
{"name": "lan", "cniVersion": "1.0.0", "plugins": [{"type": "bridge", "name": "other", "vlan": 5000}]}
{"name": "lan", "cniVersion": "9.0.0", "plugins": [{"type": "bridge"}]}
{"name": "other", "plugins": [{"type": "bridge"}]}
END
### files that are broken
mkdir -p /etc/cni/net.d
for line in '{' '{"name": "lan"}' '{"name": "lan", "type": 5}' '{"name": "lan", "type": "bridge", "mtu": "x", "cniVersion": "1.0.0"}' '5'; do
    echo "$line" >/etc/cni/net.d/10-lan.conf
    cnitool add lan /var/run/netns/blue
    echo $?
done
### no path to plugins
mkdir -p /etc/cni/net.d
echo '{"name": "lan", "type": "bridge", "cniVersion": "1.0.0"}' >/etc/cni/net.d/10-lan.conf
CNI_PATH= cnitool add lan /var/run/netns/blue
CNI_PATH=/srv cnitool del lan /var/run/netns/blue
### a check that is not wanted, and one that fails
mkdir -p /etc/cni/net.d
echo '{"name": "lan", "cniVersion": "1.0.0", "disableCheck": true, "plugins": [{"type": "bridge"}]}' >/etc/cni/net.d/10-lan.conflist
cnitool check lan /var/run/netns/blue
echo $?
echo '{"name": "lan", "cniVersion": "1.0.0", "plugins": [{"type": "bridge", "ipam": {"type": "host-local", "subnet": "192.0.2.0/24"}}]}' >/etc/cni/net.d/10-lan.conflist
cnitool check lan /var/run/netns/blue
echo $?
cnitool add lan /var/run/netns/blue
ip -n blue link del eth0
cnitool check lan /var/run/netns/blue
echo $?
### a second plugin that fails leaves what the first one did
mkdir -p /etc/cni/net.d
echo '{"name": "lan", "cniVersion": "1.0.0", "plugins": [{"type": "bridge", "ipam": {"type": "host-local", "subnet": "192.0.2.0/24"}}, {"type": "portmap", "markMasqBit": 40}]}' >/etc/cni/net.d/10-lan.conflist
cnitool add lan /var/run/netns/blue
echo $?
state
### the loopback of a list
mkdir -p /etc/cni/net.d
echo '{"name": "lo", "cniVersion": "0.4.0", "plugins": [{"type": "loopback"}, {"type": "loopback"}]}' >/etc/cni/net.d/99-lo.conflist
cnitool add lo /var/run/netns/blue
cnitool check lo /var/run/netns/blue
cnitool del lo /var/run/netns/blue
