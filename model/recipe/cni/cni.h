#pragma once

#include "model/edit/apply.h"

#include <array>
#include <map>
#include <span>
#include <string>
#include <vector>

namespace netdraft::model::cni {

// The reference plugins of the Container Network Interface, containernetworking-plugins 1.1.1 of Debian 12, and the
// runtime's part of it, cnitool of version 1.1.2.

/// The variables of a shell that are exported.
using Environment = std::map<std::string, std::string, std::less<>>;

/// What a plugin printed, how it ended, and what it did until then, each a single edit in its order: a plugin that
/// fails takes back only some of it.
struct Answer {
    int status = 0;
    std::string out;
    std::string err;
    EditList edits;
};

/// Runs a plugin by its name in a namespace, with a configuration as its input. A namespace is named by
/// `/var/run/netns/NAME`, and files are those of the namespace where it runs.
Answer call(const Project &project, const std::string &netns, std::string_view plugin, const Environment &environment,
            std::string_view configuration);

/// `cnitool add|check|del NET NETNS`: calls the plugins of a list in /etc/cni/net.d, or in $NETCONFPATH.
Answer cnitool(const Project &project, const std::string &netns, std::span<const std::string> words,
               const Environment &environment);

/// A program that is a plugin.
struct InstalledPlugin {
    std::string_view name;
    std::size_t bytes;            ///< of amd64
    std::string_view target = {}; ///< what it is a symbolic link to; empty: it is none
};
/// Those of Debian 12's package, which every machine has, ordered by name; `dhcp`, `sbr` and `vrf` are not simulated.
std::span<const InstalledPlugin> installedPlugins();
/// Where they are: as everybody has them, and as Debian does. With a `/` at the end.
inline constexpr std::array<std::string_view, 2> pluginFolders{"/opt/cni/bin/", "/usr/lib/cni/"};

// A pod network brings plugins of its own: each is a file of the node in the first folder, whose text nobody reads.
// What of the package is removed there a file `.wh.NAME` hides, as an image layer of containers does.

/// The plugin that a path leads to on a machine; empty where there is none.
std::string_view pluginAt(const Netns &netns, std::string_view path);
/// All plugins of a folder, ordered.
std::vector<InstalledPlugin> pluginsIn(const Netns &netns, std::string_view folder);
/// Null when nobody has a plugin of that name.
const InstalledPlugin *installedPlugin(std::string_view name);
/// What takes a plugin away from a machine; nothing where there is none.
EditList removedPlugin(const Netns &netns, std::string_view path);
/// What hides it from there, or says that one is hidden.
bool isPluginHiding(std::string_view path);

} // namespace netdraft::model::cni
