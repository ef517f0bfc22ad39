# shellcheck shell=bash disable=SC2154
# example: routing
# users: root nobody
before=$(snapshot)
# The script says its number in the middle of build() and stops there until the signal comes.
mkfifo -m 666 /tmp/number.sh /tmp/never.sh
sed -i '0,/^}$/s/^}$/    echo $$ >\/tmp\/number.sh\n    read -r <>\/tmp\/never.sh\n}/' "$lab"
as_user "$lab" up &
read -r number </tmp/number.sh
kill -TERM "$number"
wait
compare "$before"
