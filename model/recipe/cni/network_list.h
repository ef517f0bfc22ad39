#pragma once

#include "model/recipe/cni/plugin.h"

namespace netdraft::model::cni {

// Configurations as a runtime finds them (libcni 1.1.2).

/// One plugin of a list.
struct PluginConfig {
    std::string type;
    std::string name; ///< where it is a configuration by itself
    std::map<std::string, bool> capabilities;
    Json json;
};
struct NetworkList {
    std::string name;
    std::string version;
    bool disableCheck = false;
    std::vector<PluginConfig> plugins;
    std::string bytes; ///< what its file holds, or what stands for a file that is no list
};

/// The list of that name in a directory, or the configuration by itself.
Expected<NetworkList> loadNetwork(const Host &host, const std::string &directory, const std::string &name);

/// What containerd says of itself while it has no network.
inline constexpr std::string_view notInitialized = "cni plugin not initialized";
inline constexpr std::string_view configurationFolder = "/etc/cni/net.d";
/// The network that containerd takes (go-cni): of the first file by name in the directory that ends in .conf, .conflist
/// or .json. Fails with what is in its log; then it has none.
Expected<NetworkList> defaultNetwork(const Host &host, const std::string &directory = std::string(configurationFolder));
/// The network that containerd adds each container to before that, with the interface `lo`.
NetworkList loopbackNetwork();

/// What the plugins of a network gave a container last, with which CHECK and DEL are called.
struct CachedResult {
    std::string path;
    std::optional<Json> result;
};
/// What is written down once a network was added.
std::string cachedText(const NetworkList &list, std::string_view args, const Json &capabilities,
                       const std::string &container, const std::string &ifName, const Json &result);
Expected<CachedResult> readCached(const Host &host, const NetworkList &list, const std::string &container,
                                  const std::string &ifName);

/// JSON as Go prints a map: compact, its keys ordered.
std::string marshalled(const Json &json);

} // namespace netdraft::model::cni
