#!/usr/bin/env bash
# Records what dockerd and docker 20.10 print and do, for tst_docker: runs the commands of each file given, which are
# those that stand behind `$ ` in NAME.expected, in a sandbox of its own, and writes the file anew.
# It needs root, docker.io of Debian 12 and busybox-static; containers need the hierarchies of cgroup v1.
# usage: record.sh NAME.expected…
set -u

# A step's own words; `look` is what there is to compare.
yesno() { if "$@" </dev/null >/dev/null 2>&1; then echo yes; else echo no; fi; }
at() {
    local where=$1
    shift
    case $where in
    machine) "$@" ;;
    outside | left) ip netns exec "$where" "$@" ;;
    *) docker exec "$where" "$@" ;;
    esac
}
reach() { yesno at "$1" ping -c1 -W1 "$2"; }
probe() {
    case $1 in
    machine | outside) yesno at "$1" timeout 2 nc -z -w1 "$2" "$3" ;;
    *) yesno timeout 3 /usr/bin/docker exec "$1" nc -w 1 "$2" "$3" ;;
    esac
}
neighbours() {
    ip netns add second
    ip link add eth1 type veth peer name eth0 netns second
    ip link set eth1 up
    ip addr add 198.51.100.1/24 dev eth1
    ip -n second link set eth0 up
    ip -n second addr add 198.51.100.2/24 dev eth0
    ip -n second route add default via 198.51.100.1
    ip -n outside route add 198.51.100.0/24 via 192.0.2.10
}
bridged() {
    local side
    ip link add br9 type bridge
    ip link set br9 up
    for side in left right; do
        ip netns add $side
        ip link add $side type veth peer name eth0 netns $side
        ip link set $side master br9
        ip link set $side up
        ip -n $side link set eth0 up
    done
    ip -n left addr add 10.9.0.1/24 dev eth0
    ip -n right addr add 10.9.0.2/24 dev eth0
    reach left 10.9.0.2
}
between() {
    yesno ip netns exec outside ping -c1 -W1 198.51.100.2
    yesno ip netns exec second ping -c1 -W1 192.0.2.1
}
listen() {
    nc -l 0.0.0.0 "$1" >/dev/null 2>&1 &
    sleep 0.3
}
# A command of the machine in a container, with the container's files for names.
inc() {
    local pid file
    pid=$(/usr/bin/docker inspect -f '{{.State.Pid}}' "$1")
    shift
    for file in resolv.conf hosts; do cat "/proc/$pid/root/etc/$file" >"/run/$file.in"; done
    # shellcheck disable=SC2016
    nsenter -t "$pid" -n unshare -m sh -c 'mount --bind /run/resolv.conf.in /etc/resolv.conf &&
        mount --bind /run/hosts.in /etc/hosts && exec "$@"' sh "$@"
}
# The server that the machine's resolv.conf names, and one that the machine alone can ask.
nameserver() {
    ip -n outside addr add 192.0.2.53/24 dev eth0
    ip netns exec outside dnsmasq --no-resolv --no-hosts --local=/lab/ --host-record=far.lab,198.51.100.7
}
ownserver() {
    dnsmasq --no-resolv --no-hosts --local=/lab/ --host-record=near.lab,198.51.100.8 --listen-address=127.0.0.1 \
        --bind-interfaces
}
route() { ip route; }
onlyrules() { { iptables-save -t filter && iptables-save -t nat; } | grep -v '^#'; }
look() {
    sleep 1.3 # until the kernel has told of carriers
    onlyrules
    ip addr
    ip route
    bridge link
    sysctl net.ipv4.ip_forward
}
# A container's process is told at once to end; a sleep that is process 1 would not hear it otherwise.
docker() {
    local verb=${1-}
    if { [ "$verb" = run ] || [ "$verb" = create ]; } && [ $# -gt 2 ]; then
        shift
        set -- "$verb" --stop-timeout 0 "$@"
    fi
    /usr/bin/docker "$@"
}
startdaemon() {
    dockerd --storage-driver=vfs >>/run/dockerd.log 2>&1 &
    daemon=$!
    until /usr/bin/docker version >/dev/null 2>&1; do sleep 0.2; done
}
stopdaemon() {
    kill "$daemon"
    wait "$daemon" 2>/dev/null
}
restart() {
    stopdaemon
    startdaemon
}

# In the sandbox: the machine m1 with a cable to `outside`, its gateway, and an image of a busybox.
inside() {
    local line status folder
    for folder in /run /var/lib/docker /var/lib/containerd; do
        mkdir -p "$folder" && mount -t tmpfs tmpfs "$folder" || exit 2
    done
    mount -t sysfs sysfs /sys && mount -t tmpfs tmpfs /sys/fs/cgroup || exit 2
    for folder in cpuset cpu cpuacct memory devices pids freezer blkio; do
        mkdir -p "/sys/fs/cgroup/$folder" && mount -t cgroup -o "$folder" cgroup "/sys/fs/cgroup/$folder" 2>/dev/null
    done
    mkdir -p /sys/fs/cgroup/systemd && mount -t cgroup -o none,name=systemd cgroup /sys/fs/cgroup/systemd
    hostname m1
    echo nameserver 192.0.2.53 >/run/resolv.conf && mount --bind /run/resolv.conf /etc/resolv.conf
    mkdir -p /run/netns && ip netns add outside
    ip link add eth0 type veth peer name eth0 netns outside
    ip link set lo up
    ip link set eth0 up
    ip addr add 192.0.2.10/24 dev eth0
    ip -n outside link set lo up
    ip -n outside link set eth0 up
    ip -n outside addr add 192.0.2.1/24 dev eth0
    ip -n outside route add 172.17.0.0/16 via 192.0.2.10
    ip route add default via 192.0.2.1
    startdaemon
    mkdir -p /run/image/bin && cp /bin/busybox /run/image/bin/
    for folder in sh sleep ip nc httpd ping route cat ls; do ln -s busybox "/run/image/bin/$folder"; done
    tar c -C /run/image . | /usr/bin/docker import - busybox >/dev/null
    sleep 1.5
    while IFS= read -r line <&4; do
        echo "\$ $line"
        eval "$line" </dev/null 2>&1
        status=$?
        [ "$status" = 0 ] || echo "[$status]"
    done 4<<<"$1"
    # shellcheck disable=SC2046
    /usr/bin/docker rm -f $(/usr/bin/docker ps -aq) >/dev/null 2>&1
    stopdaemon
}

if [ "${1-}" = --inside ]; then
    inside "$2"
    exit
fi
for file; do
    steps=$(sed -n 's/^\$ //p' "$file")
    unshare -mnpu --fork --mount-proc "$0" --inside "$steps" >"$file.new" </dev/null && mv "$file.new" "$file"
done
