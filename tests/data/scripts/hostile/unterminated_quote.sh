ip netns add a
echo "this never closes
ip netns add b
