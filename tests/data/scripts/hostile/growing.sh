#!/bin/bash
# Fills the machine, one namespace after the other.
n=0
while true; do
    ip netns add n$n
    n=$((n + 1))
done
ip netns add last
