#!/usr/bin/env bash
# Builds one network for real, in the sandbox that it is started in (a network namespace and a mount namespace of its
# own), and writes down what the kernel says. The files in the directory DIR say what to do:
#   commands   a line each: `> COMMAND` to record, `+ COMMAND` to run alone, `? NETNS LINK` to write a MAC down
#   nodes      NETNS and how many links it is to have
#   tables     a command each, to be run once everything has settled
#   pings      NETNS ADDRESS
# Pings are sent all at once, or one after the other if there is a file `in-turn`.
# What comes of them: commands.N.{out,err,status}, macs, tables.N, pings.N.{out,status}; N counts lines from 0.
# What it prints itself is trouble.
# usage: sandbox.sh DIR
set -u
cd "$1" || exit 2
mount -t tmpfs tmpfs /run && mkdir -p /run/netns || exit 2
export LC_ALL=C

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
settle_settings() {
    # shellcheck disable=SC2016 # for the inner shell
    in_netns "$1" bash -c 'for conf in all default lo; do
        for setting in forwarding=0 rp_filter=0 promote_secondaries=0 arp_ignore=0 arp_announce=0 accept_redirects=1; do
            file=/proc/sys/net/ipv4/conf/$conf/${setting%=*}
            [ "$(<"$file")" = "${setting#*=}" ] || echo "${setting#*=}" >"$file"
        done
    done'
}

# Whether nothing is under way any more: every link is there (`all` asks for that), its state says what its carrier
# says, and no address that could be checked for duplicates is still being checked.
settled() {
    local netns links
    while read -r netns links; do
        [ "$netns" = host ] || [ -e "/run/netns/$netns" ] || continue
        [ "$1" = all ] || links=0
        ip_in "$netns" addr | awk -v links="$links" '
            function judge() {
                if (name == "")
                    return
                if (up && carrier != running || !up && running)
                    waiting = 1
                if (up && carrier && (checking || !linkLocal && ipv6))
                    waiting = 1
            }
            /^[0-9]+: / {
                judge()
                count++
                name = $2
                up = $3 ~ /[<,]UP[,>]/
                carrier = $3 ~ /[<,]LOWER_UP[,>]/
                running = / state (UP|UNKNOWN) /
                ipv6 = name != "lo:" && $5 >= 1280
                linkLocal = checking = 0
            }
            / inet6 fe80:/ { linkLocal = 1 }
            / tentative/ && !/ dadfailed/ { checking = 1 }
            END { judge(); exit waiting || links && count != links }' || return 1
    done <nodes
}

settle() {
    local deadline=$((SECONDS + 15))
    until settled "${1-}"; do
        if [ "$SECONDS" -ge "$deadline" ]; then
            echo 'The network does not settle.'
            return
        fi
        sleep 0.05
    done
}

number=0
while read -r mark line; do
    case $mark in
    '>')
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

settle all

number=0
while read -r line; do
    eval "$line" >"tables.$number" 2>&1 </dev/null
    number=$((number + 1))
done <tables

declare -A work=()
number=0
while read -r netns address; do
    work[$netns]+="$number=$address "
    number=$((number + 1))
done <pings
for netns in "${!work[@]}"; do
    # shellcheck disable=SC2016,SC2086 # for the inner shell; a list of words
    in_netns "$netns" bash -c 'for ping; do
        { ping -n -c 1 -W 2 "${ping#*=}" >"pings.${ping%%=*}.out" 2>&1; echo $? >"pings.${ping%%=*}.status"; } &
        [ ! -e in-turn ] || wait
    done
    wait' bash ${work[$netns]} </dev/null &
    [ ! -e in-turn ] || wait
done
wait
