#!/usr/bin/env bash
# Runs the snippet in the file DIR/snippet, which is written in the words of cni_calls.sh, with the real plugins, in the
# sandbox that it is started in: prints what the snippet prints.
# usage: cni.sh DIR
set -u
here=$(cd "$(dirname "$0")" && pwd)
cd "$1" || exit 2
export LC_ALL=C
PATH=$PATH:/usr/sbin:/sbin
mount -t tmpfs tmpfs /run && mkdir -p /run/netns && mount -t sysfs sysfs /sys || exit 2
# What the plugins remember is the sandbox's own, and they are where those that are not Debian's are.
mount -t tmpfs tmpfs /var/lib && mkdir -p /var/lib/cni || exit 2
mount -t tmpfs tmpfs /opt && mkdir -p /opt/cni && ln -s /usr/lib/cni /opt/cni/bin || exit 2
# A directory of networks is its own as well.
if grep -q /etc/cni snippet; then
    cp -a /etc /run/etc 2>/dev/null
    rm -rf /run/etc/cni
    mount --bind /run/etc /etc || exit 2
fi
echo 60 >patience
# shellcheck source=/dev/null
. <(sed -n '/^fresh_settings() {/,/^}/p; /^at_rest() {/,/^}/p; /^wait_for_rest() {/,/^}/p' "$here/sandbox.sh")
waiting=$(declare -f at_rest wait_for_rest)

settle() {
    local netns
    for netns in host blue red; do
        in_netns bash -uc "$waiting; wait_for_rest 0 $netns" </dev/null
    done
}

fresh_settings
# shellcheck source=tests/kernel/cni_calls.sh
. "$here/cni_calls.sh"
# shellcheck source=/dev/null
. ./snippet 2>&1
