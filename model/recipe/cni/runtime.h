#pragma once

#include "model/recipe/cni/network_list.h"

namespace netdraft::model::cni {

// A runtime's part of the specification (libcni 1.1.2): it calls the plugins of a network one after the other.

/// What a runtime has plugins called with.
struct RuntimeCall {
    std::string containerId;
    std::string netnsPath; ///< `/var/run/netns/NAME`
    std::string ifName = "eth0";
    std::string args;                   ///< CNI_ARGS: `K8S_POD_NAMESPACE=default;K8S_POD_NAME=web`
    Json capabilities = Json::object(); ///< by name, such as portMappings
    std::string path = "/opt/cni/bin";  ///< CNI_PATH: folders with a `:` between them
    Environment environment;            ///< the other variables that plugins see
};

/// One container on its way into one network, or out of it.
class Runtime
{
public:
    Runtime(Host &host, RuntimeCall call);

    /// Calls ADD of each plugin and writes down what they gave, which is the answer, as the last printed it.
    Expected<std::string> add(const NetworkList &list);
    Expected<void> check(const NetworkList &list);
    /// Calls DEL of each plugin, from the last to the first.
    Expected<void> del(const NetworkList &list);

    /// What the plugins said beside their results.
    const std::string &err() const { return m_err; }
    /// What a plugin said that is not simulated; then nothing else counts.
    const std::string &notSimulated() const { return m_notSimulated; }

private:
    std::string configuration(const NetworkList &list, const PluginConfig &plugin,
                              const std::optional<Json> &previous) const;
    Expected<std::string> run(const NetworkList &list, const PluginConfig &plugin, const std::optional<Json> &previous,
                              const std::string &command);

    Host &m_host;
    RuntimeCall m_call;
    std::string m_err;
    std::string m_notSimulated;
};

/// Adds a container to a network. Fails as containerd has it in an event: `plugin type="weave-net" name="weave" failed
/// (add): …`. What plugins did until then stays done.
Expected<Result100> addNetwork(Host &host, const NetworkList &list, RuntimeCall call);
/// Takes a container out of a network; fails with `… failed (delete): …`.
Expected<void> delNetwork(Host &host, const NetworkList &list, RuntimeCall call);

} // namespace netdraft::model::cni
