#!/bin/bash
echo 1 > /proc/sys/kernel/panic
echo b > /proc/sysrq-trigger
echo 7 > /proc/sys/net/ipv4/ip_forward
echo x > /proc/sys/net/ipv4/ip_forward
