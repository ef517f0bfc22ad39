# shellcheck shell=bash disable=SC2154
# example: routing
# users: root nobody
before=$(snapshot)
# The signal comes in the middle of build(); from the script itself, for another process cannot tell whether the script
# waits already.
sed -i '0,/^}$/s/^}$/    kill -TERM $$\n    echo "build() went on" >&2\n}/' "$lab"
lab up
compare "$before"
