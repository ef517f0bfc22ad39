#!/usr/bin/env bash
# Builds one network of captures/ in the sandbox that it is started in (namespaces of its own for the network, mounts and
# processes), has it captured once it has come to rest, and asks the kernel what can reach what.
#   built.err    what building it had to say
#   captured     the project, said.txt what was said of it, status its exit status, raw/ what the tools said
#   pings        a line each: NODE ADDRESS yes|no
#   probe        whether the published port opens, from the router
# usage: captured.sh SCRIPT DIR NETDRAFT
set -u
export LC_ALL=C
PATH=$PATH:/usr/sbin:/sbin
mount -t tmpfs tmpfs /run && mkdir -p /run/netns && mount -t sysfs sysfs /sys || exit 2
script=$1
cd "$2" || exit 2
netdraft=$3
# shellcheck source=/dev/null
. "$script" 2>built.err
set +e

# Each node, by the name that the capture gives it, and the words that enter it.
declare -A enter=([host]="env")
declare -A seen
seen[$(readlink /proc/self/ns/net)]=host
for netns in /run/netns/*; do
    enter[${netns##*/}]="nsenter --net=$netns"
    seen[$(nsenter --net="$netns" readlink /proc/self/ns/net)]=${netns##*/}
done
for process in $(lsns --type net --noheadings --output PID | sort -n); do
    inode=$(readlink "/proc/$process/ns/net")
    [ -n "$inode" ] && [ -z "${seen[$inode]-}" ] || continue
    seen[$inode]=pid-$process
    enter[pid-$process]="nsenter --net=/proc/$process/ns/net"
done

# At rest: no address is being checked for duplicates.
exec {never}<> <(:)
for node in "${!enter[@]}"; do
    for ((tries = 0; tries < 400; tries++)); do
        ${enter[$node]} ip -6 addr show tentative | grep -q inet6 || break
        read -r -t 0.05 -u "$never"
    done
done

"$netdraft" capture -o captured --raw raw >out.txt 2>said.txt
echo $? >status

for to in "${!enter[@]}"; do
    for address in $(${enter[$to]} ip -o addr show scope global | awk '{sub("/.*", "", $4); print $4}'); do
        for from in "${!enter[@]}"; do
            [ "$from" = "$to" ] && continue
            {
                if ${enter[$from]} ping -c 1 -W 3 "$address" >/dev/null 2>&1; then answer=yes; else answer=no; fi
                echo "$from $address $answer" >>pings
            } &
            asked+=($!)
        done
    done
done
wait "${asked[@]}"

# The published port, with somebody who listens behind it.
for node in "${!enter[@]}"; do
    if ${enter[$node]} ip -o addr | grep -q ' 203\.0\.113\.2/'; then
        ${enter[$node]} socat TCP4-LISTEN:80,fork,reuseaddr EXEC:cat &
        for ((tries = 0; tries < 400; tries++)); do
            ${enter[$node]} ss -Hltn 'sport = :80' | grep -q . && break
            read -r -t 0.05 -u "$never"
        done
        ${enter[router]} nc -z -w 3 192.0.2.2 8080 </dev/null && echo open >probe || echo closed >probe
        ${enter[router]} nc -z -w 3 203.0.113.2 80 </dev/null && echo open >direct || echo closed >direct
    fi
done
