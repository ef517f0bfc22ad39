#!/bin/sh
# Hands the files beside it to ip and bridge, in order. As root.
set -e
cd "$(dirname "$0")"
ip -batch machine.ip
ip -n A -batch nodes/A.ip
ip -n sw1 -batch nodes/sw1.ip
ip -n B -batch nodes/B.ip
ip -n sw2 -batch nodes/sw2.ip
ip -n C -batch nodes/C.ip
