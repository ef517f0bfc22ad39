#!/usr/bin/env bash
# Builds one network for real, in the sandbox that it is started in (a network namespace and a mount namespace of its
# own), and writes down what the kernel says. The files in the directory DIR say what to do:
#   commands   a line each: `> COMMAND` to record, `+ COMMAND` to run alone, `? NETNS LINK` to write a MAC down
#   nodes      NETNS and how many links it is to have
#   questions  what `ip` is asked in every node, once everything has settled
#   others     commands that are asked in every node then; may be absent
#   patience   seconds in which the network is to come to rest
#   pings      NETNS ADDRESS SECONDS EXPECTED: `yes`, `no`, or `-` where nothing certain is expected
#   traces     a line each: NETNS COMMAND, a traceroute; absent where none is asked for; traces.N.expected: its output
#   probes     NETNS TRANSPORT ADDRESS PORT SECONDS; absent where no port is to be probed
#   prober     a program that sends all pings, once; absent: `ping` does, a process for each
#   leave      commands that take the network down; absent where it may stay
# Pings are sent all at once, or one after the other if there is a file `in-turn`. What one teaches neighbours and
# switches may decide about another; so those of `ping` that end otherwise than expected are sent again, each on its own
# after all that was learned has been forgotten, and it is that answer which counts.
# What comes of them: commands.N.{out,err,status}, macs, `tables.NETNS` and `tables.NETNS -j`, others.NETNS.N,
# pings.N.{out,status}, traces.N.out, probes.out with `NUMBER ERRNO` of each probe, and `left` with what of it is still on the machine
# in the end; N counts lines from 0.
# What it prints itself is trouble.
# usage: sandbox.sh DIR
set -u
cd "$1" || exit 2
export LC_ALL=C
PATH=$PATH:/usr/sbin:/sbin
mount -t tmpfs tmpfs /run && mkdir -p /run/netns && mount -t sysfs sysfs /sys || exit 2

# Open vSwitch, where the network has it.
if [ -e open_vswitch.sh ]; then
    mkdir tools
    for tool in ovs-vsctl ovs-appctl; do
        cp open_vswitch.sh "tools/$tool" && chmod +x "tools/$tool"
    done
    PATH=$PWD/tools:$PATH
fi

# Sandboxes share the table of processes: a name means those of this one, whose pid files are its own.
if grep -q 'pkill ' commands; then
    mkdir -p tools
    cat >tools/pkill <<'PKILL'
