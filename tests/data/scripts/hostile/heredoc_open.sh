#!/bin/bash
ip netns add a
cat <<END > /tmp/x
not closed
