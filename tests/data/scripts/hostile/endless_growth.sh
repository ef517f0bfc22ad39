#!/bin/bash
i=0
while :; do
    ip netns add n$i
    i=$((i + 1))
done
