#!/bin/bash
x=a
for i in {1..64}; do x="$x$x"; done
ip netns add "$x"
