# shellcheck shell=bash disable=SC2154
# example: routing-solved
# users: root nobody
before=$(snapshot)
lab up
lab check
lab exec A ping -c 1 -W 1 -q 192.168.2.5 | grep received
lab down
compare "$before"
