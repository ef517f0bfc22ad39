#!/usr/bin/env bash
# Runs a script for Mininet, in the sandbox that it is started in (a network, a mount and a process namespace of its own).
# Mininet raises limits of the whole machine when it starts: those are kept from it, and only the settings of networks,
# which each namespace has for itself, can be written.
# usage: mininet.sh SCRIPT [WORD …]
set -eu
PATH=$PATH:/usr/sbin:/sbin
mount --bind /proc/sys /proc/sys
mount -o remount,bind,ro /proc/sys
mount --bind /proc/sys/net /proc/sys/net
mount -o remount,bind,rw /proc/sys/net
mount -t tmpfs tmpfs /run
exec /usr/bin/python3 "$@"
