#include "model/network/netns_file.h"
#include "model/recipe/cni/cni.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>

namespace netdraft::model::cni {

namespace {

/// Those of pod networks, which their agents install.
constexpr std::array<InstalledPlugin, 6> ofAgents{{
    {"calico", 68395008},
    {"calico-ipam", 68395008},
    {"flannel", 2422048},
    {"weave-ipam", 18, "weave-plugin-2.8.1"},
    {"weave-net", 18, "weave-plugin-2.8.1"},
    {"weave-plugin-2.8.1", 11879352},
}};
constexpr std::string_view hiding = ".wh.";
constexpr std::array<InstalledPlugin, 16> installed{{
    {"bandwidth", 2634240},
    {"bridge", 2943104},
    {"dhcp", 7256344},
    {"firewall", 3041088},
    {"host-device", 2626176},
    {"host-local", 2223840},
    {"ipvlan", 2724384},
    {"loopback", 2274880},
    {"macvlan", 2748960},
    {"portmap", 2563712},
    {"ptp", 2848576},
    {"sbr", 2418400},
    {"static", 1990272},
    {"tuning", 2332224},
    {"vlan", 2724384},
    {"vrf", 2446912},
}};

} // namespace

std::span<const InstalledPlugin> installedPlugins()
{
    return installed;
}

const InstalledPlugin *installedPlugin(std::string_view name)
{
    if (const auto *const found = std::ranges::find(ofAgents, name, &InstalledPlugin::name); found != ofAgents.end())
        return found;
    const auto *const found = std::ranges::find(installed, name, &InstalledPlugin::name);
    return found == installed.end() ? nullptr : found;
}

std::string_view pluginAt(const Netns &netns, std::string_view path)
{
    for (const std::string_view folder : pluginFolders) {
        if (!path.starts_with(folder))
            continue;
        const std::string_view name = path.substr(folder.size());
        const InstalledPlugin *plugin = installedPlugin(name);
        const bool isOfAll = plugin && std::ranges::find(installed, name, &InstalledPlugin::name) != installed.end();
        if (plugin && (netns.files.contains(path) ||
                       (isOfAll && !netns.files.contains(fmt::format("{}{}{}", folder, hiding, name)))))
            return name;
    }
    return {};
}

std::vector<InstalledPlugin> pluginsIn(const Netns &netns, std::string_view folder)
{
    std::vector<InstalledPlugin> plugins;
    for (const std::span<const InstalledPlugin> each : {std::span<const InstalledPlugin>(installed), {ofAgents}})
        for (const InstalledPlugin &plugin : each)
            if (!pluginAt(netns, fmt::format("{}{}", folder, plugin.name)).empty())
                plugins.push_back(plugin);
    std::ranges::sort(plugins, {}, &InstalledPlugin::name);
    return plugins;
}

EditList removedPlugin(const Netns &netns, std::string_view path)
{
    EditList edits;
    const std::string_view name = pluginAt(netns, path);
    if (name.empty())
        return edits;
    if (netns.files.contains(path))
        edits.add(WriteFile{netns.name, std::string(path), std::nullopt});
    if (std::string hidden = fmt::format("{}{}{}", path.substr(0, path.size() - name.size()), hiding, name);
        std::ranges::find(installed, name, &InstalledPlugin::name) != installed.end() && checkNetnsFilePath(hidden))
        edits.add(WriteFile{netns.name, std::move(hidden), ""});
    return edits;
}

bool isPluginHiding(std::string_view path)
{
    return std::ranges::any_of(pluginFolders, [&](std::string_view folder) {
        return path.starts_with(folder) && path.substr(folder.size()).starts_with(hiding);
    });
}

} // namespace netdraft::model::cni
