### up, checked, and down again
conf='{"cniVersion": "1.0.0", "name": "lo", "type": "loopback"}'
call ADD
call CHECK
call DEL
call CHECK
call DEL
### an old version
conf='{"cniVersion": "0.2.0", "name": "lo", "type": "loopback"}'
call ADD
### version 0.3.1, and a result that is handed on
conf='{"cniVersion": "0.3.1", "name": "lo", "type": "loopback"}'
call ADD
again ADD
### an address that is none of loopback
ip -n blue addr add 192.0.2.1/24 dev lo
conf='{"cniVersion": "1.0.0", "name": "lo", "type": "loopback"}'
call ADD
### a namespace that is not there
CNI_NETNS=/var/run/netns/nowhere
conf='{"cniVersion": "1.0.0", "name": "lo", "type": "loopback"}'
call ADD
call CHECK
call DEL
### a result before that is none
conf='{"cniVersion": "1.0.0", "name": "lo", "type": "loopback", "prevResult": {"cniVersion": "1.0.0", "ips": [{"address": "nonsense"}]}}'
call ADD
