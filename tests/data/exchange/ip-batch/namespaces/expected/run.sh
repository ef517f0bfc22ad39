#!/bin/sh
# Hands the files beside it to ip and bridge, in order. As root.
set -e
cd "$(dirname "$0")"
ip -batch machine.ip
ip -n red -batch nodes/red.ip
ip -n blue -batch nodes/blue.ip
