#!/bin/bash
# Writes a script for each node, then runs it there.
DIR=/tmp/lab
mkdir -p $DIR
i=0
for node in left middle right; do
    i=$((i+1))
    cat > $DIR/$node.sh <<NODE
#!/bin/bash
ip link set lo up
ip addr add 10.255.0.$i/32 dev lo
[ -z "\$1" ] || ip link set "\$1" up
NODE
    chmod +x $DIR/$node.sh
    ip netns add $node
done
ip link add lm netns left type veth peer name ml netns middle
ip link add mr netns middle type veth peer name rm netns right
ip netns exec left bash $DIR/left.sh lm
ip netns exec middle bash $DIR/middle.sh ml
ip netns exec middle ip link set mr up
ip netns exec right bash $DIR/right.sh rm
ip -n left addr add 10.0.12.1/24 dev lm
ip -n middle addr add 10.0.12.2/24 dev ml
ip -n middle addr add 10.0.23.2/24 dev mr
ip -n right addr add 10.0.23.3/24 dev rm
ip netns exec middle sysctl -qw net.ipv4.ip_forward=1
ip -n left route add default via 10.0.12.2
ip -n right route add default via 10.0.23.2
for lo in 1:left:10.0.12.1 3:right:10.0.23.3; do
    IFS=: read -r n who via <<< "$lo"
    ip -n middle route add 10.255.0.$n/32 via $via
done
rm -rf $DIR
