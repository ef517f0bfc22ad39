#!/usr/bin/env bash
# netdraft: lab script 1
#
# The lab "slow": a network of Linux network namespaces on this machine, and the way to take it down again.
#
#   lab.sh up                build it; "up" may be left out
#   lab.sh exec NODE CMD...  run a command in a node; without a command, a shell
#   lab.sh check             ping every pair of nodes and compare with what the simulation predicted
#   lab.sh down              take it down; nothing is left behind
#
# As root it builds on the machine itself, where `ip netns` shows the nodes. As an ordinary user it does the same
# inside a user namespace of its own, which only this script enters.
#
# The network is in build(), as the commands that one would type. Commands there may be changed or added;
# `netdraft import` reads them back.

set -eEuo pipefail
PATH=$PATH:/usr/sbin:/sbin

readonly lab=slow
readonly script=${0##*/}
# The namespaces that build() makes; one that is added there by hand has to be named here, too.
readonly nodes=(A B)
# The links that it makes in the machine's own namespace, the node "host".
readonly machine_links=()

# netdraft: network begins
build() {
    # --- the nodes: a network namespace each ---
    ip netns add A
    ip netns add B
    settle_nodes "${nodes[@]}"

    # --- the links: a cable is a veth pair, a switch holds a bridge ---
    ip link add eth0 netns A type veth peer name eth0 netns B
    ip -n B link add br0 type bridge

    # --- A ---
    ip netns exec A tc qdisc replace dev eth0 root netem delay 20ms loss 1%
    ip -n A link set eth0 up
    ip -n A addr add 192.0.2.1/24 dev eth0

    # --- B ---
    ip netns exec B tc qdisc replace dev eth0 root handle 1: tbf rate 1mbit burst 2kb latency 50ms
    ip netns exec B tc qdisc replace dev br0 root netem rate 10mbit
    ip -n B link set eth0 up
    ip -n B link set br0 up
    ip -n B addr add 192.0.2.2/24 dev eth0
}
# netdraft: network ends

# What the simulation predicts: a row for each address, a column for each node that pings it.
# y: answered, n: not answered, ?: decided by a hash or a race and so not judged, -: the node's own address.
predicted() {
    cat <<'MATRIX'
to  address    A  B
A   192.0.2.1  -  y
B   192.0.2.2  y  -
MATRIX
}

# The kernel's own settings, as the simulation assumes them. A new namespace copies IPv4 settings from the machine, and a
# distribution may have changed those. Redirects alone are off on purpose: no ping shall depend on the ones before it.
readonly kernel_settings='
    ipv4 forwarding 0
    ipv4 rp_filter 0
    ipv4 arp_filter 0
    ipv4 arp_ignore 0
    ipv4 arp_announce 0
    ipv4 proxy_arp 0
    ipv4 accept_local 0
    ipv4 route_localnet 0
    ipv4 ignore_routes_with_linkdown 0
    ipv4 accept_redirects 0
    ipv6 disable_ipv6 0
    ipv6 forwarding 0
    ipv6 addr_gen_mode 0
    ipv6 keep_addr_on_down 0
    ipv6 ignore_routes_with_linkdown 0
    ipv6 accept_redirects 0
'

# Gives links of the namespace where it runs (or `all` or `default`) the kernel's settings.
settle_links() {
    local family key value link file now
    while read -r family key value; do
        for link; do
            file=/proc/sys/net/$family/conf/$link/$key
            if [[ -n $key && -e $file ]]; then
                read -r now <"$file"
                [[ $now == "$value" ]] || echo "$value" >"$file"
            fi
        done
    done <<<"$kernel_settings"
}

# Gives new namespaces the kernel's settings.
settle_nodes() {
    local node
    for node; do
        ip netns exec "$node" bash -euc "$(declare -p kernel_settings)
            $(declare -f settle_links)
            settle_links all default lo"
    done
}

# --- what every part of this script uses ---

say() {
    printf '%s\n' "$*"
}

# Ends the script with a message and a status: 1, it cannot be done now; 2, it was asked wrongly or something is missing.
die() {
    printf '%s: %s\n' "$script" "$2" >&2
    exit "$1"
}

usage() {
    cat <<USAGE
The lab "$lab": a network of Linux network namespaces.

  $script up                build it ("up" may be left out)
  $script exec NODE CMD...  run a command in a node; without a command, a shell
  $script check [-v]        ping every pair of nodes and compare with the simulation; -v prints every pair
  $script down              take it down; nothing is left behind

Nodes: ${nodes[*]}; and host, the machine itself.
USAGE
}

need_tools() {
    local packages=()
    ((BASH_VERSINFO[0] >= 5)) || die 2 "this needs bash 5 or newer, and this is bash $BASH_VERSION"
    command -v ip >/dev/null || packages+=(iproute2)
    command -v ping >/dev/null || packages+=(iputils-ping)
    [[ $(declare -f build) != *sysctl* ]] || command -v sysctl >/dev/null || packages+=(procps)
    [[ $(declare -f build) != *'tables '* ]] || command -v iptables >/dev/null || packages+=(iptables)
    [[ $(declare -f build) != *' nft '* ]] || command -v nft >/dev/null || packages+=(nftables)
    [[ $(declare -f build) != *' nc -'* ]] || command -v nc >/dev/null || packages+=(netcat-openbsd)
    [[ $(declare -f build) != *'socat '* ]] || command -v socat >/dev/null || packages+=(socat)
    { command -v unshare && command -v nsenter; } >/dev/null || packages+=(util-linux)
    ((${#packages[@]} == 0)) || die 2 "missing here; on Debian and Ubuntu: apt install ${packages[*]}"
}

need_node() {
    local node
    for node in host "${nodes[@]}"; do
        [[ $1 != "$node" ]] || return 0
    done
    die 2 "there is no node $1; the nodes are: host ${nodes[*]}"
}

# --- with the rights of root: up, down and exec ---

readonly state=/run/netdraft/$lab
broken=

# Remembers a command that undoes what build() did to the machine itself.
on_down() {
    echo "$*" >>"$state/undo"
}

# Remembers a setting of the machine itself, a path below /proc/sys, before build() changes it. Writing one for `all`
# may change it for every interface.
restore_on_down() {
    local file files=("/proc/sys/$1")
    if [[ $1 == */all/* ]]; then
        files+=("/proc/sys/${1%%/all/*}"/*/"${1##*/all/}")
    fi
    for file in "${files[@]}"; do
        echo "$file $(<"$file")" >>"$state/settings"
    done
}

# Starts a program that listens, and waits until it does. It ends when the lab is taken down.
in_background() {
    local pid try
    "$@" </dev/null &>/dev/null &
    pid=$!
    echo "$pid $(start_of "$pid")" >>"$state/programs"
    for ((try = 0; try < 100; try++)); do
        start_of "$pid" >/dev/null || die 1 "this ended at once: $*"
        if has_socket "$pid"; then
            return
        fi
        sleep 0.05
    done
    die 1 "this does not listen: $*"
}

# Whether a process has opened a socket other than those of netlink, which `ip` opens.
has_socket() {
    local file link
    for file in "/proc/$1/fd"/*; do
        link=$(readlink -- "$file" 2>/dev/null) || continue
        if [[ $link == socket:* ]] &&
            grep -qF " ${link//[!0-9]/} " "/proc/$1/net/tcp" "/proc/$1/net/tcp6" "/proc/$1/net/udp" "/proc/$1/net/udp6" 2>/dev/null; then
            return 0
        fi
    done
    return 1
}

# What makes links slow or bad is a module of the kernel for each way, and not every system has them.
need_qdiscs() {
    local kind
    local -A trials=([netem]='' [tbf]='rate 1mbit burst 2kb latency 1ms')
    command -v tc >/dev/null || die 2 "tc is missing here; on Debian and Ubuntu: apt install iproute2"
    for kind in netem tbf; do
        # shellcheck disable=SC2086 # several words
        if declare -f build | grep -Eq "tc qdisc .* $kind( |;|$)" &&
            ! unshare --net tc qdisc add dev lo root "$kind" ${trials[$kind]} 2>/dev/null; then
            die 2 "links of this lab are slow by $kind, which this kernel has not (as root: modprobe sch_$kind; on Ubuntu it may be in linux-modules-extra-$(uname -r)); nothing was done"
        fi
    done
}

need_absent() {
    local node link
    for node in "${nodes[@]}"; do
        [[ ! -e /run/netns/$node ]] || die 1 "a network namespace $node exists already (see: ip netns); nothing was done"
    done
    for link in "${machine_links[@]}"; do
        ! ip link show dev "$link" &>/dev/null || die 1 "an interface $link exists already (see: ip link); nothing was done"
    done
}

up() {
    [[ ! -e $state ]] || die 1 "the lab $lab is up already; to build it anew, first: $script down"
    unshare --net true || die 2 "root may not make network namespaces here (a container needs to be privileged)"
    need_absent
    need_qdiscs
    mkdir -p /run/netdraft
    mkdir -m 700 "$state" || die 1 "the lab $lab is being built already"
    trap 'give_up' EXIT
    trap 'exit 129' HUP
    trap 'exit 130' INT
    trap 'exit 143' TERM
    trap 'broken="$LINENO: $BASH_COMMAND"' ERR
    ((${#nodes[@]} == 0)) || printf '%s\n' "${nodes[@]}" >"$state/nodes"
    ((${#machine_links[@]} == 0)) || printf '%s\n' "${machine_links[@]}" >"$state/links"
    [[ -n $(ip link show dev lo up) ]] || on_down ip link set lo down
    build >/dev/null
    trap - EXIT HUP INT TERM ERR
    say "The lab $lab is up. Look around: $script exec ${nodes[0]:-host} ip route; take it down: $script down"
}

# Something in build() failed, or somebody interrupted it: what is there is taken down again.
give_up() {
    local status=$?
    trap - EXIT ERR
    trap '' HUP INT TERM
    set +e
    if [[ -n $broken ]]; then
        printf '%s: this failed, line %s\n' "$script" "$broken" >&2
    fi
    take_down
    printf '%s: the lab %s was not built; what had been made is removed again\n' "$script" "$lab" >&2
    exit $((status > 128 ? status : 1))
}

down() {
    [[ -d $state ]] || die 1 "the lab $lab is not up"
    trap '' HUP INT TERM
    take_down
    say "The lab $lab is down."
}

# The lines of a file of the state directory, if there is one.
recorded() {
    if [[ -e $state/$1 ]]; then
        cat -- "$state/$1"
    fi
}

# Removes what the state directory names; any part of it may be missing.
take_down() {
    local node link file value words pid start
    while read -r pid start; do
        if [[ $(start_of "$pid") == "$start" ]]; then
            kill "$pid" 2>/dev/null || true
        fi
    done < <(recorded programs)
    while read -r -a words; do
        "${words[@]}" 2>/dev/null || true
    done < <(recorded undo | tac)
    while read -r link; do
        ip link del dev "$link" 2>/dev/null || true
    done < <(recorded links)
    while read -r node; do
        if [[ -e /run/netns/$node ]]; then
            end_processes "$node"
            ip netns del "$node"
        fi
    done < <(recorded nodes)
    while read -r file value; do
        if [[ -e $file && $(<"$file") != "$value" ]]; then
            echo "$value" >"$file"
        fi
    done < <(recorded settings)
    rm -r -- "$state"
    rmdir /run/netdraft 2>/dev/null || true
}

# Ends the commands that still run in a node.
end_processes() {
    local pids try
    for try in HUP TERM KILL; do
        mapfile -t pids < <(ip netns pids "$1" | grep -vxF -e $$ -e "$BASHPID")
        ((${#pids[@]} > 0)) || return 0
        kill -s "$try" "${pids[@]}" 2>/dev/null || true
        sleep 0.1
    done
}

run_in() {
    local node=$1
    shift
    [[ -d $state ]] || die 1 "the lab $lab is not up"
    if (($# == 0)); then
        set -- bash
    fi
    if [[ $node == host ]]; then
        exec "$@"
    fi
    exec ip netns exec "$node" "$@"
}

# --- check ---

# Pings addresses from where it runs, many at a time; prints `y ADDRESS` or `n ADDRESS` for each.
ping_all() {
    local seconds=$1 running=0 address
    shift
    for address; do
        if ((running == 32)); then
            wait -n || true
            running=$((running - 1))
        fi
        if ping -n -q -c 1 -W "$seconds" "$address"; then echo "y $address" >&3; else echo "n $address" >&3; fi &
        running=$((running + 1))
    done 3>&1 &>/dev/null </dev/null
    wait
}

# The same from a node: prints `NODE y ADDRESS`.
ping_from() {
    local node=$1
    shift
    if [[ $node == host ]]; then
        ping_all "$@"
    else
        ip netns exec "$node" bash -uc "$(declare -f ping_all)
            ping_all \"\$@\"" ping_all "$@"
    fi | while read -r answer; do echo "$node $answer"; done
}

# An IPv6 address cannot be used before the kernel has looked for a duplicate, which takes a second or two. It looks once
# there is carrier, and stays without an answer where that goes too early.
wait_for_addresses() {
    local until=$((SECONDS + 10)) node
    for node in host "${nodes[@]}"; do
        while ((SECONDS < until)) && has_tentative "$node"; do
            sleep 0.1
        done
    done
}

has_tentative() {
    local at=() link
    [[ $1 == host ]] || at=(-n "$1")
    # The carrier of a link may have come and not been acted on yet.
    [[ ! $(ip "${at[@]}" -o link show up) =~ LOWER_UP[^$'\n']*' state '(DOWN|LOWERLAYERDOWN) ]] || return 0
    while read -r _ link _; do
        # Without carrier an address stays tentative, and the simulation knows.
        [[ $(ip "${at[@]}" -o link show dev "$link" up) != *LOWER_UP* ]] || return 0
    done < <(ip "${at[@]}" -6 -o addr show tentative -dadfailed)
    return 1
}

# Pings the pairs `NODE ADDRESS` that it is given, in lots; prints `NODE y ADDRESS` lines. A lot is small since the kernel
# keeps at most 1024 neighbours, over all namespaces, and forgets none while they are fresh.
ask() {
    local seconds=$1
    shift
    local lot=200 left=("$@")
    while ((${#left[@]} > 0)); do
        ask_lot "$seconds" "${left[@]:0:lot}"
        left=("${left[@]:lot}")
        if (($# > lot)); then
            forget_neighbours
        fi
    done
}

ask_lot() {
    local seconds=$1 pair node addresses
    local -A asked=()
    shift
    for pair; do
        asked[${pair% *}]+=" ${pair#* }"
    done
    for node in "${!asked[@]}"; do
        read -r -a addresses <<<"${asked[$node]}"
        ping_from "$node" "$seconds" "${addresses[@]}" &
    done
    wait
}

forget_neighbours() {
    local node link
    for node in "${nodes[@]}"; do
        ip -n "$node" neigh flush all
    done
    for link in "${machine_links[@]}"; do
        ip neigh flush dev "$link"
    done
} &>/dev/null

check() {
    local verbose=no rows row cells columns i node answer address try
    local pairs=0 same=0 other=0 unjudged=0
    local -A got=()
    local ask=()
    case ${1:-} in
    '') ;;
    -v) verbose=yes ;;
    *) die 2 "check takes no word but -v" ;;
    esac
    [[ -d $state ]] || die 1 "the lab $lab is not up"

    mapfile -t rows < <(predicted)
    read -r -a columns <<<"${rows[0]}"
    rows=("${rows[@]:1}")
    if [[ ${rows[*]} == *:* ]]; then
        wait_for_addresses
    fi

    # A cell of the matrix is in the third column or later, below the node that pings. What should have been answered
    # and was not is asked again with more patience, for a busy machine may be late.
    for try in 1 2 3; do
        ask=()
        for ((i = 2; i < ${#columns[@]}; i++)); do
            for row in "${rows[@]}"; do
                read -r -a cells <<<"$row"
                node=${columns[i]} address=${cells[1]}
                case $try${cells[i]}${got["$node $address"]:-} in
                1[yn?] | [23]yn) ask+=("$node $address") ;;
                esac
            done
        done
        while read -r node answer address; do
            got["$node $address"]=$answer
        done < <(ask "$try" "${ask[@]}")
    done

    for row in "${rows[@]}"; do
        read -r -a cells <<<"$row"
        for ((i = 2; i < ${#columns[@]}; i++)); do
            [[ ${cells[i]} != - ]] || continue
            node=${columns[i]} address=${cells[1]}
            answer=${got["$node $address"]:-nothing}
            pairs=$((pairs + 1))
            case ${cells[i]}$answer in
            yy | nn) same=$((same + 1)) row=agrees ;;
            \?[yn]) unjudged=$((unjudged + 1)) row=unjudged ;;
            *) other=$((other + 1)) row=DISAGREES ;;
            esac
            if [[ $verbose == yes || $row == DISAGREES ]]; then
                say "$row: $node -> $address (${cells[0]}): predicted ${cells[i]}, got $answer"
            fi
        done
    done
    if ((other > 0 && ${#machine_links[@]} > 0)); then
        say "The node host is this machine itself: its own firewall, routes and settings have their say, too."
    fi
    say "$pairs pairs pinged: $same as predicted, $other not, $unjudged not judged"
    ((other == 0))
}

# --- without the rights of root: the same inside a user namespace, which a sleeping process keeps ---

self=   # this script's own path
home=   # the directory that remembers the process
keeper= # the process, if it is alive

# Finds the directory: one that nobody else can have prepared.
find_home() {
    home=${TMPDIR:-/tmp}/netdraft-$UID
    if [[ -n ${XDG_RUNTIME_DIR:-} && -d $XDG_RUNTIME_DIR && -O $XDG_RUNTIME_DIR ]]; then
        home=$XDG_RUNTIME_DIR/netdraft
    fi
    if [[ $1 == up ]]; then
        mkdir -m 700 -- "$home" 2>/dev/null || true
    elif [[ ! -e $home ]]; then
        die 1 "the lab $lab is not up"
    fi
    if [[ -L $home || ! -d $home || ! -O $home || $(stat -c %a -- "$home") != 700 ]]; then
        die 2 "$home has to be a directory of yours with mode 700; please look at it and remove it"
    fi
    home=$home/$lab
}

# When a process was started, in clock ticks since the machine was: with its number it names one process for ever.
start_of() {
    local line fields
    line=$(cat "/proc/$1/stat" 2>/dev/null) || return 1
    read -r -a fields <<<"${line##*) }"
    [[ ${fields[0]} != Z ]] || return 1
    echo "${fields[19]}"
}

find_keeper() {
    local pid=0 start=0
    keeper=
    if [[ -r $home/keeper ]]; then
        read -r pid start <"$home/keeper"
        if [[ $(start_of "$pid") == "$start" ]]; then
            keeper=$pid
        fi
    fi
    [[ -n $keeper ]]
}

# Makes a directory that may be written to, in the mount namespace where it runs; what else is in it stays visible.
own_directory() {
    local directory=$1 entry name
    mount --rbind "$directory" /mnt
    mount -t tmpfs -o mode=755 tmpfs "$directory"
    for entry in /mnt/*; do
        name=${entry#/mnt/}
        case $name in
        netns | netdraft | '*') continue ;;
        esac
        if [[ -L $entry ]]; then
            cp -P -- "$entry" "$directory/"
        elif [[ -d $entry ]]; then
            mkdir -p -- "$directory/$name"
            mount --rbind -- "$entry" "$directory/$name"
        else
            : >"$directory/$name"
            mount --bind -- "$entry" "$directory/$name"
        fi
    done
    umount -l /mnt
}

# Runs in the new namespaces. `ip netns` needs a /run that it may write to.
keep() {
    own_directory /run
    cd /
    setsid bash -c "exec -a netdraft-lab-$1 sleep infinity" </dev/null &>/dev/null &
    echo $!
}

# Runs this script again, in the lab's namespaces and as their root.
enter() {
    nsenter --target "$keeper" --user --net --mount --preserve-credentials -- \
        bash -c "$(declare -f run_at)
            run_at \"\$@\"" run_at "$PWD" "$self" "$@"
}

run_at() {
    cd -- "$1" 2>/dev/null || true
    shift
    exec bash "$@"
}

forget() {
    if find_keeper; then
        kill -s KILL "$keeper"
        while find_keeper; do
            sleep 0.05
        done
    fi
    rm -rf -- "$home"
    rmdir -- "${home%/*}" 2>/dev/null || true
}

explain_forbidden() {
    local setting value hint="perhaps this is a container, which then needs to be privileged"
    while read -r setting value; do
        if [[ -r /proc/sys/${setting//.//} && $(<"/proc/sys/${setting//.//}") == "$value" ]]; then
            hint="or allow them until the next start of the machine: sudo sysctl -w $setting=$((value == 0 ? 1 : 0))"
            [[ $setting != user.* ]] || hint="${hint%=*}=10000"
        fi
    done <<SETTINGS
kernel.apparmor_restrict_unprivileged_userns 1
kernel.unprivileged_userns_clone 0
user.max_user_namespaces 0
user.max_net_namespaces 0
SETTINGS
    die 2 "this machine does not let ordinary users make network namespaces.
  Run it as root: sudo $script
  $hint"
}

as_user() {
    local verb=$1 status=0
    self=$(realpath -- "${BASH_SOURCE[0]}")
    [[ -f $self ]] || die 2 "without the rights of root, this has to be run from a file"
    if [[ $verb == up ]]; then
        unshare --user --map-root-user --net --mount true 2>/dev/null || explain_forbidden
    fi
    find_home "$verb"
    if [[ $verb == up ]]; then
        user_up
    elif ! find_keeper; then
        if [[ -e $home ]]; then
            forget
        fi
        die 1 "the lab $lab is not up"
    elif [[ $verb == down ]]; then
        enter down || status=$?
        forget
        return "$status"
    else
        enter "$@"
    fi
}

user_up() {
    if find_keeper; then
        die 1 "the lab $lab is up already; to build it anew, first: $script down"
    fi
    if [[ -e $home/keeper ]]; then
        rm -rf -- "$home" # left from before the machine was started anew
    fi
    mkdir -m 700 -- "$home" 2>/dev/null ||
        die 1 "the lab $lab is just being built, or that was interrupted; to clear it: $script down"
    trap 'forget' EXIT
    trap 'exit 130' HUP INT TERM
    keeper=$(unshare --user --map-root-user --net --mount bash -euc "$(declare -f own_directory keep)
        keep $lab")
    echo "$keeper $(start_of "$keeper")" >"$home/keeper"
    enter up
    trap - EXIT HUP INT TERM
}

main() {
    local verb=${1:-up}
    (($# == 0)) || shift
    case $verb in
    up | down | check) ;;
    exec)
        (($# > 0)) || die 2 "exec needs the name of a node"
        need_node "$1"
        verb=run_in
        ;;
    help | -h | --help)
        usage
        return
        ;;
    *) die 2 "there is no \"$verb\"; see: $script help" ;;
    esac
    need_tools
    if ((EUID != 0)); then
        as_user "${verb/run_in/exec}" "$@"
    else
        "$verb" "$@"
    fi
}

main "$@"
