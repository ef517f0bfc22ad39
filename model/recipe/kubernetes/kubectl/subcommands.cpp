#include "model/recipe/kubernetes/kubectl/subcommands.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>

namespace netdraft::model::kubernetes {

namespace {

// The flags of kubectl 1.32 in words: `n/namespace:s`; b takes nothing, s a text, l and c texts, i a number, d a
// duration, p perhaps a text. A ! behind it: it is not simulated; of all others something comes of them here, or
// nothing would be otherwise.
constexpr std::string_view everywhere =
    "as:s as-group:l as-uid:s cache-dir:s certificate-authority:s client-certificate:s client-key:s cluster:s "
    "context:s "
    "disable-compression:b help:b h/help:b insecure-skip-tls-verify:b kubeconfig:s log-flush-frequency:d "
    "match-server-version:b n/namespace:s password:s profile:s profile-output:s request-timeout:s s/server:s "
    "tls-server-name:s token:s user:s username:s v/v:i vmodule:s warnings-as-errors:b";
constexpr std::string_view printing = "allow-missing-template-keys:b o/output:s show-managed-fields:b template:s";
constexpr std::string_view fromFiles = "f/filename:c k/kustomize:s! R/recursive:b!";
constexpr std::string_view creating = "dry-run:p field-manager:s save-config:b! validate:p";
constexpr std::string_view choosing = "all:b dry-run:p field-manager:s l/selector:s";

struct SubcommandFlags {
    std::string_view path;
    std::array<std::string_view, 4> flags;
};

// clang-format off
constexpr SubcommandFlags knownFlags[] = {
    {"annotate", {printing, fromFiles, choosing, "A/all-namespaces:b field-selector:s list:b local:b! overwrite:b resource-version:s!"}},
    {"api-resources", {"api-group:s cached:b categories:c! namespaced:b no-headers:b o/output:s sort-by:s! verbs:c!"}},
    {"api-versions", {}},
    {"apply", {printing, fromFiles, choosing, "cascade:p force:b! force-conflicts:b! grace-period:i openapi-patch:b overwrite:b prune:b! prune-allowlist:l! server-side:b! subresource:s! timeout:d validate:p wait:b record:b!"}},
    {"cluster-info", {}},
    {"config", {}},
    {"config current-context", {}},
    {"config get-clusters", {}},
    {"config get-contexts", {"no-headers:b o/output:s"}},
    {"config get-users", {}},
    {"config set-context", {"cluster:s current:b namespace:s user:s"}},
    {"config use-context", {}},
    {"config view", {printing, "flatten:b merge:b minify:b raw:b"}},
    {"cordon", {"dry-run:p l/selector:s"}},
    {"create", {printing, fromFiles, creating, "edit:b! raw:s! l/selector:s windows-line-endings:b record:b!"}},
    {"create configmap", {printing, creating, "append-hash:b! from-env-file:l! from-file:l from-literal:l"}},
    {"create deployment", {printing, creating, "image:c port:i r/replicas:i"}},
    {"create namespace", {printing, creating}},
    {"create service", {}},
    {"create service clusterip", {printing, creating, "clusterip:s tcp:c"}},
    {"create service externalname", {printing, creating, "external-name:s tcp:c"}},
    {"create service loadbalancer", {printing, creating, "tcp:c"}},
    {"create service nodeport", {printing, creating, "node-port:i tcp:c"}},
    {"create serviceaccount", {printing, creating}},
    {"delete", {fromFiles, choosing, "A/all-namespaces:b cascade:p field-selector:s force:b grace-period:i ignore-not-found:b i/interactive:b! now:b o/output:s raw:s! timeout:d wait:b"}},
    {"describe", {fromFiles, "A/all-namespaces:b chunk-size:i l/selector:s show-events:b"}},
    {"drain", {"chunk-size:i delete-emptydir-data:b disable-eviction:b! dry-run:p force:b grace-period:i ignore-daemonsets:b pod-selector:s l/selector:s skip-wait-for-delete-timeout:i! timeout:d"}},
    {"exec", {"c/container:s f/filename:c! pod-running-timeout:d q/quiet:b i/stdin:b t/tty:b"}},
    {"expose", {printing, fromFiles, creating, "cluster-ip:s external-ip:s l/labels:s load-balancer-ip:s! name:s override-type:s! overrides:s! port:s protocol:s selector:s session-affinity:s target-port:s type:s"}},
    {"get", {printing, fromFiles, "A/all-namespaces:b chunk-size:i field-selector:s ignore-not-found:b L/label-columns:c no-headers:b output-watch-events:b! raw:s! l/selector:s server-print:b! show-kind:b show-labels:b sort-by:s subresource:s! w/watch:b watch-only:b!"}},
    {"label", {printing, fromFiles, choosing, "A/all-namespaces:b field-selector:s list:b local:b! overwrite:b resource-version:s!"}},
    {"logs", {"all-containers:b! all-pods:b! c/container:s f/follow:b ignore-errors:b! insecure-skip-tls-verify-backend:b! limit-bytes:i! max-log-requests:i! pod-running-timeout:d prefix:b! p/previous:b! l/selector:s since:d! since-time:s! tail:i timestamps:b!"}},
    {"rollout", {}},
    {"rollout restart", {printing, fromFiles, "field-manager:s l/selector:s"}},
    {"rollout status", {fromFiles, "revision:i! l/selector:s timeout:d w/watch:b"}},
    {"run", {printing, fromFiles, creating, "annotations:l! attach:b cascade:p command:b env:l expose:b force:b grace-period:i image:s image-pull-policy:s! l/labels:s leave-stdin-open:b! override-type:s! overrides:s! pod-running-timeout:d port:s privileged:b! q/quiet:b restart:s rm:b i/stdin:b timeout:d t/tty:b wait:b"}},
    {"scale", {printing, fromFiles, choosing, "current-replicas:i replicas:i resource-version:s! timeout:d"}},
    {"set", {}},
    {"set image", {printing, fromFiles, choosing, "local:b!"}},
    {"taint", {printing, choosing, "overwrite:b validate:p"}},
    {"uncordon", {"dry-run:p l/selector:s"}},
    {"version", {"client:b o/output:s"}},
};
// clang-format on

/// In the order in which kubectl's help has them.
constexpr std::string_view verbNames[] = {
    "create",  "expose",    "run",       "set",         "explain",      "get",   "edit",          "delete",
    "rollout", "scale",     "autoscale", "certificate", "cluster-info", "top",   "cordon",        "uncordon",
    "drain",   "taint",     "describe",  "logs",        "attach",       "exec",  "port-forward",  "proxy",
    "cp",      "auth",      "debug",     "events",      "diff",         "apply", "patch",         "replace",
    "wait",    "kustomize", "label",     "annotate",    "completion",   "alpha", "api-resources", "api-versions",
    "config",  "plugin",    "version",   "options"};

/// Other names of subcommands.
constexpr std::pair<std::string_view, std::string_view> aliases[] = {
    {"create cm", "create configmap"}, {"create deploy", "create deployment"},
    {"create ns", "create namespace"}, {"create sa", "create serviceaccount"},
    {"create svc", "create service"},  {"config use", "config use-context"}};

const SubcommandFlags *rowOfPath(std::string_view path)
{
    const auto *found = std::ranges::find(knownFlags, path, &SubcommandFlags::path);
    return found == std::end(knownFlags) ? nullptr : found;
}

FlagValue valueOf(char letter)
{
    switch (letter) {
    case 's': return FlagValue::Text;
    case 'l':
    case 'c': return FlagValue::Texts;
    case 'i': return FlagValue::Number;
    case 'd': return FlagValue::Duration;
    case 'p': return FlagValue::Perhaps;
    default: return FlagValue::Nothing;
    }
}

/// The first of the words of a group for which `fits` says so.
template <typename Fits>
std::optional<FlagEntry> foundIn(std::string_view group, const Fits &fits)
{
    while (!group.empty()) {
        const auto end = std::min(group.find(' '), group.size());
        std::string_view word = group.substr(0, end);
        group.remove_prefix(std::min(end + 1, group.size()));
        const bool isSimulated = !word.ends_with('!');
        word.remove_suffix(isSimulated ? 0 : 1);
        const bool lettered = word.size() > 1 && word[1] == '/';
        const std::string_view name = word.substr(lettered ? 2 : 0, word.size() - (lettered ? 4 : 2));
        const FlagEntry entry{lettered ? word.front() : '\0', name, valueOf(word.back()), isSimulated};
        if (fits(entry))
            return entry;
    }
    return std::nullopt;
}

template <typename Fits>
std::optional<FlagEntry> foundFor(std::string_view path, const Fits &fits)
{
    if (const SubcommandFlags *row = rowOfPath(path))
        for (const std::string_view group : row->flags)
            if (const auto found = foundIn(group, fits))
                return found;
    return foundIn(everywhere, fits);
}

bool takesNext(std::string_view path, std::string_view word)
{
    if (word.find('=') != std::string_view::npos)
        return false;
    if (word.starts_with("--")) {
        const auto entry = flagNamed(path, word.substr(2));
        return !entry || (entry->takes != FlagValue::Nothing && entry->takes != FlagValue::Perhaps);
    }
    if (word.size() != 2)
        return false;
    const auto entry = flagLettered(path, word[1]);
    return !entry || entry->takes != FlagValue::Nothing;
}

/// Where the first word at or behind `from` is that is no flag and belongs to none; the end where none is.
std::size_t nextWord(std::span<const std::string> words, std::size_t from, std::string_view path)
{
    for (std::size_t i = from; i < words.size(); ++i) {
        if (words[i] == "--")
            return words.size();
        if (!words[i].starts_with('-') && !words[i].empty())
            return i;
        if (words[i].starts_with('-') && takesNext(path, words[i]))
            ++i;
    }
    return words.size();
}

/// How many letters have to be changed, added or left out, whatever their case.
std::size_t distance(std::string_view one, std::string_view other)
{
    const auto lower = [](char each) { return each >= 'A' && each <= 'Z' ? static_cast<char>(each + 32) : each; };
    std::vector<std::size_t> before(other.size() + 1);
    for (std::size_t j = 0; j <= other.size(); ++j)
        before[j] = j;
    for (std::size_t i = 1; i <= one.size(); ++i) {
        std::vector<std::size_t> now(other.size() + 1, i);
        for (std::size_t j = 1; j <= other.size(); ++j) {
            const bool same = lower(one[i - 1]) == lower(other[j - 1]);
            now[j] = same ? before[j - 1] : 1 + std::min({before[j], now[j - 1], before[j - 1]});
        }
        before = std::move(now);
    }
    return before.back();
}

} // namespace

Subcommand subcommandOf(std::span<const std::string> words)
{
    Subcommand found;
    for (std::size_t at = nextWord(words, 0, {}); at < words.size(); at = nextWord(words, at + 1, found.path)) {
        std::string path = found.path.empty() ? words[at] : found.path + ' ' + words[at];
        const auto *alias =
            std::ranges::find(aliases, std::string_view(path), &std::pair<std::string_view, std::string_view>::first);
        if (alias != std::end(aliases))
            path = alias->second;
        const bool isVerb =
            found.path.empty() && std::ranges::find(verbNames, std::string_view(path)) != std::end(verbNames);
        const bool isRow = rowOfPath(path) != nullptr;
        if (!isVerb && !isRow) {
            if (found.path.empty())
                found.path = path;
            break;
        }
        found = {path, true, isRow};
    }
    return found;
}

std::optional<FlagEntry> flagNamed(std::string_view path, std::string_view name)
{
    return foundFor(path, [&](const FlagEntry &entry) { return entry.name == name; });
}

std::optional<FlagEntry> flagLettered(std::string_view path, char letter)
{
    return foundFor(path, [&](const FlagEntry &entry) { return entry.letter == letter; });
}

std::string unknownSubcommand(std::span<const std::string> words)
{
    if (words.front().starts_with('-'))
        return fmt::format("Error: flags cannot be placed before plugin name: {}\n", words.front());
    constexpr std::size_t near = 2;
    const std::string &word = words.front();
    std::string meant;
    for (const std::string_view verb : verbNames)
        if (distance(word, verb) <= near || verb.starts_with(word))
            meant += fmt::format("\t{}\n", verb);
    return fmt::format("error: unknown command \"{}\" for \"kubectl\"\n{}", word,
                       meant.empty() ? meant : "\nDid you mean this?\n" + meant);
}

} // namespace netdraft::model::kubernetes
