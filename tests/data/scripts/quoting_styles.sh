#!/bin/bash
: "${LAB:=lab}" "${MTU:=1450}"
NS_A="${LAB}-a"
NS_B=${LAB}"-b"
CMD='ip link add'
eval "$CMD v0 type veth peer name v1"
ip netns add "$NS_A"; ip netns add "$NS_B"
opts=(mtu "$MTU")
ip link set v0 netns "$NS_A"
ip link set v1 netns "$NS_B"
IPA=(ip netns exec "$NS_A" ip)
IPB="ip netns exec $NS_B ip"
"${IPA[@]}" link set v0 "${opts[@]}" up
$IPB link set v1 "${opts[@]}" up
"${IPA[@]}" addr add "10.90.0.1/24" dev v0
$IPB addr add 10.90.0.2'/24' \
    dev v1
peer=10.90.0.2
"${IPA[@]}" route add 10.91.0.0/16 via ${peer:-10.90.0.9}
[[ ${peer##*.} -eq 2 && $peer == 10.90.* ]] && $IPB route add 10.92.0.0/16 via "${peer/%2/1}"
true
