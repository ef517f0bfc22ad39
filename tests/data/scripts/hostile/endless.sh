#!/bin/bash
ip netns add a
while true; do
    ip -n a addr show
    sleep 1
done
ip netns add b
