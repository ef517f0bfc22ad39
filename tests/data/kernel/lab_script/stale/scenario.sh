# shellcheck shell=bash disable=SC2154
# example: two-devices
# users: nobody
# The process that keeps the lab is gone, as after a new start of the machine.
end_keeper() {
    local keeper
    keeper=$(cut -d ' ' -f 1 /tmp/netdraft-65534/*/keeper)
    kill -KILL "$keeper"
    while kill -0 "$keeper" 2>/dev/null; do
        read -r -t 0.05 <>/tmp/never.sh
    done
}
mkfifo /tmp/never.sh
lab up
end_keeper
lab check
lab up
end_keeper
lab up
lab check
lab down
find /tmp -mindepth 1 -not -name '*.sh'
