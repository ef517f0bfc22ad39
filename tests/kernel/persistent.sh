#!/usr/bin/env bash
# Gives the nodes of a network to a tool that configures them, in the sandbox that it is started in (a network, a mount
# and a process namespace of its own), and compares their pings with the prediction. The directory DIR holds
#   outside     commands that make the namespaces and the cables between them
#   nodes/NODE  what the export made for a node: the files below /etc
#   predicted   the table of predictionTable()
# TOOL is interfaces, netplan, networkd, or ip-batch, whose export stands in `nodes` whole.
# It prints what is not as predicted, and trouble; at last `PAIRS pairs, OTHERS otherwise`.
# usage: persistent.sh TOOL DIR
set -u
export LC_ALL=C
PATH=$PATH:/usr/sbin:/sbin
tool=$1
cd "$2" || exit 2
mount -t tmpfs tmpfs /run && mkdir -p /run/netns && mount -t tmpfs tmpfs /etc/network 2>/dev/null || exit 2

say() { printf '%s\n' "$*"; }

# Starts a program of systemd, which looks for its files in /run, in a namespace with a /run of its own.
networkd_in() {
    # shellcheck disable=SC2016 # it is expanded there
    ip netns exec "$1" unshare --mount bash -uc '
        mount -o remount,bind,ro /sys && mount -t tmpfs tmpfs /run && mkdir -p /run/systemd/network || exit 2
        cp "$1"/*.netdev "$1"/*.network "$1"/*.link /run/systemd/network/ 2>/dev/null
        SYSTEMD_LOG_LEVEL=debug SYSTEMD_LOG_TARGET=console container=lxc exec /lib/systemd/systemd-networkd
    ' bash "$2" >"$1.log" 2>&1 </dev/null &
    daemons+=("$!")
}

# The settings: before, for what is there already, and after, for what was made.
settings_in() {
    local file
    for file in "nodes/$1"/etc/sysctl.d/*.conf; do
        [ ! -e "$file" ] || ip netns exec "$1" sysctl -qep "$file" >/dev/null 2>&1
    done
}
rules_in() {
    [ ! -e "nodes/$1/etc/iptables/rules.v4" ] || ip netns exec "$1" iptables-restore "nodes/$1/etc/iptables/rules.v4"
    [ ! -e "nodes/$1/etc/iptables/rules.v6" ] || ip netns exec "$1" ip6tables-restore "nodes/$1/etc/iptables/rules.v6"
}

interfaces_in() {
    # shellcheck disable=SC2016 # it is expanded there
    ip netns exec "$1" unshare --mount bash -uc '
        mount -t tmpfs tmpfs /run
        exec ifup --all --no-scripts --interfaces "$1"' bash "$PWD/nodes/$1/etc/network/interfaces" >"$1.log" 2>&1 ||
        say "ifup in $1: $(cat "$1.log")"
}

netplan_in() {
    chmod 600 "nodes/$1"/etc/netplan/*.yaml # or it warns
    netplan generate --root-dir "nodes/$1" >"$1.generate" 2>&1 || say "netplan in $1: $(cat "$1.generate")"
    [ ! -s "$1.generate" ] || say "netplan in $1 says: $(cat "$1.generate")"
    mkdir -p "nodes/$1/run/systemd/network"
    networkd_in "$1" "$PWD/nodes/$1/run/systemd/network"
}

# Waits until nothing that could still be checked for duplicates is, and no link is still on its way.
rest() {
    local node until=$((SECONDS + 30))
    for node in "${nodes[@]}"; do
        while ((SECONDS < until)) && has_tentative "$node"; do
            read -r -t 0.1 -u "$never" || true
        done
    done
}
has_tentative() {
    local link
    [[ ! $(ip -n "$1" -o link show up) =~ LOWER_UP[^$'\n']*' state '(DOWN|LOWERLAYERDOWN) ]] || return 0
    while read -r _ link _; do
        [[ $(ip -n "$1" -o link show dev "$link" up) != *LOWER_UP* ]] || return 0
    done < <(ip -n "$1" -6 -o addr show tentative -dadfailed)
    return 1
}

# Waits until every networkd has done what it was told.
configured() {
    local node until=$((SECONDS + 20))
    for node in "${nodes[@]}"; do
        while ((SECONDS < until)) && grep -q '^Name=' "nodes/$node"/{etc,run}/systemd/network/*.network 2>/dev/null &&
            ! all_configured "$node"; do
            read -r -t 0.1 -u "$never" || true
        done
        all_configured "$node" || say "networkd in $node does not come to an end: $(tail -n 3 "$node.log")"
        grep -E '[.](network|netdev):[0-9]+:|Could not (set|configure|add|create|join)|Failed to (set|configure|add|create|join)' "$node.log" | sed "s/^/networkd in $node says: /"
    done
}
# What networkd says of each link once it has handed all to the kernel; that it is done with a link it says only when no
# router has answered for long.
all_configured() {
    local file link shown key said wanted
    wanted=$(cat "nodes/$1"/{etc,run}/systemd/network/*.network 2>/dev/null | grep -c '^\[RoutingPolicyRule\]')
    # Five are there from the first.
    (($(ip -n "$1" rule | wc -l) + $(ip -n "$1" -6 rule | wc -l) >= wanted + 5)) || return 1
    for file in "nodes/$1"/{etc,run}/systemd/network/*.network; do
        [ -e "$file" ] || continue
        link=$(sed -n 's/^Name=//p' "$file" | head -n 1)
        shown=$(ip -n "$1" -o link show dev "$link" 2>/dev/null) || return 1
        if grep -q '^ActivationPolicy=\(down\|always-down\)' "$file"; then
            continue
        fi
        if grep -q '^\(Bridge\|Bond\|VRF\)=' "$file" && [[ $shown != *' master '* ]]; then
            return 1
        fi
        [[ $shown == *NO-CARRIER* ]] && ! grep -q '^ConfigureWithoutCarrier=' "$file" && continue
        while read -r key said; do
            if grep -q "^$key" "$file" && ! grep -q "^$link: $said" "$1.log"; then
                return 1
            fi
        done <<'MESSAGES'
Address= Addresses set
\[Route\] Routes set
\[NextHop\] Nexthops set
\[Neighbor\] Neighbors set
MESSAGES
    done
}

ask() {
    local seconds=$1 pair node address
    local -A sent=()
    shift
    for pair; do
        node=${pair% *} address=${pair#* }
        ip netns exec "$node" ping -n -c 1 -W "$seconds" "$address" >/dev/null 2>&1 </dev/null &
        sent[$pair]=$!
    done
    for pair in "${!sent[@]}"; do
        if wait "${sent[$pair]}"; then got[$pair]=y; else got[$pair]=n; fi
    done
}

check() {
    local rows columns cells row i pair try node mac port pairs=0 others=0
    local -A expected=() got=()
    local -a asked=()
    mapfile -t rows <predicted
    read -r -a columns <<<"${rows[0]}"
    for row in "${rows[@]:1}"; do
        read -r -a cells <<<"$row"
        for ((i = 2; i < ${#columns[@]}; i++)); do
            [[ ${cells[i]} == [-?] ]] || expected["${columns[i]} ${cells[1]}"]=${cells[i]}
        done
    done
    for try in 1 2 3; do
        asked=()
        for pair in "${!expected[@]}"; do
            case $try${expected[$pair]}${got[$pair]-} in
            1* | [23]yn) asked+=("$pair") ;;
            esac
        done
        ask "$try" "${asked[@]}"
    done
    # What pings teach decides about others: those that end otherwise are sent again, each after all is forgotten.
    for pair in "${!expected[@]}"; do
        if [[ ${got[$pair]} != "${expected[$pair]}" ]]; then
            for node in "${nodes[@]}"; do
                ip -n "$node" neigh flush all
                while read -r mac _ port _; do
                    bridge -n "$node" fdb del "$mac" dev "$port" master 2>/dev/null
                done < <(bridge -n "$node" fdb show dynamic)
            done
            ask 2 "$pair"
        fi
    done
    for pair in "${!expected[@]}"; do
        pairs=$((pairs + 1))
        if [[ ${got[$pair]} != "${expected[$pair]}" ]]; then
            others=$((others + 1))
            say "$pair: predicted ${expected[$pair]}, got ${got[$pair]}"
        fi
    done
    say "$pairs pairs, $others otherwise"
}

daemons=()
exec {never}<> <(:)
ip link set lo up
while IFS= read -r line; do
    eval "$line" </dev/null || say "cannot: $line"
done <outside
mapfile -t nodes < <(ip netns list | cut -d ' ' -f 1 | sort)
for node in "${nodes[@]}"; do
    ip netns exec "$node" sysctl -qew net.ipv4.conf.{all,default}.{accept_redirects,rp_filter}=0 \
        net.ipv6.conf.{all,default}.accept_redirects=0 >/dev/null
done

if [ "$tool" = ip-batch ]; then
    sh nodes/run.sh || say "run.sh fails"
    mapfile -t nodes < <(ip netns list | cut -d ' ' -f 1 | sort)
else
    starting=()
    for node in "${nodes[@]}"; do
        [ "$tool" = interfaces ] || settings_in "$node"
        rules_in "$node"
        case $tool in
        interfaces)
            interfaces_in "$node" &
            starting+=("$!")
            ;;
        netplan) netplan_in "$node" ;;
        networkd) networkd_in "$node" "$PWD/nodes/$node/etc/systemd/network" ;;
        esac
    done
    [ "${#starting[@]}" = 0 ] || wait "${starting[@]}"
    if [ "$tool" != interfaces ]; then
        configured
        for node in "${nodes[@]}"; do
            settings_in "$node"
        done
    fi
fi
rest
check
[ "${#daemons[@]}" = 0 ] || kill "${daemons[@]}"
