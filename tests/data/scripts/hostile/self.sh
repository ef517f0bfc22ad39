#!/bin/bash
ip netns add a
bash "$0"
./self.sh
source lib.sh
