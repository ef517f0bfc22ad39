#!/usr/bin/env bash
# Types the commands of a transcript in the sandbox that it is started in (a network namespace and a mount namespace of
# its own). The file DIR/commands has a line each, `+ COMMAND` or `$ COMMAND`; of line N (from 0) come DIR/N.out,
# DIR/N.err and DIR/N.status.
# usage: transcript.sh DIR
set -u
sources=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
cd "$1" || exit 2
mount -t tmpfs tmpfs /run && mkdir -p /run/netns || exit 2
export LC_ALL=C COLUMNS=400
# Files that namespaces have for themselves are not those of the machine, whose own stay to be seen.
if grep -q /etc/netns commands; then
    mount --bind /etc /mnt && mount -o remount,bind,ro /mnt && mount -t tmpfs -o mode=755 tmpfs /etc &&
        cp -sR /mnt/. /etc/ && mkdir -p /etc/network || exit 2
fi
PATH=$PATH:/usr/sbin:/sbin
if grep -q ovs-vsctl commands; then
    mkdir tools
    for tool in ovs-vsctl ovs-appctl; do
        cp "$sources/open_vswitch.sh" "tools/$tool" && chmod +x "tools/$tool"
    done
    PATH=$PWD/tools:$PATH
    trap 'cat /run/openvswitch/*/*.pid | xargs -r kill' EXIT
fi

# Name servers that commands start do not end with them.
if grep -q dnsmasq commands; then
    # `ip netns exec` binds a configuration over that of the machine, which must be there.
    [ -e /etc/dnsmasq.conf ] || touch /etc/dnsmasq.conf
    trap 'for netns in /run/netns/*; do ip netns pids "${netns##*/}"; done | xargs -r kill' EXIT
fi

# Everything that is still under way shows in a difference between two looks, as an address being checked for duplicates
# on a link that has carrier, or as a port that a spanning tree has not let forward yet.
look() {
    local netns
    for netns in '' $(ls /run/netns); do
        ip ${netns:+-n "$netns"} -o link
        # A carrier that the kernel has not told anybody of yet (linkwatch).
        ip ${netns:+-n "$netns"} -o link | grep '<NO-CARRIER,.*LOWER_UP' | sed 's/^/busy /'
        ip ${netns:+-n "$netns"} -o addr
        ip ${netns:+-n "$netns"} route show table all
        bridge ${netns:+-n "$netns"} link
        # A port that must not lead to the root may listen for ever.
        for tree in $(ip ${netns:+-n "$netns"} -o -d link show type bridge | grep 'stp_state 1' | cut -d: -f2); do
            bridge ${netns:+-n "$netns"} -o -d link | grep -E "master $tree state (listening|learning)" |
                grep -v 'root_block on' | sed 's/^/busy /'
        done
        ip ${netns:+-n "$netns"} -o -6 addr show tentative up |
            while read -r _ link rest; do
                ip ${netns:+-n "$netns"} -o link show dev "$link" | grep -q ',LOWER_UP' && echo "busy $rest"
            done
    done 2>&1
}

# How many seconds all must have stayed as it is. The links of a deleted namespace go a little later than it. A spanning
# tree notices what is gone only when the age of what it last heard is over (max_age, 6 s here).
patience() {
    local netns
    [ -z "$deleted" ] || { echo 3 && return; }
    for netns in '' $(ls /run/netns); do
        ip ${netns:+-n "$netns"} -o -d link show type bridge
    done | grep -q 'stp_state 1' && echo 7 || echo 0
}

settle() {
    local before='' now deadline=$((SECONDS + 40)) since=$SECONDS patience
    patience=$(patience)
    deleted=
    while now=$(look) && [ "$SECONDS" -lt "$deadline" ]; do
        if [ "$now" != "$before" ]; then
            since=$SECONDS
        elif ! grep -q '^busy' <<<"$now" && [ $((SECONDS - since)) -ge "$patience" ]; then
            return
        fi
        before=$now
        sleep 0.05
    done
}

# Lets duplicate address detection end at once where there is carrier (without, an address stays tentative), and every
# ICMP error go out.
hasten() {
    ip netns exec "$1" sysctl -q net.ipv6.conf.default.dad_transmits=0 net.ipv6.conf.default.router_solicitation_delay=0 \
        net.ipv4.icmp_ratemask=0 net.ipv6.icmp.ratelimit=0
}

number=0
changed=yes
deleted=
while IFS= read -r line; do
    case $line in
    '$ '*)
        [ "$changed" = yes ] && settle
        changed=no
        ;;
    *) changed=yes ;;
    esac
    bash -c "${line:2}" bash >"$number.out" 2>"$number.err" </dev/null
    echo $? >"$number.status"
    case $line in
    '+ ip netns add '*) hasten "${line##* }" ;;
    '+ ip netns del '* | '$ ip netns del '*) deleted=yes changed=yes ;;
    esac
    number=$((number + 1))
done <commands