#!/bin/bash
case $* in
radvd | "-x radvd") ;;
*) exec /usr/bin/pkill "$@" ;;
esac
mapfile -t pids < <(cat /run/*.pid 2>/dev/null)
((${#pids[@]} > 0)) && kill "${pids[@]}"
PKILL
    chmod +x tools/pkill
    PATH=$PWD/tools:$PATH
fi

in_netns() {
    local netns=$1
    shift
    if [ "$netns" = host ]; then
        "$@"
    else
        ip netns exec "$netns" "$@"
    fi
}

ip_in() {
    local netns=$1
    shift
    if [ "$netns" = host ]; then
        ip "$@"
    else
        ip -n "$netns" "$@"
    fi
}

# A fresh kernel's settings: a distribution may have changed some of those that a new namespace copies.
fresh_settings() {
    local conf setting file value
    for conf in all default lo; do
        for setting in forwarding=0 rp_filter=0 promote_secondaries=0 arp_ignore=0 arp_announce=0 accept_redirects=1; do
            file=/proc/sys/net/ipv4/conf/$conf/${setting%=*}
            read -r value <"$file"
            [ "$value" = "${setting#*=}" ] || echo "${setting#*=}" >"$file"
        done
    done
}

# Whether nothing is under way any more in the namespace where this runs: it has so many links (any number if 0), the
# state of each says what its carrier says, no address that could be checked for duplicates is still being checked, and no
# spanning tree still makes up its mind about a port.
at_rest() {
    local links=$1 count=0 link name flags state mtu carrier disabled tree blocked port
    local -A checking=() formed=() failed=()
    while read -r address _ _ _ flags name; do
        [[ $address != fe80* ]] || formed[$name]=yes
        (((0x$flags & 0x48) != 0x40)) || checking[$name]=yes
        (((0x$flags & 0x48) != 0x48)) || failed[$name]=yes
    done </proc/net/if_inet6
    for link in /sys/class/net/*/; do
        name=${link#/sys/class/net/}
        name=${name%/}
        count=$((count + 1))
        carrier=0
        { read -r flags <"$link/flags" && read -r state <"$link/operstate" && read -r mtu <"$link/mtu"; } || return 1
        if ((flags & 1)); then
            read -r carrier <"$link/carrier" || return 1
        fi
        case $carrier$state in
        1up | 1unknown) ;;
        1* | 0up | 0unknown) return 1 ;;
        esac
        if ((carrier == 1)); then
            [[ -z ${checking[$name]-} ]] || return 1
            # With ARP off it is about to be taken for good.
            [[ -z ${failed[$name]-} ]] || ((!(flags & 0x80))) || return 1
            if [[ $name != lo && -z ${formed[$name]-} && ! -e flushed ]] && ((mtu >= 1280)); then
                read -r disabled <"/proc/sys/net/ipv6/conf/$name/disable_ipv6" && ((disabled == 1)) || return 1
            fi
        fi
        if [[ -e $link/brport/state ]]; then
            read -r port <"$link/brport/state" && read -r tree <"$link/brport/bridge/bridge/stp_state" || return 1
            read -r blocked <"$link/brport/root_block" || return 1
            # A port that must not lead to the root may listen for ever.
            ((tree != 1 || blocked == 1 || (port != 1 && port != 2))) || return 1
        fi
    done 2>/dev/null
    ((links == 0 || count == links))
}

# Looks often without starting a process each time: the processors may have better to do.
wait_for_rest() {
    local seconds deadline never
    # It stays so if it has once been waited for in vain.
    [ ! -e restless ] || return 0
    read -r seconds <patience
    deadline=$((SECONDS + seconds))
    exec {never}<> <(:)
    until at_rest "$1"; do
        if ((SECONDS >= deadline)); then
            echo "The namespace $2 does not come to rest."
            : >restless
            return
        fi
        read -r -t 0.05 -u "$never" || true
    done
}

