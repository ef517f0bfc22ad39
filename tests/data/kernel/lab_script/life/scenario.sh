# shellcheck shell=bash disable=SC2154  # sandbox.sh sets the variables
# example: routing
# users: root nobody
before=$(snapshot)
lab
lab check
lab up
lab exec A ip route
lab exec C ping -c 1 -W 1 -q 192.168.2.6 | grep received
lab exec B bash -c 'cat; exit 7' <<<'what the command reads'
lab exec X true
lab down
compare "$before"
lab down
lab check
lab exec A true
compare "$before"
