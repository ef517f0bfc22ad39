# shellcheck shell=bash disable=SC2154
# example: files
# users: root nobody
# Nodes have files of their own, and the machine keeps its.
own_etc
mkdir -p /etc/iproute2
mkdir /etc/netns
echo "the machine's" >/etc/hosts
before=$(snapshot && find /etc/netns && cat /etc/hosts)
lab up
lab exec A cat /etc/hosts
lab exec A cat /etc/iproute2/rt_tables
echo
lab exec B wc -c /etc/resolv.conf
lab exec host cat /etc/hosts
cat /etc/hosts
lab down
compare "$before" "$(snapshot && find /etc/netns && cat /etc/hosts)"
# A file that somebody else put there stays.
mkdir /etc/netns/B
echo mine >/etc/netns/B/resolv.conf
[[ $user == nobody ]] || lab up
cat /etc/netns/B/resolv.conf
find /etc/netns
