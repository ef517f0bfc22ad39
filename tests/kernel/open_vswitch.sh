#!/usr/bin/env bash
# Stands for ovs-vsctl and ovs-appctl (by whose name it is called) in a sandbox: each network namespace has an Open
# vSwitch of its own, whose daemons start when it is first asked for. Where the kernel has no datapath for it, bridges
# are made with that of ovs-vswitchd itself (datapath_type=netdev).
set -u
tool=${0##*/}
home=/run/openvswitch/$(readlink /proc/self/ns/net | tr -dc 0-9)
export OVS_RUNDIR=$home OVS_DBDIR=$home
real() {
    PATH=/usr/bin:/usr/sbin:/sbin:/bin command "$@"
}
if [ ! -e "$home" ]; then
    mkdir -p "$home"
    real ovsdb-tool create "$home/conf.db" /usr/share/openvswitch/vswitch.ovsschema
    real ovsdb-server --remote="punix:$home/db.sock" --pidfile --detach --no-chdir --log-file="$home/ovsdb.log" "$home/conf.db"
    real ovs-vsctl --no-wait init -- set open_vswitch . ovs_version=3.1.0
    real ovs-vswitchd --pidfile --detach --no-chdir --log-file="$home/vswitchd.log" "unix:$home/db.sock"
fi </dev/null &>/dev/null
more=()
if [ "$tool" = ovs-vsctl ] && [ ! -e /sys/module/openvswitch ]; then
    words=("$@")
    for ((i = 0; i + 1 < $#; i++)); do
        if [ "${words[i]}" = add-br ]; then
            more+=(-- set bridge "${words[i + 1]}" datapath_type=netdev)
        fi
    done
fi
real "$tool" "$@" ${more[@]+"${more[@]}"}
