ip netns add a
<<<<<<< HEAD
ip netns add b
=======
ip netns add c
>>>>>>> other
