#!/bin/bash
# Work in the background, waiting, retries.
setup() {
    ip netns add $1
    ip -n $1 link set lo up
}
setup a & 
wait $!
setup b &
wait
ip link add ab0 netns a type veth peer name ab0 netns b
ip -n a addr add 10.70.0.1/24 dev ab0; ip -n b addr add 10.70.0.2/24 dev ab0
ip -n a link set ab0 up && ip -n b link set ab0 up
tries=0
until ip netns exec a ping -c1 -W1 10.70.0.2 >/dev/null 2>&1; do
    tries=$((tries + 1))
    [ $tries -lt 10 ] || { echo "no answer" >&2; exit 1; }
    sleep 0.1
done
for t in {1..10}; do
    ip netns exec b ping -c1 -W1 10.70.0.1 > /dev/null && break
    sleep 0.1
done
