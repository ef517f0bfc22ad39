#!/bin/bash
# The same with -n, one line for each namespace.
set -euo pipefail

sudo ip netns add red
sudo ip netns add blue
sudo ip link add veth-red type veth peer name veth-blue
sudo ip link set veth-red netns red
sudo ip link set veth-blue netns blue
sudo ip -n red addr add 192.168.15.1/24 dev veth-red
sudo ip -n blue addr add 192.168.15.2/24 dev veth-blue
sudo ip -n red link set veth-red up; sudo ip -n blue link set veth-blue up

echo "ping from red"
sudo ip netns exec red ping -c1 -W1 192.168.15.2
