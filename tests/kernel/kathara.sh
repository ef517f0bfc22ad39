#!/usr/bin/env bash
# Starts a lab folder as Kathará does, without containers: each device is a network namespace k-NAME, each collision domain
# a bridge of the namespace where this runs. It learns nothing, as those of Kathará's plugins, which are hubs: else what a port
# in hairpin mode sends back would teach it that a device is at the wrong end. Settings are written in no order that could
# be relied on, and all devices start at once. With `kubernetes` interfaces are called net0, net1, ..., and eth0 is the
# pod's own, whose default route is deleted in the end. What the startup scripts say on their standard error is said here.
# usage: kathara.sh FOLDER docker|kubernetes
set -u
# Files that devices write are the sandbox's own, in one place for all of them.
mkdir -p /run/own && mount -t tmpfs tmpfs /run/own && cp -a /etc /run/own/etc 2>/dev/null
mount --bind /run/own/etc /etc && mount -t tmpfs tmpfs /root && mount -t tmpfs tmpfs /opt && mount -t tmpfs tmpfs /var/lib || exit 2
folder=$1
engine=$2
sysctl -qw net.ipv6.conf.all.disable_ipv6=1 net.ipv6.conf.default.disable_ipv6=1

declare -A settings=() ipv6=() commands=()
devices=()
interfaces=()
while IFS= read -r line; do
    [[ $line =~ ^([a-z0-9_]{1,30})\[([A-Za-z0-9_]+)\]=\"([^\"]+)\"$ ]] || continue
    device=${BASH_REMATCH[1]}
    key=${BASH_REMATCH[2]}
    value=${BASH_REMATCH[3]}
    [[ " ${devices[*]} " == *" $device "* ]] || devices+=("$device")
    case $key in
    [0-9]*) interfaces+=("$device $key ${value%%/*} $([[ $value != */* ]] || echo "${value#*/}")") ;;
    sysctl) settings[$device]+="$value " ;;
    ipv6) ipv6[$device]=yes ;;
    exec) commands[$device]+="$value"$'\n' ;;
    esac
done <"$folder/lab.conf"

write_settings() {
    local device=$1 key setting
    local -A all=([net.ipv4.conf.all.rp_filter]=0 [net.ipv4.conf.default.rp_filter]=0 [net.ipv4.conf.lo.rp_filter]=0
        [net.ipv4.ip_forward]=1)
    if [ -n "${ipv6[$device]-}" ]; then
        all+=([net.ipv6.conf.all.forwarding]=1 [net.ipv6.conf.all.accept_ra]=0 [net.ipv6.conf.default.disable_ipv6]=0
            [net.ipv6.conf.all.disable_ipv6]=0)
    else
        all+=([net.ipv6.conf.default.disable_ipv6]=1 [net.ipv6.conf.all.disable_ipv6]=1)
    fi
    for setting in ${settings[$device]-}; do
        all[${setting%%=*}]=${setting#*=}
    done
    for key in "${!all[@]}"; do
        ip netns exec "k-$device" sysctl -qw "$key=${all[$key]}"
    done
}

for device in "${devices[@]}"; do
    ip netns add "k-$device"
    ip -n "k-$device" link set lo up
    [ "$engine" = kubernetes ] || write_settings "$device"
done
port=0
for interface in "${interfaces[@]}"; do
    read -r device number domain mac <<<"$interface"
    [ -e "/sys/class/net/d-$domain" ] ||
        { ip link add "d-$domain" type bridge ageing_time 0 group_fwd_mask 0xfff8 && ip link set "d-$domain" up; }
    name=eth$number
    [ "$engine" = docker ] || name=net$number
    # shellcheck disable=SC2086 # no address is no word
    ip link add "$name" ${mac:+address $mac} netns "k-$device" type veth peer name "p$port"
    ip link set "p$port" master "d-$domain" up
    ip -n "k-$device" link set "$name" up
    port=$((port + 1))
done
if [ "$engine" = kubernetes ]; then
    ip link add pods type bridge && ip link set pods up && ip addr add 10.244.0.1/16 dev pods
    number=2
    for device in "${devices[@]}"; do
        ip link add eth0 netns "k-$device" type veth peer name "pod$number"
        ip link set "pod$number" master pods up
        ip -n "k-$device" link set eth0 up
        ip -n "k-$device" addr add "10.244.0.$number/16" dev eth0
        ip -n "k-$device" route add default via 10.244.0.1
        write_settings "$device"
        number=$((number + 1))
    done
fi

start() {
    local device=$1 script command
    for script in shared "$device"; do
        [ ! -e "$folder/$script.startup" ] || ip netns exec "k-$device" bash "$folder/$script.startup"
    done
    [ "$engine" = docker ] || ip -n "k-$device" route del default dev eth0 2>/dev/null
    while IFS= read -r command; do
        [ -z "$command" ] || ip netns exec "k-$device" bash -c "$command"
    done <<<"${commands[$device]-}"
}
starting=()
for device in "${devices[@]}"; do
    start "$device" >/dev/null &
    starting+=("$!")
done
wait "${starting[@]}"
