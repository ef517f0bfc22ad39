#!/bin/bash
f() { ip netns add n$1; f $(($1 + 1)); }
f 1
