#!/bin/bash
ip netns add a
if ip netns list; then
    ip netns add b
