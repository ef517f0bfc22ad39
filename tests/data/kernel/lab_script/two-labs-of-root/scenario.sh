# shellcheck shell=bash disable=SC2154
# example: routing
# users: root
before=$(snapshot)
sed '1,/^readonly kernel_settings/{s/^readonly lab=.*/readonly lab=second/; s/\<\([A-C]\|sw[12]\)\>/second-\1/g}' "$lab" >/tmp/second.sh
chmod 755 /tmp/second.sh
lab up
lab=/tmp/second.sh
lab up
lab check
lab down
lab=/tmp/lab.sh
lab check
lab down
compare "$before"
