# shellcheck shell=bash disable=SC2154
# example: two-devices
# users: nobody
# Somebody else was there first, with a link to a place of theirs, a directory of theirs, one that is open to all.
mkdir -m 777 /tmp/elsewhere
ln -s /tmp/elsewhere /tmp/netdraft-65534
lab up
rm /tmp/netdraft-65534
mkdir -m 777 /tmp/netdraft-65534
lab up
rmdir /tmp/netdraft-65534
as_user mkdir -m 777 /tmp/netdraft-65534
chmod 777 /tmp/netdraft-65534
lab up
ls -A /tmp/elsewhere
