#include "model/recipe/kubernetes/kubectl/kubectl.h"
#include "model/recipe/kubernetes/kubectl/subcommands.h"
#include "model/recipe/kubernetes/kubelet.h"

#include <fmt/format.h>

#include <algorithm>

namespace netdraft::model::kubernetes {

namespace {

struct Verb {
    std::string_view name; ///< the first word of the subcommand
    void (*run)(Request &);
    bool changes;
};

constexpr Verb verbs[] = {
    {"annotate", labelVerb, true},
    {"api-resources", apiResourcesVerb, false},
    {"api-versions", apiVersionsVerb, false},
    {"apply", applyVerb, true},
    {"cluster-info", clusterInfoVerb, false},
    {"cordon", cordonVerb, true},
    {"create", createVerb, true},
    {"delete", deleteVerb, true},
    {"describe", describeVerb, false},
    {"drain", cordonVerb, true},
    {"expose", exposeVerb, true},
    {"get", getVerb, false},
    {"label", labelVerb, true},
    {"logs", logsVerb, false},
    {"rollout", rolloutVerb, true},
    {"run", runVerb, true},
    {"scale", scaleVerb, true},
    {"set", setVerb, true},
    {"taint", taintVerb, true},
    {"uncordon", cordonVerb, true},
    {"version", versionVerb, false},
};

/// Flags without which a subcommand does nothing.
constexpr std::pair<std::string_view, std::string_view> required[] = {{"create deployment", "image"},
                                                                      {"create service externalname", "external-name"},
                                                                      {"run", "image"},
                                                                      {"scale", "replicas"}};

/// What is said where a subcommand's own subcommand is missing, or is none; none where all is well.
std::optional<Answer> withoutSubcommand(const Flags &flags)
{
    static constexpr std::pair<std::string_view, std::string_view> groups[] = {
        {"create service", ""},
        {"rollout", " history pause resume undo "},
        {"set", " env resources selector serviceaccount subject "}};
    const auto *group =
        std::ranges::find(groups, std::string_view(flags.path), &std::pair<std::string_view, std::string_view>::first);
    const std::size_t depth = flags.path == "create service" ? 2 : 1;
    const bool isConfig = flags.path == "config";
    if (group == std::end(groups) && !isConfig)
        return std::nullopt;
    if (flags.words.size() <= depth)
        return Answer{1, std::string(*helpOf(flags.path)), {}, {}};
    if (isConfig)
        return std::nullopt;
    const std::string &word = flags.words[depth];
    if (group->second.find(' ' + word + ' ') != std::string_view::npos)
        return Answer{127, {}, fmt::format("netdraft: kubectl {} {} is not simulated\n", flags.path, word), {}};
    return Answer{1,
                  {},
                  fmt::format("error: unknown command \"{}\"\nSee 'kubectl {} -h' for help and examples\n",
                              flags.joined(depth), flags.path),
                  {}};
}

/// The answer of what needs no server; none where the server is to be asked.
std::optional<Answer> answeredAlone(const Call &call, const Subcommand &subcommand, const Flags &flags)
{
    if (subcommand.path == "help" && call.words.size() == 1)
        return Answer{0, std::string(*helpOf({})), {}, {}};
    if (!subcommand.path.empty() && subcommand.path != "help" && !subcommand.known)
        return Answer{1, {}, unknownSubcommand(call.words), {}};
    if (!subcommand.path.empty() && !subcommand.reads)
        return Answer{127, {}, fmt::format("netdraft: kubectl {} is not simulated\n", subcommand.path), {}};
    if (!flags.unknown.empty())
        return Answer{1, {}, flags.unknown, {}};
    if (subcommand.path.empty())
        return Answer{0, std::string(*helpOf({})), {}, {}};
    if (flags.asksForHelp) {
        const auto help = helpOf(subcommand.path);
        return help ? Answer{0, std::string(*help), {}, {}}
                    : Answer{127,
                             {},
                             fmt::format("netdraft: the help of kubectl {} is not simulated\n", subcommand.path),
                             {}};
    }
    if (!flags.unsimulated.empty())
        return Answer{
            127, {}, fmt::format("netdraft: kubectl {} {} is not simulated\n", subcommand.path, flags.unsimulated), {}};
    if (auto answer = withoutSubcommand(flags))
        return answer;
    const auto *needed = std::ranges::find(required, std::string_view(flags.path),
                                           &std::pair<std::string_view, std::string_view>::first);
    if (needed != std::end(required) && !flags.given.contains(needed->second))
        return Answer{1, {}, fmt::format("error: required flag(s) \"{}\" not set\n", needed->second), {}};
    static constexpr std::string_view strategies[] = {"", "unchanged", "none", "client", "server"};
    if (const std::string dry = flags.value("dry-run"); std::ranges::find(strategies, dry) == std::end(strategies))
        return Answer{
            1,
            {},
            fmt::format("error: Invalid dry-run value ({}). Must be \"none\", \"server\", or \"client\".\n", dry),
            {}};
    return std::nullopt;
}

Answer answered(const Call &call)
{
    const Subcommand subcommand = subcommandOf(call.words);
    const Flags flags = readFlags(call.words, subcommand.path);
    if (auto answer = answeredAlone(call, subcommand, flags))
        return *std::move(answer);
    const auto config = kubeconfigOf(call, flags);
    if (!config)
        return {1, {}, config.error(), {}};
    if (subcommand.path.starts_with("config"))
        return configVerb(call, flags, *config);
    const bool isVersion = subcommand.path == "version";
    if (isVersion && (flags.has("client") || flags.words.size() > 1 || flags.has("output"))) {
        if (flags.words.size() > 1)
            return {1, {}, fmt::format("error: extra arguments: [{}]\n", flags.words[1]), {}};
        const std::string output = flags.value("output");
        if (output == "json" || output == "yaml")
            return {127, {}, "netdraft: kubectl version --output is not simulated\n", {}};
        return output.empty() ? Answer{0, std::string(clientVersion), {}, {}}
                              : Answer{1, {}, "error: --output must be 'yaml' or 'json'\n", {}};
    }
    const auto *verb =
        std::ranges::find(verbs, std::string_view(subcommand.path).substr(0, subcommand.path.find(' ')), &Verb::name);
    if (verb == std::end(verbs)) // execution() is asked for what runs in a container
        return {127, {}, fmt::format("netdraft: kubectl {} is not simulated here\n", subcommand.path), {}};
    const auto server = serverAsked(*config, flags);
    if (!server)
        return {1, {}, server.error(), {}};
    Connection connection = connect(call.project, call.netns, *server, call.starter);
    Answer answer;
    answer.edits = std::move(connection.before);
    if (!connection.cluster) {
        answer.status = 1;
        answer.out = isVersion ? clientVersion : std::string_view();
        answer.err = connection.error;
        return answer;
    }
    Cluster &cluster = *connection.cluster;
    const std::size_t untouched = cluster.changes();
    constexpr int step = 10;
    if (verb->changes)
        cluster.pass(step);
    Request request{call, flags, cluster, flags.value("namespace", defaultNamespace(*config)), *server};
    if (!verb->changes)
        catchUp(cluster, call.starter);
    verb->run(request);
    const bool refused = verb->changes && cluster.changes() == untouched;
    if (verb->changes && !refused)
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

} // namespace

Answer kubectl(const Call &call)
{
    try {
        return answered(call);
    } catch (const Json::exception &) {
        // The API server knows the type of each member, and refuses such an object; nothing of it has been stored.
        return {127,
                {},
                "netdraft: an object whose members are of other types than those of its kind is not simulated\n",
                {}};
    }
}

} // namespace netdraft::model::kubernetes
