#include "model/names/node_files.h"
#include "model/recipe/kubernetes/kubectl/kubectl.h"
#include "model/recipe/kubernetes/kubectl/selector.h"

#include <fmt/format.h>

#include <algorithm>

namespace netdraft::model::kubernetes {

namespace {

using Words = std::span<const std::string>;

constexpr std::string_view needless =
    "error: there is no need to specify a resource type as a separate argument when passing arguments in resource/name "
    "form "
    "(e.g. 'kubectl get resource/<resource_name>' instead of 'kubectl get resource resource/<resource_name>'\n";

/// A kind, and the name of an object of it; an empty one for all.
struct Target {
    const Kind *kind = nullptr;
    std::string name;
};
using Targets = std::expected<std::vector<Target>, std::string>;

/// `pod/web svc/web`
Targets withSlashes(Words words)
{
    std::vector<Target> targets;
    for (const std::string &word : words) {
        const auto slash = word.find('/');
        if (slash == std::string::npos)
            return std::unexpected(std::string(needless));
        if (word.find('/', slash + 1) != std::string::npos)
            return std::unexpected(
                std::string("error: arguments in resource/name form may not have more than one slash\n"));
        if (slash == 0 || slash + 1 == word.size())
            return std::unexpected(
                std::string("error: arguments in resource/name form must have a single resource and name\n"));
        const Kind *kind = kindTyped(word.substr(0, slash));
        if (!kind)
            return std::unexpected(unknownKind(word.substr(0, slash)));
        targets.push_back({kind, word.substr(slash + 1)});
    }
    return targets;
}

/// `pod,svc web api`
Targets withKinds(Words words)
{
    std::vector<Target> targets;
    for (const std::string &word : names::splitAt(words.front(), ',')) {
        if (word == "all") {
            if (words.size() > 1)
                return std::unexpected(std::string("error: you must specify only one resource\n"));
            for (const char *each : {"pods", "services", "daemonsets", "deployments", "replicasets"})
                targets.push_back({kindTyped(each), {}});
            continue;
        }
        const Kind *kind = kindTyped(word);
        if (!kind)
            return std::unexpected(unknownKind(word));
        if (words.size() == 1)
            targets.push_back({kind, {}});
        for (const std::string &name : words.subspan(1))
            targets.push_back({kind, name});
    }
    return targets;
}

Targets targetsOf(Words words)
{
    if (words.empty())
        return std::vector<Target>{};
    const auto hasSlash = [](const std::string &word) { return word.find('/') != std::string::npos; };
    if (std::ranges::any_of(words, hasSlash))
        return hasSlash(words.front()) ? withSlashes(words) : Targets(std::unexpected(std::string(needless)));
    return withKinds(words);
}

} // namespace

std::string unknownKind(std::string_view word)
{
    return fmt::format("error: the server doesn't have a resource type \"{}\"\n", word.substr(0, word.find('.')));
}

std::string resourceOf(const Kind &kind)
{
    return fmt::format("{}{}, Resource={}", kind.group().empty() ? "/" : "", kind.apiVersion, kind.plural);
}

std::string objectSelector(const Flags &flags)
{
    return flags.path == "expose" ? std::string() : flags.value("selector");
}

std::expected<std::vector<Chosen>, std::string> choose(const Request &request, std::size_t first, Wanted wanted)
{
    const Flags &flags = request.flags;
    const Words words = std::span(flags.words).subspan(std::min(first, flags.words.size()));
    std::vector<Chosen> chosen;
    const auto add = [&](const Kind &kind, const std::string &netns, const std::string &name) {
        const Json *object = request.cluster.find(kind.plural, netns, name);
        chosen.push_back({&kind, netns, name, object, object ? std::string() : notFoundIn(request, kind, netns, name)});
    };
    if (flags.has("filename")) {
        if (!words.empty())
            return std::unexpected(
                std::string("error: when paths, URLs, or stdin is provided as input, you may not specify "
                            "resource arguments as well\n"));
        const NamedObjects named = namedObjects(request, Validates::No);
        for (const FromFile &one : named.objects)
            if (one.error.empty())
                add(*kindNamed(textAt(one.object, "kind")), namespaceOf(one.object), nameOf(one.object));
            else
                chosen.push_back({nullptr, {}, {}, nullptr, one.error});
        if (!named.error.empty())
            return std::unexpected(named.error);
        return chosen;
    }
    const auto targets = targetsOf(words);
    if (!targets)
        return std::unexpected(targets.error());
    const bool everywhere = flags.has("all-namespaces");
    const std::string selector = objectSelector(flags);
    const std::string fields = flags.value("field-selector");
    const auto requirements = parseSelector(selector);
    for (const Target &target : *targets) {
        if (!target.name.empty()) {
            if (!selector.empty() || !fields.empty() || flags.has("all"))
                return std::unexpected(std::string("error: name cannot be provided when a selector is specified\n"));
            if (everywhere)
                return std::unexpected(
                    std::string("error: a resource cannot be retrieved by name across all namespaces\n"));
            add(*target.kind, namespaceFor(request, *target.kind), target.name);
            continue;
        }
        if (wanted == Wanted::Names && selector.empty() && fields.empty() && !flags.has("all"))
            return std::unexpected(std::string("error: resource(s) were provided, but no name was specified\n"));
        const std::string refused =
            requirements ? fieldSelectorRefusal(target.kind->plural, fields) : requirements.error();
        if (!refused.empty())
            return std::unexpected(fmt::format("Error from server (BadRequest): Unable to find \"{}\" that match label "
                                               "selector \"{}\", field selector \"{}\": {}\n",
                                               resourceOf(*target.kind), selector, fields, refused));
        for (const Json *object : everywhere || !target.kind->namespaced
                                      ? request.cluster.all(target.kind->plural)
                                      : request.cluster.all(target.kind->plural, request.netns))
            if (fitsLabels(*object, *requirements) && fitsFields(*object, fields))
                chosen.push_back({target.kind, namespaceOf(*object), nameOf(*object), object, {}});
    }
    return chosen;
}

std::string_view withoutMark(std::string_view error)
{
    constexpr std::string_view mark = "error: ";
    error.remove_prefix(error.starts_with(mark) ? mark.size() : 0);
    return error;
}

void failWith(Request &request, const std::vector<std::string> &errors)
{
    if (errors.size() == 1)
        return request.fail(errors.front());
    for (const std::string &error : errors)
        request.fail(withoutMark(error));
}

std::string notFound(const Kind &kind, const std::string &name)
{
    return fmt::format("Error from server (NotFound): {} \"{}\" not found\n", kind.resource(), name);
}

std::string notFoundIn(const Request &request, const Kind &kind, const std::string &netns, const std::string &name)
{
    const bool isThere = netns.empty() || request.cluster.find("namespaces", {}, netns);
    return isThere ? notFound(kind, name) : notFound(*kindNamed("Namespace"), netns);
}

std::string namespaceFor(const Request &request, const Kind &kind)
{
    return kind.namespaced ? request.netns : std::string();
}

std::string agePrinted(int seconds)
{
    constexpr int minute = 60;
    constexpr int hour = 60 * minute;
    constexpr int day = 24 * hour;
    if (seconds < 2 * minute)
        return fmt::format("{}s", seconds);
    if (seconds < 10 * minute)
        return seconds % minute == 0 ? fmt::format("{}m", seconds / minute)
                                     : fmt::format("{}m{}s", seconds / minute, seconds % minute);
    if (seconds < 3 * hour)
        return fmt::format("{}m", seconds / minute);
    if (seconds < 8 * hour)
        return seconds % hour < minute ? fmt::format("{}h", seconds / hour)
                                       : fmt::format("{}h{}m", seconds / hour, seconds % hour / minute);
    if (seconds < 2 * day)
        return fmt::format("{}h", seconds / hour);
    return fmt::format("{}d", seconds / day);
}

std::string ageOf(const Cluster &cluster, const Json &object)
{
    return agePrinted(cluster.ageOf(textAt(object, "metadata.creationTimestamp")));
}

std::string tableOf(const std::vector<std::vector<std::string>> &rows, std::size_t narrowest)
{
    if (rows.empty())
        return {};
    std::vector<std::size_t> widths(rows.front().size(), narrowest);
    for (const auto &row : rows)
        for (std::size_t i = 0; i < row.size(); ++i)
            widths[i] = std::max(widths[i], row[i].size() + 3);
    std::string text;
    for (const auto &row : rows) {
        for (std::size_t i = 0; i + 1 < row.size(); ++i)
            text += row[i] + std::string(widths[i] - row[i].size(), ' ');
        text += row.back() + '\n';
    }
    return text;
}

} // namespace netdraft::model::kubernetes
