#include "model/recipe/cni/go_json.h"
#include "model/recipe/kubernetes/kubectl/kubectl.h"
#include "model/recipe/kubernetes/kubectl/selector.h"
#include "model/utf8.h"

#include <fmt/format.h>

#include <algorithm>
#include <map>

namespace netdraft::model::kubernetes {

namespace {

/// What is to be set and what is to go.
struct Changes {
    std::map<std::string, std::string> set;
    std::vector<std::string> gone;
    std::size_t words = 0; ///< those in front of the first change
};

bool isChange(const std::string &word)
{
    return (word.find('=') != std::string::npos && word.front() != '=') ||
           (word.ends_with('-') && !word.starts_with('-'));
}

/// The error is what kubectl says of a change that is none.
std::expected<Changes, std::string> changesOf(const Flags &flags, bool annotates)
{
    const std::string_view what = annotates ? "annotation" : "label";
    Changes changes;
    const auto first = std::ranges::find_if(flags.words.begin() + 1, flags.words.end(), isChange);
    changes.words = static_cast<std::size_t>(first - flags.words.begin());
    if (changes.words == 1 && !flags.has("filename"))
        return std::unexpected(
            std::string("error: one or more resources must be specified as <resource> <name> or <resource>/<name>\n"));
    for (auto word = first; word != flags.words.end(); ++word) {
        if (!isChange(*word))
            return std::unexpected(
                fmt::format("error: all resources must be specified before {} changes: {}\n", what, *word));
        const auto equals = word->find('=');
        if (equals == std::string::npos) {
            changes.gone.push_back(word->substr(0, word->size() - 1));
            continue;
        }
        const std::string value = word->substr(equals + 1);
        if (!annotates && value.find('=') != std::string::npos)
            return std::unexpected(fmt::format("error: invalid label spec: {}\n", *word));
        if (const std::string why = annotates ? std::string() : labelValueRefusal(value); !why.empty())
            return std::unexpected(fmt::format("error: invalid label value: {}: {}\n", cni::goQuoted(*word), why));
        changes.set[validUtf8(word->substr(0, equals))] = validUtf8(value);
    }
    for (const std::string &key : changes.gone)
        if (changes.set.contains(key))
            return std::unexpected(
                fmt::format("error: can not both modify and remove a {} in the same command\n", what));
    if (changes.set.empty() && changes.gone.empty() && !flags.has("list"))
        return std::unexpected(fmt::format("error: at least one {} update is required\n", what));
    return changes;
}

/// What stands in the way; empty: nothing.
std::string clashOf(const Json *now, const Changes &changes, const Kind &kind, const Json &object, bool annotates,
                    bool overwrites)
{
    for (const auto &[key, value] : changes.set) {
        if (const std::string why = labelKeyRefusal(key); !why.empty())
            return fmt::format("The {} \"{}\" is invalid: metadata.{}: Invalid value: {}: {}\n", kind.name,
                               nameOf(object), annotates ? "annotations" : "labels", cni::goQuoted(key), why);
        if (overwrites || !now || !now->contains(key) || (!annotates && (*now)[key] == value))
            continue;
        const std::string clash = fmt::format("'{}' already has a value ({})", key, textOf((*now)[key]));
        return annotates
                   ? fmt::format("error: --overwrite is false but found the following declared annotation(s): {}\n",
                                 clash)
                   : fmt::format("error: {}, and --overwrite is false\n", clash);
    }
    return {};
}

} // namespace

void labelVerb(Request &request)
{
    const Flags &flags = request.flags;
    const bool annotates = flags.path == "annotate";
    const char *place = annotates ? "annotations" : "labels";
    const auto changes = changesOf(flags, annotates);
    if (!changes)
        return request.fail(changes.error());
    Flags own = flags;
    own.words.resize(changes->words);
    Request inner{request.call, own, request.cluster, request.netns};
    eachChosen(inner, 1, [&](const Kind &kind, Json object) {
        const Json before = object;
        const Json *now = member(before, fmt::format("metadata.{}", place));
        if (flags.has("list") && now)
            for (const auto &[key, value] : now->items())
                inner.out += fmt::format("{}={}\n", key, textOf(value));
        if (changes->set.empty() && changes->gone.empty())
            return;
        if (const std::string why = clashOf(now, *changes, kind, object, annotates, flags.has("overwrite"));
            !why.empty())
            return inner.fail(why);
        for (const auto &[key, value] : changes->set)
            object["metadata"][place][key] = value;
        for (const std::string &key : changes->gone) {
            if (!annotates && (!now || !now->contains(key)))
                inner.out += fmt::format("label \"{}\" not found.\n", key);
            if (now && now->contains(key))
                object["metadata"][place].erase(key);
        }
        std::string_view done = changes->set.empty() ? "unlabeled" : "labeled";
        if (annotates)
            done = "annotated";
        else if (object == before)
            done = "not labeled";
        const bool isPrinted = printDone(inner, kind, object, done);
        if ((isPrinted || (!annotates && inner.status == 1)) && object != before && dryRunMark(flags).empty())
            inner.cluster.put(std::move(object));
    });
    request.add(inner);
}

} // namespace netdraft::model::kubernetes
