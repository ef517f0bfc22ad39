# shellcheck shell=bash disable=SC2154
# example: namespaces
# users: root
ip netns add red
before=$(snapshot)
lab up
compare "$before"
ip netns del red
ip link add v-net-0 type bridge
before=$(snapshot)
lab up
compare "$before"
