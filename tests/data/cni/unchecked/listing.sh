### what is installed, at length
mkdir -p /etc/cni/net.d
echo '{"name": "cbr0", "cniVersion": "0.3.1", "plugins": [{"type": "flannel"}]}' >/etc/cni/net.d/10-flannel.conflist
ls -la /opt/cni/bin/
ls -la /etc/cni/net.d/
ls -l /opt/cni/bin/bridge /etc/cni /opt/cni/bin/nonsense
cat /etc/cni/net.d/10-flannel.conflist
env CNI_COMMAND=VERSION /opt/cni/bin/portmap
