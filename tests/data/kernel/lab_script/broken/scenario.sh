# shellcheck shell=bash disable=SC2154
# example: routing
# users: root nobody
before=$(snapshot)
sed -i 's/^}$/    ip -n A route add 203.0.113.0\/24 via 198.51.100.1\n}/; t end; b; :end; n; b end' "$lab"
lab up | sed 's/line [0-9]*:/line N:/'
compare "$before"
lab down
