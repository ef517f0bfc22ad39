#include "model/names/node_files.h"
#include "model/recipe/kubernetes/kubectl/kubectl.h"

#include <fmt/format.h>

#include <algorithm>

namespace netdraft::model::kubernetes {

namespace {

struct Verb {
    std::string_view name;
    void (*run)(Request &);
    bool changes;
};

constexpr Verb verbs[] = {
    {"annotate", labelVerb, true},  {"api-resources", apiResourcesVerb, false},
    {"apply", applyVerb, true},     {"cluster-info", clusterInfoVerb, false},
    {"cordon", cordonVerb, true},   {"create", createVerb, true},
    {"delete", deleteVerb, true},   {"describe", describeVerb, false},
    {"drain", cordonVerb, true},    {"expose", exposeVerb, true},
    {"get", getVerb, false},        {"label", labelVerb, true},
    {"logs", logsVerb, false},      {"rollout", rolloutVerb, true},
    {"run", runVerb, true},         {"scale", scaleVerb, true},
    {"set", setVerb, true},         {"taint", taintVerb, true},
    {"uncordon", cordonVerb, true},
};

/// The text of the kubeconfig that kubectl goes by, and where it is.
struct Kubeconfig {
    std::string path;
    std::string text;
};

std::optional<Kubeconfig> kubeconfigOf(const Call &call, const Flags &flags)
{
    std::string path = flags.value("kubeconfig");
    if (path.empty())
        if (const auto found = call.environment.find("KUBECONFIG"); found != call.environment.end())
            path = found->second;
    if (path.empty())
        path = "/root/.kube/config";
    const Netns *own = call.project.network.find(std::string_view(call.netns));
    const auto text = own ? names::fileOf(call.project.network, *own, path) : std::nullopt;
    return text ? std::optional(Kubeconfig{path, *text}) : std::nullopt;
}

/// The Kubernetes namespace that the kubeconfig's context has.
std::string defaultNamespace(const std::optional<Kubeconfig> &config)
{
    std::string netns = "default";
    if (config)
        names::eachLine(config->text, [&](std::string_view line, int) {
            const auto words = names::wordsOfLine(line);
            if (words.size() == 2 && words[0] == "namespace:")
                netns = words[1];
        });
    return netns;
}

Answer configVerb(const Call &call, const Flags &flags, const std::optional<Kubeconfig> &config)
{
    const std::string verb = flags.words.size() > 1 ? flags.words[1] : std::string();
    std::string context;
    if (config)
        names::eachLine(config->text, [&](std::string_view line, int) {
            const auto words = names::wordsOfLine(line);
            if (words.size() == 2 && words[0] == "current-context:")
                context = words[1];
        });
    if (verb == "current-context")
        return context.empty() ? Answer{1, {}, "error: current-context is not set\n", {}}
                               : Answer{0, context + '\n', {}, {}};
    if (verb == "view")
        return {0,
                config ? config->text
                       : "apiVersion: v1\nclusters: null\ncontexts: null\ncurrent-context: \"\"\nkind: "
                         "Config\npreferences: {}\nusers: null\n",
                {},
                {}};
    if (verb == "get-contexts")
        return {
            0,
            tableOf(context.empty()
                        ? std::vector<std::vector<std::string>>{{"CURRENT", "NAME", "CLUSTER", "AUTHINFO", "NAMESPACE"}}
                        : std::vector<std::vector<std::string>>{{"CURRENT", "NAME", "CLUSTER", "AUTHINFO", "NAMESPACE"},
                                                                {"*", context, "kubernetes",
                                                                 context.substr(0, context.find('@')),
                                                                 defaultNamespace(config) == "default"
                                                                     ? ""
                                                                     : defaultNamespace(config)}}),
            {},
            {}};
    if (verb == "set-context" && flags.has("namespace") && config) {
        Workbench bench(call.project);
        std::string text;
        names::eachLine(config->text, [&](std::string_view line, int) {
            const auto words = names::wordsOfLine(line);
            if (words.size() == 2 && words[0] == "namespace:")
                return;
            text += std::string(line) + '\n';
            if (words.size() == 2 && words[0] == "cluster:" && line.starts_with("    "))
                text += fmt::format("    namespace: {}\n", flags.value("namespace"));
        });
        if (const auto done = bench.writeFile(call.netns, config->path, text); !done)
            return {1, {}, done.error() + '\n', {}};
        return {0, fmt::format("Context \"{}\" modified.\n", context), {}, bench.edits()};
    }
    return {127,
            {},
            fmt::format("netdraft: kubectl config {} is not simulated; expected view, current-context, get-contexts or "
                        "set-context --current --namespace=NAME\n",
                        verb),
            {}};
}

Answer unknownVerb(const std::string &verb)
{
    static constexpr std::string_view others[] = {"attach",  "auth",      "autoscale", "certificate", "completion",
                                                  "cp",      "debug",     "diff",      "edit",        "events",
                                                  "explain", "kustomize", "patch",     "plugin",      "port-forward",
                                                  "proxy",   "replace",   "top",       "wait"};
    if (std::ranges::find(others, verb) != std::end(others))
        return {127, {}, fmt::format("netdraft: kubectl {} is not simulated\n", verb), {}};
    return {1, {}, fmt::format("error: unknown command \"{}\" for \"kubectl\"\n", verb), {}};
}

} // namespace

Answer kubectl(const Call &call)
{
    Flags flags = readFlags(call.words);
    if (!flags.unknown.empty())
        return {1, {}, flags.unknown, {}};
    const auto config = kubeconfigOf(call, flags);
    const std::string verb = flags.words.empty() ? std::string() : flags.words.front();
    if (verb == "config")
        return configVerb(call, flags, config);
    if (verb.empty())
        return {0,
                "kubectl controls the Kubernetes cluster manager.\n\n Find more information at: "
                "https://kubernetes.io/docs/reference/kubectl/\n",
                {},
                {}};
    const bool isVersion = verb == "version";
    const auto *known = std::ranges::find(verbs, std::string_view(verb), &Verb::name);
    if (!isVersion && known == std::end(verbs))
        return unknownVerb(verb);
    const std::string client = "Client Version: v1.32.0\nKustomize Version: v5.5.0\n";
    if (isVersion && flags.has("client"))
        return {0, client, {}, {}};
    const std::string server = config ? serverOf(config->text) : "localhost:8080";
    Connection connection = connect(call.project, call.netns, server, call.starter);
    Answer answer;
    answer.edits = std::move(connection.before);
    if (!connection.cluster) {
        answer.status = 1;
        answer.out = isVersion ? client : std::string();
        answer.err = connection.error;
        return answer;
    }
    Cluster &cluster = *connection.cluster;
    const std::size_t untouched = cluster.changes();
    flags.given["server"].push_back(server);
    if (isVersion)
        return {0, client + "Server Version: v1.32.0\n", {}, std::move(answer.edits)};
    constexpr int step = 10;
    if (known->changes)
        cluster.pass(step);
    Request request{call, flags, cluster, flags.value("namespace", defaultNamespace(config))};
    if (!known->changes)
        catchUp(cluster, call.starter);
    known->run(request);
    const bool refused = known->changes && cluster.changes() == untouched;
    if (known->changes && !refused)
        catchUp(cluster, call.starter);
    if (request.err.empty() || request.status == 0)
        for (const std::string &note : cluster.notes())
            request.err += "netdraft: " + note + '\n';
    answer.status = request.status;
    answer.out = std::move(request.out);
    answer.err = std::move(request.err);
    if (cluster.changes() != untouched)
        answer.edits.add(cluster.finished());
    return answer;
}

Execution execution(const Call &call)
{
    Execution result;
    const Flags flags = readFlags(call.words);
    const auto refuse = [&](std::string text) {
        result.refusal = {1, {}, std::move(text), {}};
        return result;
    };
    if (!flags.unknown.empty())
        return refuse(flags.unknown);
    const auto config = kubeconfigOf(call, flags);
    if (flags.words.size() < 2)
        return refuse("error: pod, type/name or --filename must be specified\n");
    std::string name = flags.words[1];
    std::vector<std::string> words = flags.command;
    if (!flags.hasCommand)
        words.assign(flags.words.begin() + 2, flags.words.end());
    if (words.empty())
        return refuse("error: you must specify at least one command for the container\n");
    Connection connection =
        connect(call.project, call.netns, config ? serverOf(config->text) : "localhost:8080", call.starter);
    if (!connection.cluster)
        return refuse(connection.error);
    Cluster &cluster = *connection.cluster;
    const std::string netns = flags.value("namespace", defaultNamespace(config));
    std::string kind = "pod";
    if (const auto slash = name.find('/'); slash != std::string::npos) {
        kind = name.substr(0, slash);
        name.erase(0, slash + 1);
    }
    const Json *pod = cluster.find("pods", netns, name);
    if (kind.starts_with("deploy"))
        for (const Json *one : cluster.all("pods", netns))
            if (nameOf(*one).starts_with(name + '-') && !pod)
                pod = one;
    if (!pod)
        return refuse(notFound(*kindTyped("pods"), name));
    const auto sandbox = sandboxOf(cluster, *pod);
    if (!sandbox || textAt(*pod, "status.phase") != "Running")
        return refuse(fmt::format(
            "error: Internal error occurred: error executing command in container: container not found (\"{}\")\n",
            textAt(*pod, "spec.containers.0.name")));
    result.netns = sandbox->netns;
    result.words = std::move(words);
    return result;
}

} // namespace netdraft::model::kubernetes
