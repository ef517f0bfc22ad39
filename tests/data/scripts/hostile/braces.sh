#!/bin/bash
for n in {1..9}{1..9}{1..9}{1..9}{1..9}{1..9}; do ip netns add n$n; done
