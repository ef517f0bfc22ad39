#!/bin/bash
ip netns add a
bash other.sh
./self.sh
source lib.sh
