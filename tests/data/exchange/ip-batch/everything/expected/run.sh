#!/bin/sh
# Hands the files beside it to ip and bridge, in order. As root.
set -e
cd "$(dirname "$0")"
ip -batch machine.ip
ip -n R -batch nodes/R.ip
ip -n S -batch nodes/S.ip
bridge -n S -batch nodes/S.bridge
ip -n H-1 -batch nodes/H-1.ip
