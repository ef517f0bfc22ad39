#!/usr/bin/env bash
# Types the lines of DIR/setup and then those of DIR/commands in the sandbox that it is started in, while `ip monitor`
# listens on A: DIR/N is what it said of command N (from 0), each message on a line.
# usage: monitor.sh DIR
set -eu
cd "$1"
PATH=$PATH:/usr/sbin:/sbin
mount -t tmpfs tmpfs /run
mkdir /run/netns
# shellcheck source=/dev/null
. ./setup
ip -n A -o monitor all > heard &
heard=$!
trap 'kill $heard' EXIT

pause() {
    read -rt "$1" <> <(:) || true
}
look() {
    ip -n A -o link
    ip -n A -o addr
    ip -n A -6 route show table all
}
# Carriers are told of late (linkwatch), and IPv6 follows them.
settle() {
    local before=
    until [ "$before" = "$(look)" ] && ! look | grep -q '<NO-CARRIER,.*LOWER_UP'; do
        before=$(look)
        pause 0.3
    done
}
# A next hop that comes and goes stands in what was heard between the messages of two commands.
mark() {
    ip -n A nexthop replace id "$1" blackhole
    ip -n A nexthop del id "$1"
    until grep -q "Deleted id $1 blackhole" heard; do
        ip -n A nexthop replace id "$1" blackhole
        ip -n A nexthop del id "$1"
        pause 0.05
    done
}

first=1000
mark $((first - 1))
number=0
while read -r line; do
    eval "$line"
    settle
    mark $((first + number))
    sed -n "/Deleted id $((first + number - 1)) /,/\]id $((first + number)) /p" heard | grep -v 'id [0-9]* blackhole' \
        > "$number" || true
    number=$((number + 1))
done < commands
