#!/bin/bash
ip netns add "a; rm -rf /"
ip netns add "../../etc/passwd"
ip netns add '$(reboot)'
ip link add "x y" type dummy
ip netns add ok
