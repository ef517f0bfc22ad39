### without a command
/opt/cni/bin/bridge </dev/null
echo $?
/opt/cni/bin/firewall </dev/null
### VERSION
for plugin in bridge firewall bandwidth host-local; do
    CNI_COMMAND=VERSION /opt/cni/bin/$plugin </dev/null
    echo $?
done
CNI_COMMAND=VERSION /usr/lib/cni/ptp </dev/null
### variables that are missing
conf='{"cniVersion": "1.0.0", "name": "lan", "type": "bridge"}'
unset CNI_NETNS CNI_CONTAINERID
for command in ADD CHECK DEL; do
    CNI_COMMAND=$command /opt/cni/bin/bridge <<<"$conf"
    echo " $?"
done
### a command that is none
conf='{"cniVersion": "1.0.0", "name": "lan", "type": "bridge"}'
call GC
### no configuration, and broken ones
for conf in '' '{' '[]' '5' 'nonsense' '{"name": "lan"' '{"name": "lan",}' '{"name" "lan"}' '{"name": lan}' '{"name": "lan"} x' \
    '{"name": "la	n"}' '{"name": "la\qn"}' '{"name": "la\u12x4"}' '{"name": tru}' '{"name": 01}' '{"name": -x}' '{"name": 1.}' \
    '{"name": 1e}' '{"a": [1 2], "name": "lan"}' '{"a": [1,], "name": "lan"}' "{'name': 1}" '{"name": nulL}' '{"name": "lan"'; do
    CNI_COMMAND=ADD /opt/cni/bin/bridge <<<"$conf"
    echo " $?"
done
### names that are none
for conf in '{}' '{"name": ""}' '{"name": 5}' '{"name": null}' '{"name": "my net"}' '{"name": "-lan"}' '{"name": ["lan"]}'; do
    CNI_COMMAND=ADD /opt/cni/bin/bridge <<<"$conf"
    echo " $?"
done
### a container and an interface that have no names
conf='{"cniVersion": "1.0.0", "name": "lan", "type": "bridge"}'
CNI_CONTAINERID='a b'
call ADD
CNI_CONTAINERID=c1
for CNI_IFNAME in interface-name-16 . a/b a:b; do
    call ADD
done
### versions that a plugin does not support
for version in '"9.9.9"' '"1.1.0"' '"0.3.1"' 5 '"x"' '"1"' '"0.4.0.1"'; do
    conf='{"cniVersion": '$version', "name": "lan", "type": "firewall"}'
    call ADD
    call CHECK
done
### versions in which there is no CHECK
conf='{"cniVersion": "0.3.1", "name": "lan", "type": "bridge"}'
call CHECK
conf='{"name": "lan", "type": "bridge"}'
call CHECK
### settings of another type
for setting in '"mtu": "1400"' '"mtu": 1.5' '"mtu": true' '"isGateway": "yes"' '"isGateway": 1' '"bridge": 5' '"ipam": []' '"ipam": {"type": 5}' \
    '"dns": {"nameservers": "192.0.2.1"}' '"dns": {"nameservers": [5]}' '"capabilities": {"a": 1}' '"prevResult": []' '"args": {"cni": 5}' \
    '"runtimeConfig": {"mac": 5}' '"MTU": 1400, "mtu": null' '"type": {}'; do
    conf='{"cniVersion": "1.0.0", "name": "lan", '$setting'}'
    CNI_COMMAND=DEL /opt/cni/bin/bridge <<<"$conf"
    echo " $?"
done
### the environment by env and sudo
conf='{"cniVersion": "1.0.0", "name": "lo", "type": "loopback"}'
env CNI_COMMAND=ADD /opt/cni/bin/loopback <<<"$conf"
printf '%s' "$conf" | env CNI_COMMAND=CHECK /opt/cni/bin/loopback
printf '%s' "$conf" >/var/lib/cni/lo.conf
CNI_COMMAND=DEL /opt/cni/bin/loopback </var/lib/cni/lo.conf
### a result of another form before
for previous in '{"cniVersion": "0.4.0"}' '{"cniVersion": "1.0.0", "ips": 5}' '{"cniVersion": "1.0.0", "interfaces": [{"name": 5}]}' \
    '{"ips": [{"address": "192.0.2.1/24"}]}' '{"cniVersion": "1.0.0", "routes": [{"dst": 5}]}' '{"cniVersion": "1.0.0", "dns": []}'; do
    conf='{"cniVersion": "1.0.0", "name": "lo", "type": "loopback", "prevResult": '$previous'}'
    CNI_COMMAND=ADD /opt/cni/bin/loopback <<<"$conf"
    echo " $?"
done
### what is installed
ls /opt/cni/bin/
ls /opt/cni/bin/bridge
ls /opt/cni/bin/nonsense
for file in /opt/cni/bin/host-*; do
    [ ! -e "$file" ] || echo "$file"
done
/opt/cni/bin/nonsense </dev/null 2>/dev/null
echo $?
