#include "model/recipe/kubernetes/kubectl/kubectl.h"

#include <fmt/format.h>

#include <algorithm>

namespace netdraft::model::kubernetes {

namespace {

std::vector<std::string> split(std::string_view text, char by)
{
    std::vector<std::string> parts;
    while (true) {
        const auto end = std::min(text.find(by), text.size());
        parts.emplace_back(text.substr(0, end));
        if (end == text.size())
            return parts;
        text.remove_prefix(end + 1);
    }
}

std::string unknownKind(const std::string &word)
{
    return fmt::format("error: the server doesn't have a resource type \"{}\"\n", word);
}

} // namespace

std::expected<std::vector<Target>, std::string> targetsOf(const Flags &flags, std::size_t first)
{
    std::vector<Target> targets;
    if (flags.words.size() <= first)
        return targets;
    if (flags.words[first].find('/') != std::string::npos) {
        for (std::size_t i = first; i < flags.words.size(); ++i) {
            const auto slash = flags.words[i].find('/');
            if (slash == std::string::npos)
                return std::unexpected(std::string(
                    "error: there is no need to specify a resource type as a separate argument when passing arguments "
                    "in resource/name form (e.g. 'kubectl get resource/<resource_name>' instead of 'kubectl get "
                    "resource resource/<resource_name>'\n"));
            const Kind *kind = kindTyped(flags.words[i].substr(0, slash));
            if (!kind)
                return std::unexpected(unknownKind(flags.words[i].substr(0, slash)));
            targets.push_back({kind, flags.words[i].substr(slash + 1)});
        }
        return targets;
    }
    for (const std::string &word : split(flags.words[first], ',')) {
        const Kind *kind = kindTyped(word);
        if (word == "all") {
            for (const char *each : {"pods", "services", "daemonsets", "deployments", "replicasets"})
                targets.push_back({kindTyped(each), {}});
            continue;
        }
        if (!kind)
            return std::unexpected(unknownKind(word));
        if (flags.words.size() == first + 1)
            targets.push_back({kind, {}});
        for (std::size_t i = first + 1; i < flags.words.size(); ++i)
            targets.push_back({kind, flags.words[i]});
    }
    return targets;
}

std::string notFound(const Kind &kind, const std::string &name)
{
    return fmt::format("Error from server (NotFound): {}{}{} \"{}\" not found\n", kind.plural,
                       kind.group().empty() ? "" : ".", kind.group(), name);
}

std::string namespaceFor(const Request &request, const Kind &kind)
{
    return kind.namespaced ? request.netns : std::string();
}

bool fitsLabels(const Json &object, std::string_view selector)
{
    const Json *labels = member(object, "metadata.labels");
    const auto valueOf = [&](const std::string &key) -> std::optional<std::string> {
        if (!labels || !labels->is_object() || !labels->contains(key) || !(*labels)[key].is_string())
            return std::nullopt;
        return (*labels)[key].get<std::string>();
    };
    for (const std::string &part : split(selector, ',')) {
        if (part.empty())
            continue;
        const auto differs = part.find("!=");
        const auto equals = part.find('=');
        if (differs != std::string::npos) {
            if (valueOf(part.substr(0, differs)) == part.substr(differs + 2))
                return false;
        } else if (equals != std::string::npos) {
            const std::string wanted = part.substr(part.find_first_not_of('=', equals) == std::string::npos
                                                       ? part.size()
                                                       : part.find_first_not_of('=', equals));
            if (valueOf(part.substr(0, equals)) != wanted)
                return false;
        } else if (part.starts_with('!') ? valueOf(part.substr(1)).has_value() : !valueOf(part)) {
            return false;
        }
    }
    return true;
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

std::string tableOf(const std::vector<std::vector<std::string>> &rows)
{
    if (rows.empty())
        return {};
    std::vector<std::size_t> widths(rows.front().size(), 0);
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
