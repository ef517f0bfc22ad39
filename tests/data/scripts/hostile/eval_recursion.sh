#!/bin/bash
x='eval "$x"'
eval "$x"
