#include "model/names/node_files.h"
#include "model/recipe/kubernetes/kubectl/kubectl.h"
#include "model/recipe/kubernetes/kubectl/selector.h"

#include <fmt/format.h>

#include <algorithm>

namespace netdraft::model::kubernetes {

namespace {

/// A taint that is to be set or to go.
struct TaintChange {
    std::string key;
    std::string value;
    std::string effect;
    bool hasValue = false;
    bool removes = false;

    bool fits(const Json &taint) const
    {
        return textAt(taint, "key") == key && (effect.empty() || textAt(taint, "effect") == effect);
    }
};

/// `a=b:NoSchedule`, `a:NoExecute-`, `a-`; the error is what kubectl says.
std::expected<TaintChange, std::string> taintChangeOf(const std::string &word)
{
    TaintChange change;
    change.removes = word.ends_with('-');
    const std::string text = change.removes ? word.substr(0, word.size() - 1) : word;
    const auto invalid = [&](const std::string &why) {
        return std::unexpected(fmt::format("error: invalid taint spec: {}{}{}\n", text, why.empty() ? "" : ", ", why));
    };
    const auto parts = names::splitAt(text, ':');
    if (parts.size() > 2)
        return invalid({});
    change.key = parts[0];
    if (parts.size() == 2) {
        change.effect = parts[1];
        static constexpr std::string_view effects[] = {"NoSchedule", "PreferNoSchedule", "NoExecute"};
        if (std::ranges::find(effects, std::string_view(change.effect)) == std::end(effects))
            return std::unexpected(
                fmt::format("error: invalid taint effect: {}, unsupported taint effect\n", change.effect));
        const auto pair = names::splitAt(parts[0], '=');
        if (pair.size() > 2)
            return invalid({});
        change.key = pair[0];
        change.hasValue = pair.size() == 2;
        change.value = change.hasValue ? pair[1] : std::string();
        if (const std::string why = labelValueRefusal(change.value); !why.empty())
            return invalid(why);
    }
    if (const std::string why = labelKeyRefusal(change.key); !why.empty())
        return invalid(why);
    return change;
}

std::expected<std::vector<TaintChange>, std::string> taintChangesOf(std::span<const std::string> words)
{
    std::vector<TaintChange> changes;
    for (const std::string &word : words) {
        const auto change = taintChangeOf(word);
        if (!change)
            return std::unexpected(change.error() + "See 'kubectl taint -h' for help and examples\n");
        const bool isTwice = std::ranges::any_of(changes, [&](const TaintChange &other) {
            return !change->removes && !other.removes && other.key == change->key && other.effect == change->effect;
        });
        if (isTwice)
            return std::unexpected(
                fmt::format("error: duplicated taints with the same key and effect: {{{} {} {} <nil>}}\nSee "
                            "'kubectl taint -h' for help and examples\n",
                            change->key, change->value, change->effect));
        changes.push_back(*change);
    }
    return changes;
}

/// The taints of a node with the changes made; the error is what kubectl says.
std::expected<Json, std::string> taintsWith(const Json &taints, const std::vector<TaintChange> &changes,
                                            const Json &node, bool overwrites)
{
    Json result = taints;
    for (const TaintChange &change : changes) {
        Json kept = Json::array();
        for (const Json &taint : result)
            if (!change.fits(taint))
                kept.push_back(taint);
        const bool was = kept.size() != result.size();
        if (change.removes && !was)
            return std::unexpected(fmt::format("error: taint \"{}{}{}\" not found\n", change.key,
                                               change.effect.empty() ? "" : ":", change.effect));
        if (!change.removes && was && !overwrites)
            return std::unexpected(
                fmt::format("error: node {} already has {} taint(s) with same effect(s) and --overwrite is false\n",
                            nameOf(node), change.key));
        if (!change.removes) {
            Json taint{{"effect", change.effect}, {"key", change.key}};
            if (change.hasValue)
                taint["value"] = change.value;
            kept.push_back(std::move(taint));
        }
        result = std::move(kept);
    }
    return result;
}

} // namespace

void taintVerb(Request &request)
{
    const Flags &flags = request.flags;
    const auto isTaint = [](const std::string &word) {
        return word.find_first_of("=:") != std::string::npos || word.ends_with('-');
    };
    const auto first = std::ranges::find_if(flags.words.begin() + 1, flags.words.end(), isTaint);
    const auto behind = std::ranges::find_if_not(first, flags.words.end(), isTaint);
    if (behind != flags.words.end())
        return request.fail(fmt::format("error: all resources must be specified before taint changes: {}\n", *behind));
    Flags own = flags;
    own.words.assign(flags.words.begin(), first);
    if (own.words.size() < 2)
        return request.fail("error: one or more resources must be specified as <resource> <name>\n");
    const Kind *kind = kindTyped(own.words[1].substr(0, own.words[1].find('/')));
    if (!kind)
        return request.fail(withoutMark(unknownKind(own.words[1])));
    if (kind->name != "Node")
        return request.fail(
            fmt::format("error: invalid resource type {}, only node types are supported\n", own.words[1]));
    if (first == flags.words.end())
        return request.fail("error: at least one taint update is required\n");
    const auto changes = taintChangesOf(std::span(first, flags.words.end()));
    if (!changes)
        return request.fail(changes.error());
    Request inner{request.call, own, request.cluster, request.netns};
    std::string errors;
    eachChosen(inner, 1, [&](const Kind &nodes, Json node) {
        const auto taints = taintsWith(listAt(node, "spec.taints"), *changes, node, flags.has("overwrite"));
        if (!taints) {
            errors += taints.error();
            return;
        }
        if (taints->empty())
            node["spec"].erase("taints");
        else
            node["spec"]["taints"] = *taints;
        const bool sets = std::ranges::any_of(*changes, [](const TaintChange &one) { return !one.removes; });
        const bool removes = std::ranges::any_of(*changes, [](const TaintChange &one) { return one.removes; });
        const std::string_view done = (sets && removes) || flags.has("overwrite") ? "modified"
                                      : sets                                      ? "tainted"
                                                                                  : "untainted";
        if (printDone(inner, nodes, node, done) && dryRunMark(flags).empty())
            inner.cluster.put(std::move(node));
    });
    if (!errors.empty())
        inner.fail(errors);
    request.add(inner);
}

} // namespace netdraft::model::kubernetes
