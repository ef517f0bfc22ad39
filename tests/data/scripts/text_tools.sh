#!/bin/bash
# Asks with grep, awk, sed and cut, as most scripts do.
set -e
exists() { ip netns list | grep -qw "$1"; }
for ns in p q; do
    if ! exists $ns; then
        ip netns add $ns
    fi
done
exists p && echo "p is there" | tee -a /tmp/log
ip link add pq type veth peer name qp
ip link set pq netns p
ip link set qp netns q address 02:00:00:00:00:bb
cat > /tmp/hosts.csv <<CSV
name,dev,address
p,pq,10.21.0.1/24
q,qp,10.21.0.2/24
CSV
tail -n +2 /tmp/hosts.csv | while IFS=, read -r name dev address; do
    ip -n "$name" addr add "$address" dev "$dev"
    ip -n "$name" link set "$dev" up
done
MAC=$(ip -n q link show qp | awk '/ether/ {print $2}')
ip -n p neigh replace 10.21.0.2 lladdr "$MAC" dev pq nud permanent
ADDR=$(ip -n q -4 addr show dev qp | grep -oE 'inet [0-9.]+' | cut -d' ' -f2)
ip -n p route add 10.22.0.0/16 via "$ADDR"
N=$(ip netns list | wc -l)
ip -n q route add 10.23.$N.0/24 via "$(sed -n 's/^p,[^,]*,\([0-9.]*\).*/\1/p' /tmp/hosts.csv)"
rm -f /tmp/hosts.csv /tmp/log
