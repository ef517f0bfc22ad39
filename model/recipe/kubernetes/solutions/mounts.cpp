#include "model/recipe/kubernetes/solutions/solution.h"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>

namespace netdraft::model::kubernetes {

namespace {

/// A volume of the pod, and where in it a path of the container leads.
struct Mounted {
    const Json *volume = nullptr;
    std::string below; ///< without a `/` at its beginning
};

Mounted mountedAt(const AgentRun &run, std::string_view path)
{
    Mounted found;
    std::size_t longest = 0;
    std::string name;
    for (const Json &mount : listAt(run.container, "volumeMounts")) {
        std::string at = textAt(mount, "mountPath");
        while (at.size() > 1 && at.ends_with('/'))
            at.pop_back();
        const bool holds = path == at || (path.starts_with(at) && (at == "/" || path[at.size()] == '/'));
        if (!holds || at.size() <= longest)
            continue;
        longest = at.size();
        name = textAt(mount, "name");
        found.below = path.substr(std::min(at.size() + (at == "/" ? 0 : 1), path.size()));
    }
    for (const Json &volume : listAt(run.pod, "spec.volumes"))
        if (!name.empty() && textAt(volume, "name") == name)
            found.volume = &volume;
    return found;
}

} // namespace

Workbench::Done onNode(const AgentRun &run, const std::function<cni::Expected<void>(cni::Host &)> &work)
{
    Workbench &bench = run.cluster.bench();
    if (!bench.find(run.node.netns))
        return std::unexpected(run.node.netns + ": no such namespace");
    cni::Host host(bench.project(), run.node.netns);
    const auto done = work(host);
    if (auto taken = bench.take(host.edits()); !taken)
        return taken;
    if (!done)
        return std::unexpected(done.error().line());
    return {};
}

std::vector<std::string> commandWords(const AgentRun &run, std::string_view otherwise)
{
    std::vector<std::string> words;
    if (listAt(run.container, "command").empty() && !otherwise.empty())
        words.emplace_back(otherwise);
    for (const char *list : {"command", "args"})
        for (const Json &word : listAt(run.container, list))
            if (word.is_string())
                words.push_back(word.get<std::string>());
    return words;
}

std::string commandLine(const AgentRun &run, std::string_view otherwise)
{
    return fmt::format("{}", fmt::join(commandWords(run, otherwise), " "));
}

std::string variableOf(const AgentRun &run, std::string_view name, std::string_view otherwise)
{
    for (const Json &variable : listAt(run.container, "env")) {
        if (textAt(variable, "name") != name)
            continue;
        if (member(variable, "value"))
            return textAt(variable, "value");
        const std::string field = textAt(variable, "valueFrom.fieldRef.fieldPath");
        if (field == "spec.nodeName")
            return run.node.name;
        if (!field.empty())
            return textAt(run.pod, field);
        const Json *map =
            run.cluster.find("configmaps", namespaceOf(run.pod), textAt(variable, "valueFrom.configMapKeyRef.name"));
        const Json *data = map ? member(*map, "data") : nullptr;
        const std::string key = textAt(variable, "valueFrom.configMapKeyRef.key");
        if (data && data->is_object() && data->contains(key) && (*data)[key].is_string())
            return (*data)[key].get<std::string>();
    }
    return std::string(otherwise);
}

std::string nodePath(const AgentRun &run, std::string_view path)
{
    const Mounted mounted = mountedAt(run, path);
    if (!mounted.volume)
        return {};
    std::string host = textAt(*mounted.volume, "hostPath.path");
    if (host.empty() || mounted.below.empty())
        return host;
    return fmt::format("{}{}{}", host, host.ends_with('/') ? "" : "/", mounted.below);
}

const std::string *mountedText(const AgentRun &run, std::string_view path)
{
    const Mounted mounted = mountedAt(run, path);
    if (!mounted.volume || !member(*mounted.volume, "configMap"))
        return nullptr;
    const Json *map = run.cluster.find("configmaps", namespaceOf(run.pod), textAt(*mounted.volume, "configMap.name"));
    const Json *data = map ? member(*map, "data") : nullptr;
    if (!data || !data->is_object())
        return nullptr;
    std::string key = mounted.below;
    if (const Json &items = listAt(*mounted.volume, "configMap.items"); !items.empty()) {
        const auto item = std::ranges::find(items, mounted.below, [](const Json &one) { return textAt(one, "path"); });
        if (item == items.end())
            return nullptr;
        key = textAt(*item, "key");
    }
    const auto text = data->find(key);
    return text != data->end() && text->is_string() ? text->get_ptr<const std::string *>() : nullptr;
}

cni::Expected<void> writeMounted(const AgentRun &run, cni::Host &host, std::string_view path, std::string text)
{
    const std::string at = nodePath(run, path);
    if (at.empty())
        return {};
    if (const std::string *now = host.readFile(at); now && *now == text)
        return {};
    return host.writeFile(at, std::move(text));
}

cni::Expected<void> installPlugin(const AgentRun &run, cni::Host &host, std::string_view folder, std::string_view name)
{
    return writeMounted(run, host, fmt::format("{}/{}", folder, name), fmt::format("the CNI plugin {}\n", name));
}

} // namespace netdraft::model::kubernetes
