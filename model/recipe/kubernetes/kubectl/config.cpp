#include "model/recipe/kubernetes/kubectl/json_path.h"
#include "model/recipe/kubernetes/kubectl/kubectl.h"
#include "model/recipe/kubernetes/manifest.h"

#include <fmt/format.h>

#include <algorithm>

namespace netdraft::model::kubernetes {

namespace {

Answer failed(const std::string &text, std::string out = {})
{
    return {1, std::move(out), "error: " + text + '\n', {}};
}

/// Leaves of a kubeconfig what a context needs; the answer is why it cannot be done, or empty.
std::string minified(Json &config, const std::string &name)
{
    const Json *found = entryNamed(config, "contexts", name);
    if (!found)
        return name.empty() ? "current-context must exist in order to minify"
                            : fmt::format("cannot locate context {}", name);
    const Json context = *found;
    const auto keep = [&](const char *list, const std::string &wanted) {
        const Json *entry = wanted.empty() ? nullptr : entryNamed(config, list, wanted);
        config[list] = entry ? Json::array({Json(*entry)}) : Json();
        return wanted.empty() || entry;
    };
    config["current-context"] = name;
    config["contexts"] = Json::array({context});
    if (const std::string cluster = textAt(context, "context.cluster"); !keep("clusters", cluster))
        return fmt::format("cannot locate cluster {}", cluster);
    if (const std::string user = textAt(context, "context.user"); !keep("users", user))
        return fmt::format("cannot locate user {}", user);
    return {};
}

Answer viewed(const Flags &flags, const std::optional<Kubeconfig> &config)
{
    Json shown =
        config ? config->read : Json{{"apiVersion", "v1"},    {"clusters", nullptr}, {"contexts", nullptr},
                                     {"current-context", ""}, {"kind", "Config"},    {"preferences", Json::object()},
                                     {"users", nullptr}};
    if (flags.has("minify"))
        if (const std::string why = minified(shown, flags.value("context", contextOf(config))); !why.empty())
            return failed(why);
    const std::string output = flags.value("output", "yaml");
    if (output == "yaml" || output == "json")
        return {0, output == "yaml" ? printedYaml(shown) : printedJson(shown), {}, {}};
    if (output.starts_with("jsonpath=")) {
        const auto text = jsonPath(shown, std::string_view(output).substr(9));
        return text ? Answer{0, *text, {}, {}} : Answer{1, {}, text.error(), {}};
    }
    return {1, {}, unknownFormat(output, false), {}};
}

Answer getContexts(const Flags &flags, const std::optional<Kubeconfig> &config)
{
    std::vector<std::string> wanted(flags.words.begin() + 2, flags.words.end());
    std::string errors;
    if (wanted.empty() && config)
        for (const Json &context : listAt(config->read, "contexts"))
            wanted.push_back(textAt(context, "name"));
    std::vector<std::vector<std::string>> rows;
    const bool namesAlone = flags.value("output") == "name";
    if (!flags.has("no-headers") && !namesAlone)
        rows.push_back({"CURRENT", "NAME", "CLUSTER", "AUTHINFO", "NAMESPACE"});
    for (const std::string &name : wanted) {
        const Json *context = config ? entryNamed(config->read, "contexts", name) : nullptr;
        if (!context)
            errors += fmt::format("error: context {} not found\n", name);
        else if (namesAlone)
            rows.push_back({name});
        else
            rows.push_back({name == contextOf(config) ? "*" : "", name, textAt(*context, "context.cluster"),
                            textAt(*context, "context.user"), textAt(*context, "context.namespace")});
    }
    return {errors.empty() ? 0 : 1, tableOf(rows), errors, {}};
}

Answer namesIn(const std::optional<Kubeconfig> &config, const char *list)
{
    std::string out = "NAME\n";
    if (config)
        for (const Json &entry : listAt(config->read, list))
            out += textAt(entry, "name") + '\n';
    return {0, out, {}, {}};
}

Answer written(const Call &call, const Kubeconfig &config, const Json &now, const std::string &done)
{
    Workbench bench(call.project);
    if (const auto wrote = bench.writeFile(call.netns, config.path, printedYaml(now)); !wrote)
        return {1, {}, wrote.error() + '\n', {}};
    return {0, done, {}, bench.edits()};
}

Answer setContext(const Call &call, const Flags &flags, const std::optional<Kubeconfig> &config)
{
    const bool isNamed = flags.words.size() > 2;
    if (isNamed && flags.has("current"))
        return failed("you cannot specify both a context name and --current");
    if (!isNamed && !flags.has("current"))
        return failed("you must specify a non-empty context name or --current");
    const std::string name = isNamed ? flags.words[2] : contextOf(config);
    if (name.empty())
        return failed("no current context is set");
    if (!config)
        return {127, {}, "netdraft: kubectl config set-context without a kubeconfig is not simulated\n", {}};
    Json now = config->read;
    Json *entry = nullptr;
    for (Json &each : now["contexts"])
        if (textAt(each, "name") == name)
            entry = &each;
    const bool isNew = !entry;
    if (isNew)
        entry = &now["contexts"].emplace_back(Json{{"context", {{"cluster", ""}, {"user", ""}}}, {"name", name}});
    for (const char *field : {"cluster", "namespace", "user"})
        if (flags.given.contains(field))
            (*entry)["context"][field] = flags.value(field);
    return written(call, *config, now, fmt::format("Context \"{}\" {}.\n", name, isNew ? "created" : "modified"));
}

Answer useContext(const Call &call, const Flags &flags, const std::optional<Kubeconfig> &config)
{
    if (flags.words.size() != 3)
        return failed(fmt::format("Unexpected args: [{}]", flags.words.size() > 2 ? flags.words[2] : std::string()));
    const std::string &name = flags.words[2];
    if (!config || !entryNamed(config->read, "contexts", name))
        return failed(fmt::format("no context exists with the name: \"{}\"", name));
    Json now = config->read;
    now["current-context"] = name;
    return written(call, *config, now, fmt::format("Switched to context \"{}\".\n", name));
}

} // namespace

Answer configVerb(const Call &call, const Flags &flags, const std::optional<Kubeconfig> &config)
{
    if (flags.path == "config current-context")
        return contextOf(config).empty() ? failed("current-context is not set")
                                         : Answer{0, contextOf(config) + '\n', {}, {}};
    if (flags.path == "config view")
        return viewed(flags, config);
    if (flags.path == "config get-contexts")
        return getContexts(flags, config);
    if (flags.path == "config get-clusters")
        return namesIn(config, "clusters");
    if (flags.path == "config get-users")
        return namesIn(config, "users");
    if (flags.path == "config set-context")
        return setContext(call, flags, config);
    if (flags.path == "config use-context")
        return useContext(call, flags, config);
    static constexpr std::string_view others[] = {
        "delete-cluster",  "delete-context", "delete-user", "rename-context", "set",
        "set-credentials", "set-cluster",    "unset"};
    const std::string &verb = flags.words[1];
    if (std::ranges::find(others, verb) != std::end(others))
        return {127, {}, fmt::format("netdraft: kubectl config {} is not simulated\n", verb), {}};
    return failed(fmt::format("unknown command \"{}\"\nSee 'kubectl config -h' for help and examples", verb));
}

} // namespace netdraft::model::kubernetes
