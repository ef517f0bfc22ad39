#!/bin/sh
# What Docker has on m1: its networks and containers, made again. Run this where Docker
# runs, and where none of them is there yet.
set -eu

# --- networks ---
docker network create --subnet 10.5.0.0/16 --ip-range 10.5.7.0/24 --gateway 10.5.0.254 --opt com.docker.network.bridge.name=br5 back
docker network create --subnet 172.18.0.0/16 --gateway 172.18.0.1 --internal inner

# --- containers ---
docker run --detach --name web --hostname www.lab --network back --ip 10.5.7.0 --network-alias www --publish 8080:80 --publish 127.0.0.1:5353:53/udp --add-host db:192.0.2.7 nginx
docker network connect --ip 172.18.0.2 --alias secret inner web
docker run --detach --name db --network inner --ip 172.18.0.3 --dns 192.0.2.53 --dns-search lab redis
docker run --detach --name joined --network container:web busybox sh -c 'sleep 60 # $HOME'
docker run --detach --name plain nginx
docker network connect --ip 10.5.7.1 back plain
docker create --name old --network none busybox sleep 60
