# Two machines with a cable, a cluster of them by kubeadm, pods with the reference plugin bridge, and routes by hand.
ip netns add controlplane
ip netns add worker
ip link add eth0 netns controlplane type veth peer name eth0 netns worker
ip -n controlplane addr add 192.168.1.10/24 dev eth0
ip -n worker addr add 192.168.1.11/24 dev eth0
for n in controlplane worker; do
    ip -n $n link set eth0 up
    ip -n $n link set lo up
    ip netns exec $n sysctl -qw net.ipv4.ip_forward=1
done
ip -n controlplane route add default via 192.168.1.11
ip -n worker route add default via 192.168.1.10
for n in controlplane worker; do
    ip netns exec $n bash -c 'echo nameserver 192.168.1.1 > /etc/resolv.conf'
    ip netns exec $n containerd
done
ip netns exec controlplane kubeadm init --pod-network-cidr=10.244.0.0/16
ip netns exec controlplane mkdir -p /root/.kube
ip netns exec controlplane cp /etc/kubernetes/admin.conf /root/.kube/config
ip netns exec worker kubeadm join 192.168.1.10:6443 --token abcdef.0123456789abcdef
i=0
for n in controlplane worker; do
    ip netns exec $n bash -c "cat > /etc/cni/net.d/10-bridge.conflist <<X
{\"cniVersion\": \"1.0.0\", \"name\": \"cbr0\", \"plugins\": [
  {\"type\": \"bridge\", \"bridge\": \"cni0\", \"isGateway\": true, \"ipMasq\": true, \"hairpinMode\": true,
   \"ipam\": {\"type\": \"host-local\", \"ranges\": [[{\"subnet\": \"10.244.$i.0/24\"}]],
            \"routes\": [{\"dst\": \"0.0.0.0/0\"}]}},
  {\"type\": \"portmap\", \"capabilities\": {\"portMappings\": true}}]}
X"
    i=$((i + 1))
done
ip -n controlplane route add 10.244.1.0/24 via 192.168.1.11
ip -n worker route add 10.244.0.0/24 via 192.168.1.10
ip netns exec controlplane kubectl get nodes
ip netns exec controlplane kubectl run web --image=nginx --port=80
ip netns exec controlplane kubectl create deployment app --image=httpd --replicas=2
ip netns exec controlplane kubectl expose deployment app --port=80 --type=NodePort
ip netns exec controlplane kubectl run once --image=busybox --restart=Never -- sh -c 'echo done'
ip netns exec controlplane kubectl run crash --image=busybox
ip netns exec controlplane bash -c 'cat > /root/lab.yaml <<X
apiVersion: v1
kind: Pod
metadata:
  name: probe
  labels: {app: probe, tier: back}
  annotations: {about: a pod with much to tell of}
spec:
  hostNetwork: true
  nodeSelector: {kubernetes.io/os: linux}
  containers:
  - name: one
    image: redis:7
    command: ["redis-server", "--port", "6380"]
    ports: [{containerPort: 6380, name: redis}, {containerPort: 9000, protocol: UDP}]
    env: [{name: NAME, value: x}, {name: NODE, valueFrom: {fieldRef: {fieldPath: spec.nodeName}}}]
    resources: {limits: {memory: 64Mi}, requests: {cpu: 50m}}
    readinessProbe: {tcpSocket: {port: redis}}
    livenessProbe: {httpGet: {path: /healthz, port: 8081}, periodSeconds: 5}
    volumeMounts: [{name: data, mountPath: /data}]
  volumes: [{name: data, emptyDir: {}}, {name: log, hostPath: {path: /var/log}}]
---
apiVersion: networking.k8s.io/v1
kind: NetworkPolicy
metadata: {name: front}
spec:
  podSelector: {matchLabels: {app: app}}
  ingress:
  - from: [{podSelector: {matchLabels: {run: web}}}, {namespaceSelector: {matchLabels: {team: a}}}]
    ports: [{port: 80}]
  - from: [{ipBlock: {cidr: 10.0.0.0/8, except: [10.1.0.0/16]}}]
---
apiVersion: networking.k8s.io/v1
kind: NetworkPolicy
metadata: {name: closed}
spec:
  podSelector: {}
  policyTypes: [Ingress, Egress]
  egress:
  - to: [{namespaceSelector: {}, podSelector: {matchLabels: {k8s-app: kube-dns, a: b}}}]
    ports: [{port: 53, protocol: UDP}, {port: dns, protocol: TCP}]
---
apiVersion: v1
kind: ConfigMap
metadata: {name: site}
data: {index.html: hello, port: "80"}
X
kubectl apply -f /root/lab.yaml'
