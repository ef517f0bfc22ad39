#!/bin/bash
# Most of it by ip -batch, from here-documents and from a file.
ip -batch - <<EOF2
netns add c1
netns add c2
link add x1 type veth peer name x2
link set x1 netns c1
link set x2 netns c2
EOF2
cat > /tmp/c1.batch <<EOF2
# what c1 gets
addr add 10.77.0.1/24 dev x1
link set x1 up

link set lo up
EOF2
ip -n c1 -b /tmp/c1.batch
{
    echo "addr add 10.77.0.2/24 dev x2"
    echo "link set x2 up"
    for net in 10.78.0.0/24 10.79.0.0/24; do
        echo "route add $net via 10.77.0.1"
    done
} | ip netns exec c2 ip -b -
rm -f /tmp/c1.batch
