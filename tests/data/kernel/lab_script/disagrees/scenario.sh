# shellcheck shell=bash disable=SC2154
# example: routing
# users: root nobody
# The matrix predicts what does not happen, both ways, and judges one pair less.
sed -i '/^B   192.168.1.6/s/y/n/; /^C   192.168.2.5/{s/n/y/; s/n/?/}' "$lab"
lab up
lab check
lab check -v | sort
lab down
