# shellcheck shell=bash disable=SC2034
# What the snippets of tests/data/cni/ are written in; bash reads it, and so does the simulation's own.
# There are the namespaces `blue` and `red`; calls are made on the host, of the container `c1` in `blue`.
for netns in blue red; do
    ip netns add $netns
    ip netns exec $netns sysctl -qw net.ipv6.conf.default.accept_dad=0
done
sysctl -qw net.ipv6.conf.default.accept_dad=0
ip link set lo up
export CNI_PATH=/opt/cni/bin CNI_CONTAINERID=c1 CNI_NETNS=/var/run/netns/blue CNI_IFNAME=eth0 CNI_ARGS=

# The configuration of a plugin, and what came of the last ADD.
conf='{}'
result=

# call COMMAND [PLUGIN]: with $conf, as the input of the plugin that it names; prints what came of it and the state.
call() {
    local plugin=${2-} out
    if [ -z "$plugin" ]; then
        plugin=${conf#*'"type":'}
        plugin=${plugin#*'"'}
        plugin=${plugin%%'"'*}
    fi
    out=$(CNI_COMMAND=$1 "/opt/cni/bin/$plugin" <<<"$conf")
    echo "$1 $plugin $CNI_CONTAINERID: status $?"
    echo "$out"
    case $1 in
    ADD) result=$out ;;
    esac
    state
}

# again COMMAND: as a runtime calls CHECK and DEL, with the result of ADD.
again() {
    local conf=${conf%\}}
    conf+=",\"prevResult\":$result}"
    call "$1"
}

# chain COMMAND CONF…: one plugin after the other, each with the result of the one before; DEL goes backwards, and like
# CHECK has the last result.
chain() {
    local command=$1 last=$result conf order=() plain
    shift
    if [ "$command" = DEL ]; then
        for plain; do
            order=("$plain" "${order[@]}")
        done
    else
        order=("$@")
    fi
    [ "$command" != ADD ] || result=
    for plain in "${order[@]}"; do
        conf=$plain
        if [ "$command" = ADD ]; then
            [ -z "$result" ] || conf=${plain%\}}",\"prevResult\":$result}"
        else
            conf=${plain%\}}",\"prevResult\":$last}"
        fi
        call "$command"
    done
}

# The tables of the namespaces and what is remembered; settle waits for what the kernel does by and by.
state() {
    local netns file
    settle
    for netns in host blue red; do
        echo "- $netns"
        tables
    done
    for file in /var/lib/cni/networks/*/*; do
        [ ! -e "$file" ] || echo "$file: $(cat "$file")"
    done
}

in_netns() {
    if [ "$netns" = host ]; then
        "$@"
    else
        ip netns exec "$netns" "$@"
    fi
}

tables() {
    in_netns ip addr
    in_netns ip route show table all
    in_netns ip rule
    in_netns ip -6 rule
    in_netns bridge link
    in_netns iptables-save
    in_netns ip6tables-save
    in_netns sysctl net.ipv4.ip_forward net.ipv6.conf.all.forwarding
}
