#!/bin/bash
ip netns add a
done
ip netns add b