# Sends pings NUMBER=ADDRESS=SECONDS from the namespace where it runs.
send_pings() {
    local ping number address
    local -a sent=()
    for ping; do
        number=${ping%%=*}
        address=${ping#*=}
        ping -n -c 1 -W "${address#*=}" "${address%=*}" >"pings.$number.out" 2>&1 &
        sent[number]=$!
        [ ! -e in-turn ] || wait "$!"
    done
    for number in "${!sent[@]}"; do
        wait "${sent[number]}"
        echo $? >"pings.$number.status"
    done
}

# Runs the commands of `others` in the namespace where it runs.
ask_others() {
    local number=0 question
    while read -r question; do
        # shellcheck disable=SC2086 # a list of words
        $question >"others.$1.$number" 2>&1 </dev/null
        number=$((number + 1))
    done <others
}

# Empties what was learned in the namespace where it runs: neighbours, redirects, and where switches and VXLANs have heard
# whom.
forget() {
    local link
    ip neigh flush all
    ip route flush cache
    { ip -o link show type bridge && ip -o link show type vxlan; } | cut -d: -f2 | cut -d@ -f1 | while read -r link; do
        bridge fdb flush dev "$link" nopermanent nostatic
    done
    if [ -e "/run/openvswitch/$(readlink /proc/self/ns/net | tr -dc 0-9)" ]; then
        ovs-appctl fdb/flush >/dev/null
    fi
}

# What a lab has started in the background ends with it.
end_jobs() {
    local started
    mapfile -t started < <(jobs -p)
    [ "${#started[@]}" = 0 ] || kill "${started[@]}" 2>/dev/null
    cat /run/{openvswitch,netdraft/*/ovs}/*/*.pid /run/*.pid 2>/dev/null | xargs -r kill 2>/dev/null
}
trap end_jobs EXIT

# Waits until the program that was started last listens, or has ended.
started() {
    local deadline=$((SECONDS + 20)) file inode
    while ((SECONDS < deadline)) && kill -0 "$!" 2>/dev/null; do
        for file in "/proc/$!/fd"/*; do
            inode=$(readlink "$file")
            [[ $inode == socket:* ]] || continue
            inode=${inode//[!0-9]/}
            ! cat "/proc/$!/net"/{tcp,udp}{,6} 2>/dev/null | grep -q " $inode " || return 0
        done
        sleep 0.02
    done
}

# Whether something is missing of what is to be heard of routers: words NETNS/LINK/addr/ADDRESS, NETNS/LINK/via/ROUTER
# and NETNS/LINK/prefix/ADDRESS.
unheard() {
    local netns link kind what
    for what; do
        IFS=/ read -r netns link kind what <<<"$what"
        if [ "$kind" = via ]; then
            [[ -n $(ip_in "$netns" -6 route show default via "$what" dev "$link") ]] || return 0
        elif [ "$kind" = prefix ]; then
            [[ -n $(ip_in "$netns" -6 route show match "$what" dev "$link" proto kernel) ]] || return 0
        else
            [[ -n $(ip_in "$netns" -6 addr show dev "$link" to "$what" -tentative) ]] || return 0
        fi
    done 2>/dev/null
    return 1
}

# Waits until it is there. Routers tell all only now and then, so they are asked; if in vain, the comparison will tell.
hear() {
    local deadline=$((SECONDS + 20)) try netns others=()
    while read -r netns _; do
        [ ! -e "/run/netns/$netns" ] || others+=("$netns")
    done <nodes
    for ((try = 1; SECONDS < deadline; try++)); do
        unheard "$@" || return 0
        ((try % 15 != 0)) || [ ! -e prober ] || ./prober solicit host "${others[@]}"
        sleep 0.2
    done
}

fresh_settings=$(declare -f fresh_settings)
wait_for_rest=$(declare -f at_rest wait_for_rest)
send_pings=$(declare -f send_pings)
forget=$(declare -f forget)
ask_others=$(declare -f ask_others)

settle_settings() { in_netns "$1" bash -uc "$fresh_settings; fresh_settings"; }

# Waits until the whole network is at rest: with `all` every link has to be there.
settle() {
    local netns links
    while read -r netns links; do
        [ "${1-}" = all ] || links=0
        if [ "$netns" = host ] || [ -e "/run/netns/$netns" ]; then
            in_netns "$netns" bash -uc "$wait_for_rest; wait_for_rest $links $netns" </dev/null
        fi
    done <nodes
}

settle_settings host
number=0
while read -r mark line; do
    case $mark in
    '>')
        # A link-local address that is taken away does not come again.
        [[ $line != *" flush "* ]] || : >flushed
        eval "$line" >"commands.$number.out" 2>"commands.$number.err" </dev/null
        echo $? >"commands.$number.status"
        number=$((number + 1))
        ;;
    '+') eval "$line" </dev/null || echo "cannot: $line" ;;
    '?') # shellcheck disable=SC2086 # two words
        set -- $line
        echo "$line $(ip_in "$1" -br link show dev "$2" | awk '{ print $3 }')" >>macs
        ;;
    esac
done <commands

if [ -s questions ] || [ -s pings ]; then
    settle all
    # A spanning tree may stand still between two messages, or till what it last heard is too old (max_age, 6 s in the
    # labs), and go on then.
    if grep -q 'stp_state 1' commands; then
        sleep 7
        settle all
    fi
fi

while read -r netns _; do
    ip_in "$netns" -batch questions >"tables.$netns" 2>&1
    ip_in "$netns" -json -batch questions >"tables.$netns -j" 2>&1
    [ ! -e others ] || in_netns "$netns" bash -uc "$ask_others; ask_others $netns" </dev/null
done <nodes

# ICMP errors, of which the kernel sends few, are not to run out.
send_all_errors() {
    local netns
    while read -r netns _; do
        in_netns "$netns" sysctl -qw net.ipv4.icmp_ratemask=0 net.ipv6.icmp.ratelimit=0 </dev/null
    done <nodes
}

forget_all() {
    local netns
    while read -r netns _; do
        in_netns "$netns" bash -uc "$forget; forget" </dev/null
    done <nodes
}

# Whether a trace is as expected, but for the times.
as_expected() {
    local times='s/  [0-9.]+ ms/  ms/g'
    [ "$(sed -E "$times" "traces.$1.out")" = "$(sed -E "$times" "traces.$1.expected")" ]
}

# All nodes at once, each one after the other. What that teaches is forgotten, for the pings.
trace() {
    local netns command number=0
    local -A traces=()
    local -a tracing=()
    send_all_errors
    while read -r netns command; do
        traces[$netns]+="$command >traces.$number.out 2>&1;"
        number=$((number + 1))
    done <traces
    for netns in "${!traces[@]}"; do
        in_netns "$netns" bash -uc "${traces[$netns]}" </dev/null &
        tracing+=("$!")
    done
    wait "${tracing[@]}"
    forget_all
    number=0
    while read -r netns command; do
        # What others taught may have decided, and a router without a route sends no more than so many errors.
        if ! as_expected "$number" && sleep 6; then
            in_netns "$netns" bash -uc "$command >traces.$number.out 2>&1" </dev/null
            forget_all
        fi
        number=$((number + 1))
    done <traces
}
[ ! -e traces ] || trace

if [ -e prober ]; then
    turn=
    [ ! -e in-turn ] || turn=in-turn
    ./prober pings $turn
    : >pings
fi
declare -A pings=()
pinging=()
number=0
while read -r netns address seconds _; do
    pings[$netns]+="$number=$address=$seconds "
    number=$((number + 1))
done <pings
for netns in "${!pings[@]}"; do
    # shellcheck disable=SC2086 # a list of words
    in_netns "$netns" bash -uc "$send_pings; "'send_pings "$@"' bash ${pings[$netns]} </dev/null &
    pinging+=("$!")
    [ ! -e in-turn ] || wait "$!"
done
[ "${#pinging[@]}" = 0 ] || wait "${pinging[@]}" # not for what a lab has started

number=0
while read -r netns address seconds expected; do
    read -r status <"pings.$number.status"
    case $expected$status in
    yes0 | -*) ;;
    no[1-9]*) ;;
    *)
        forget_all
        in_netns "$netns" bash -uc "$send_pings; "'send_pings "$@"' bash "$number=$address=$seconds" </dev/null
        echo "$number" >>asked-again
        ;;
    esac
    number=$((number + 1))
done <pings

# All probes of a node at once.
send_probes() {
    local netns transport address port seconds number=0
    local -A probes=()
    while read -r netns transport address port seconds; do
        probes[$netns]+="$number=$transport,$address,$port,$seconds "
        number=$((number + 1))
    done <probes
    send_all_errors
    for netns in "${!probes[@]}"; do
        # shellcheck disable=SC2086 # a list of words
        in_netns "$netns" probe_port ${probes[$netns]} </dev/null >"probes.$netns" &
        waited+=("$!")
    done
    wait "${waited[@]}"
    cat probes.* >probes.out
}
waited=()
[ ! -e probes ] || send_probes

if [ -e leave ]; then
    # shellcheck source=/dev/null
    . ./leave >/dev/null </dev/null
    { ip netns && ip -brief addr && ip route show table all; } | grep -v -e '^lo ' -e ' dev lo ' >left
fi
