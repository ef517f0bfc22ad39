# shellcheck shell=bash
# What every scenario beside this file starts with. It runs in a sandbox (unshare --net --mount) whose /run and /tmp are
# its own. Standard input is the lab script; $1 is the user that runs it, root or nobody; $2 is the scenario.
set -u
export LC_ALL=C
unset TMPDIR
scenario=$(<"$2") # before /tmp is covered: that may be where it is
mount -t tmpfs -o mode=755 tmpfs /run
mount -t tmpfs -o mode=1777 tmpfs /tmp
cat >/tmp/lab.sh
chmod 755 /tmp/lab.sh
cd /tmp || exit
user=$1

as_user() {
    if [[ $user == nobody ]]; then
        setpriv --reuid=65534 --regid=65534 --clear-groups env -u XDG_RUNTIME_DIR "$@"
    else
        "$@"
    fi
}

# Runs a lab script and says how it ended; $lab is the script.
lab=/tmp/lab.sh
lab() {
    as_user "$lab" "$@"
    echo "status $?"
}

# What a lab must leave as it found it.
snapshot() {
    ip netns
    ip link
    ip -4 route show table all
    find /run /tmp -not -path '/tmp/*.sh'
    grep . /proc/sys/net/ipv4/ip_forward /proc/sys/net/ipv4/conf/*/forwarding /proc/sys/net/ipv6/conf/*/forwarding
    pgrep -l -f '^netdraft-lab-'
}

# Gives the sandbox an /etc of its own, as lab scripts of users have one.
own_etc() {
    eval "$(sed -n '/^own_directory()/,/^}/p' "$lab")"
    own_directory /etc
    # Bound files cannot be replaced, and may be the machine's.
    umount /etc/hosts || exit
}

# Says whether everything is as in a snapshot taken before; $2 is one of now, where it holds more.
compare() {
    local now
    now=${2-$(snapshot)}
    if [[ $now == "$1" ]]; then
        echo "as before"
    else
        diff <(echo "$1") <(echo "$now")
    fi
}

mkdir -p /run/netns
eval "$scenario" 2>&1
