#pragma once

#include "model/recipe/cni/cni.h"
#include "model/recipe/cni/host.h"

namespace netdraft::model::cni {

/// One call of a plugin (skel.CmdArgs).
struct Call {
    Host &host;
    const Environment &environment;
    std::string_view configuration;
    Json json; ///< the configuration, which is an object
    std::string containerId;
    std::string netns;
    std::string ifName;
    std::string args;
    std::string err = {}; ///< printed beside the result
};

/// What every plugin reads of its configuration (types.NetConf).
struct NetConf {
    std::string version;
    std::string name;
    std::string ipam; ///< the plugin's name
    Dns dns;
    const Json *previous = nullptr;

    explicit NetConf(const GoFields &fields);
    /// The result of the plugin before, which is there.
    Expected<Result100> previousResult() const;
};

/// The values of CNI_ARGS by their names, of those that a plugin knows.
using Arguments = std::map<std::string, std::string>;
Expected<Arguments> loadArguments(const std::string &args, std::initializer_list<std::string_view> known);

struct Plugin {
    std::string_view name;
    std::string_view oldest; ///< the first version of the specification that it supports
    Expected<std::string> (*add)(Call &);
    Expected<void> (*check)(Call &);
    Expected<void> (*del)(Call &);
};
/// Null when it is not simulated.
const Plugin *pluginNamed(std::string_view name);

/// Runs a plugin on a host that others run on as well. `command` stands for CNI_COMMAND.
struct Ran {
    int status = 0;
    std::string out;
    std::string err;
    std::optional<Failure> failure = std::nullopt;
};
Ran runPlugin(Host &host, std::string_view name, const Environment &environment, const std::string &command,
              std::string_view configuration);

// Refuse names that the specification does not allow.
Expected<void> validateContainer(const std::string &container);
Expected<void> validateNetwork(const std::string &network);
Expected<void> validateInterface(const std::string &ifName);

/// Whether the host has a plugin in CNI_PATH; fails where it has none.
Expected<void> findPlugin(const Host &host, std::string_view name, std::string_view path);
/// Calls another plugin with the same configuration, as for addresses.
Expected<Result100> delegateAdd(Call &call, const std::string &name);
Expected<void> delegate(Call &call, const std::string &name, const std::string &command);

// One pair of functions and a half for each plugin, each in the file of its name.
extern const Plugin bandwidthPlugin;
extern const Plugin bridgePlugin;
extern const Plugin calicoIpamPlugin;
extern const Plugin calicoPlugin;
extern const Plugin firewallPlugin;
extern const Plugin flannelPlugin;
extern const Plugin hostDevicePlugin;
extern const Plugin hostLocalPlugin;
extern const Plugin ipvlanPlugin;
extern const Plugin loopbackPlugin;
extern const Plugin macvlanPlugin;
extern const Plugin portmapPlugin;
extern const Plugin ptpPlugin;
extern const Plugin staticPlugin;
extern const Plugin tuningPlugin;
extern const Plugin vlanPlugin;
extern const Plugin weaveIpamPlugin;
extern const Plugin weaveNetPlugin;

} // namespace netdraft::model::cni
