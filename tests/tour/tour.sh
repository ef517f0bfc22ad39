#!/usr/bin/env bash
# Builds three networks from an empty canvas in the real window, by mouse and keyboard under Xvfb, with a picture after
# each step; then asks the program whether the saved networks are what they should be. Prints how many steps each took.
# usage: tests/tour/tour.sh [-s SIZE]… [-t light|dark]… [-l LOCALE]… [-o FOLDER] PROGRAM
# shellcheck disable=SC2317 # the networks are called by their names
# needs: Xvfb, openbox, xdotool, x11-utils, imagemagick
set -euo pipefail

sizes=() themes=() locales=() folder=build/tour
while getopts s:t:l:o: option; do
    case $option in
    s) sizes+=("$OPTARG") ;;
    t) themes+=("$OPTARG") ;;
    l) locales+=("$OPTARG") ;;
    o) folder=$OPTARG ;;
    *) exit 2 ;;
    esac
done
shift $((OPTIND - 1))
program=$(realpath "${1:?which program?}")
[ ${#sizes[@]} -gt 0 ] || sizes=(1366x768 1920x1080)
[ ${#themes[@]} -gt 0 ] || themes=(light dark)
[ ${#locales[@]} -gt 0 ] || locales=(en de zh_CN)
for tool in Xvfb openbox xdotool xprop import; do
    command -v "$tool" >/dev/null || { echo "tour: $tool is not installed" >&2; exit 2; }
done
mkdir -p "$folder"
folder=$(realpath "$folder")
failed=0

# --- the hand: each call is a step, or as many as there are keys

steps=0
count() { steps=$((steps + $1)); }
move() { xdotool mousemove "$1" "$2" sleep 0.03; }
settle() { xdotool sleep "${1:-0.25}"; rest; }
# rest: until server, window manager and window sleep and have for a moment done nothing; on a busy machine that takes long.
rest() {
    local tries calm=0 pid stat spent before='' busy
    for ((tries = 0; tries < 200 && calm < 3; tries++)); do
        spent='' busy=''
        for pid in "${started[@]}"; do
            stat=$(<"/proc/$pid/stat") || return 0
            read -ra stat <<<"${stat##*) }"
            [ "${stat[0]}" = S ] || busy=1
            spent+="${stat[11]} ${stat[12]} "
        done
        if [ -z "$busy" ] && [ "$spent" = "$before" ]; then calm=$((calm + 1)); else calm=0; fi
        before=$spent
        xdotool sleep 0.03
    done
}
click() { move "$1" "$2"; xdotool click 1; count 1; settle; }
double() { move "$1" "$2"; xdotool click --repeat 2 --delay 60 1; count 2; settle; }
drag() {
    move "$1" "$2"
    xdotool mousedown 1
    move $((($1 + $3) / 2)) $((($2 + $4) / 2))
    move "$3" "$4"
    settle 0.1
    xdotool mouseup 1
    count 1
    settle
}
press() { for key; do xdotool key "$key"; count 1; settle 0.15; done; }
write() { xdotool type --delay 12 "$1"; count ${#1}; settle 0.15; }
shown=0
picture() {
    shown=$((shown + 1))
    settle 0.4
    import -window root "$here/$(printf '%02d' "$shown")-$1.png"
}

# --- where things are: the canvas lies between palette and inspector

across() { echo $((110 + (width - 520) * $1 / 100)); }
down() { echo $((110 + (height * 66 / 100 - 110) * $1 / 100)); }

# --- the networks

# expect NAME: how many pairs reach in the network that was saved, and of whom one can and cannot.
expect() {
    local wanted seen can cannot=() pair
    case $1 in
    lesson) wanted=8 can=(pc1:pc2 pc2:pc1) ;;
    namespaces) wanted=2 can=(ns1:ns2 ns2:ns1) ;;
    vlans) wanted=4 can=(pc1:pc2 pc3:pc4) cannot=(pc1:pc3 pc2:pc4 pc1:pc4) ;;
    esac
    for pair in "${can[@]}"; do
        "$program" reach "$work/$1.netdraft" --from "${pair%:*}" --to "${pair#*:}" >/dev/null ||
            { echo "tour: $here: $1: $pair does not reach" >&2; return 1; }
    done
    for pair in "${cannot[@]}"; do
        if "$program" reach "$work/$1.netdraft" --from "${pair%:*}" --to "${pair#*:}" >/dev/null; then
            echo "tour: $here: $1: $pair reaches" >&2
            return 1
        fi
    done
    seen=$("$program" reach "$work/$1.netdraft" --json | grep -o '"reachable": *true' | wc -l) || true
    [ "$seen" -eq "$wanted" ] && return
    echo "tour: $here: $1: $seen pairs reach, $wanted should" >&2
    return 1
}

begin() {
    press ctrl+n
    steps=0 # of an empty canvas
}
# saved NAME: the steps that were counted are those till here.
saved() {
    echo "$here: $1: $steps steps"
    press ctrl+s
    settle 0.8
    write "$work/$1.netdraft"
    press Return
    settle 0.8
}
# on X Y COMMAND…: types commands in the terminal of the node there.
on() {
    click "$1" "$2"
    press ctrl+t
    shift 2
    for line; do
        write "$line"
        press Return
    done
}

# A - sw1 - B - sw2 - C with the lesson's addresses, and its three steps.
lesson() {
    local y x=() i
    y=$(down 50)
    for i in 6 28 50 72 94; do x+=("$(across "$i")"); done
    begin
    picture lesson-empty
    double "${x[0]}" "$y"
    picture lesson-quick-add
    write de
    press Return
    press l
    local kinds=(sw ro sw de)
    for i in 0 1 2 3; do
        drag "${x[i]}" "$y" "${x[i + 1]}" "$y"
        [ "$i" -gt 0 ] || picture lesson-cable-to-nowhere
        write "${kinds[i]}"
        press Return
    done
    press Escape
    picture lesson-wired
    press ctrl+i
    picture lesson-give-addresses
    press Return
    picture lesson-addressed
    saved lesson
}

# Two namespaces of a machine, wired to each other: dragged from the palette onto it.
namespaces() {
    local x y
    x=$(across 50) y=$(down 45)
    begin
    double "$x" "$y"
    write ma
    press Return
    picture namespaces-machine
    drag 48 345 "$x" "$y"
    picture namespaces-one-inside
    drag 48 345 "$x" "$((y + 30))"
    picture namespaces-two-inside
    drag "$x" "$y" "$((x - 140))" "$y"
    press l
    drag "$x" "$((y - 120))" "$x" "$((y + 120))"
    press Escape
    press ctrl+i
    press Return
    picture namespaces-wired
    saved namespaces
}

# Four hosts on two switches, in two VLANs: those of one VLAN reach each other over the trunk.
vlans() {
    local left right inner outer up middle low
    left=$(across 32) right=$(across 68) outer=$(across 8) inner=$(across 92)
    up=$(down 20) middle=$(down 50) low=$(down 80)
    begin
    double "$left" "$middle"
    write sw
    press Return
    press l
    drag "$left" "$middle" "$right" "$middle"
    write sw
    press Return
    local end
    for end in "$left $outer $up" "$right $inner $up" "$left $outer $low" "$right $inner $low"; do
        # shellcheck disable=SC2086
        set -- $end
        drag "$1" "$middle" "$2" "$3"
        write de
        press Return
    done
    press Escape
    press ctrl+i
    press Return
    picture vlans-wired
    local at
    for at in "$left" "$right"; do
        on "$at" "$middle" 'ip link set br0 type bridge vlan_filtering 1' \
            'bridge vlan add dev p1 vid 10; bridge vlan add dev p1 vid 20' \
            'bridge vlan add dev p2 vid 10 pvid untagged; bridge vlan del dev p2 vid 1' \
            'bridge vlan add dev p3 vid 20 pvid untagged; bridge vlan del dev p3 vid 1' 'bridge vlan'
        picture vlans-terminal
    done
    saved vlans
}

run_tour() {
    local size=$1 theme=$2 locale=$3
    width=${size%x*} height=${size#*x}
    here=$folder/$size-$theme-$locale
    work=$(mktemp -d)
    rm -rf "$here"
    mkdir -p "$here" "$work/.config/netdraft"
    printf '[General]\nlanguage=%s\nappearance=%d\n[tour]\nseen=true\n' "$locale" "$([ "$theme" = dark ] && echo 2 || echo 1)" \
        >"$work/.config/netdraft/netdraft.conf"
    mkdir -p "$work/.config/openbox"
    cat >"$work/.config/openbox/rc.xml" <<'END'
<?xml version="1.0"?>
<openbox_config xmlns="http://openbox.org/3.4/rc"><applications>
<application class="*" type="normal"><decor>no</decor></application>
</applications></openbox_config>
END
    exec 3<>"$work/display"
    Xvfb -displayfd 3 -r -screen 0 "${size}x24" >/dev/null 2>&1 &
    started+=($!)
    until [ -s "$work/display" ]; do sleep 0.1; done
    export DISPLAY HOME=$work XDG_CONFIG_HOME=$work/.config XDG_RUNTIME_DIR=$work LC_ALL=C.UTF-8
    DISPLAY=:$(cat "$work/display")
    openbox >/dev/null 2>&1 &
    started+=($!)
    until xprop -root _NET_SUPPORTING_WM_CHECK 2>/dev/null | grep -q '#'; do sleep 0.1; done
    (cd "$work" && exec "$program") >"$work/log" 2>&1 &
    started+=($!)
    local window
    until window=$(xdotool search --onlyvisible --class netdraft); do sleep 0.2; done
    xdotool windowmove "$window" 0 0 windowsize "$window" "$width" "$height" windowactivate "$window" sleep 1.5
    shown=0
    local network
    for network in lesson namespaces vlans; do
        "$network"
        expect "$network"
    done
}

for size in "${sizes[@]}"; do
    for theme in "${themes[@]}"; do
        for locale in "${locales[@]}"; do
            (
                started=()
                trap 'kill "${started[@]}" 2>/dev/null; wait' EXIT
                run_tour "$size" "$theme" "$locale"
            ) || failed=1
        done
    done
done
exit $failed
