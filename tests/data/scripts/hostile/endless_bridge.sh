ip netns add hub
ip -n hub link add hub0 type bridge
i=0
until [ "$i" -ge many ]; do
    i=$((i + 1))
    ip netns add "p$i"
    ip link add "p$i" netns hub type veth peer name eth0 netns "p$i"
    ip -n hub link set "p$i" master hub0
done
