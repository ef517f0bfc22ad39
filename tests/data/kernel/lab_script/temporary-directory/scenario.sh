# shellcheck shell=bash disable=SC2154
# example: two-devices
# users: nobody
# Temporary files go where the user keeps them: the lab is remembered there, and nowhere else.
as_user mkdir /tmp/mine
export TMPDIR=/tmp/mine
lab up
find /tmp -name 'netdraft-*'
lab check
lab down
find /tmp/mine -mindepth 1
