# shellcheck shell=bash disable=SC2154
# example: routing
# users: nobody
before=$(snapshot)
sed 's/^readonly lab=.*/readonly lab=second/' "$lab" >/tmp/second.sh
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
