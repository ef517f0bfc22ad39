#!/usr/bin/env bash
# Types rows of commands, each in a network namespace and mount namespace of its own. Of DIR/N (from 0), a file of
# commands a line each, come DIR/N.err and DIR/N.status of the last command, and DIR/N.trouble if one before it failed.
# usage: refusals.sh DIR
set -u
cd "$1" || exit 2
export LC_ALL=C
PATH=$PATH:/usr/sbin:/sbin

row() {
    local file=$1 line last
    mount -t tmpfs tmpfs /run && mkdir -p /run/netns || return
    last=$(tail -n 1 "$file")
    while IFS= read -r line; do
        bash -c "$line" bash >/dev/null 2>&1 </dev/null || echo "$line" >>"$file.trouble"
    done < <(head -n -1 "$file")
    bash -c "$last" bash >/dev/null 2>"$file.err" </dev/null
    echo $? >"$file.status"
}
export -f row

printf '%s\n' [0-9]* | xargs -P 4 -I '{}' unshare --net --mount bash -c 'row "$1"' bash '{}'
