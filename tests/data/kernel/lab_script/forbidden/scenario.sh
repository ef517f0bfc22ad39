# shellcheck shell=bash disable=SC2154
# example: two-devices
# users: nobody
# No user namespaces, as on machines that restrict them.
mkdir /tmp/bin
printf '#!/bin/sh\necho "unshare: unshare failed: Operation not permitted" >&2\nexit 1\n' >/tmp/bin/unshare
chmod 755 /tmp/bin/unshare
before=$(snapshot)
PATH=/tmp/bin:$PATH lab up
compare "$before"
