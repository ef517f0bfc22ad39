#include "model/recipe/kubernetes/kubectl/flags.h"

#include <fmt/format.h>

#include <algorithm>

namespace netdraft::model::kubernetes {

namespace {

struct Flag {
    char letter; ///< 0: none
    std::string_view name;
    bool takesValue;
};

constexpr Flag flags[] = {
    {'n', "namespace", true},
    {'A', "all-namespaces", false},
    {'o', "output", true},
    {'l', "selector", true},
    {'f', "filename", true},
    {'w', "watch", false},
    {'c', "container", true},
    {'i', "stdin", false},
    {'t', "tty", false},
    {'L', "label-columns", true},
    {'R', "recursive", false},
    {'p', "previous", false},
    {'e', "env", true},
    {'q', "quiet", false},
    {0, "show-labels", false},
    {0, "no-headers", false},
    {0, "field-selector", true},
    {0, "sort-by", true},
    {0, "image", true},
    {0, "port", true},
    {0, "target-port", true},
    {0, "replicas", true},
    {0, "type", true},
    {0, "name", true},
    {0, "labels", true},
    {0, "restart", true},
    {0, "dry-run", true},
    {0, "command", false},
    {0, "force", false},
    {0, "grace-period", true},
    {0, "all", false},
    {0, "kubeconfig", true},
    {0, "overwrite", false},
    {0, "protocol", true},
    {0, "timeout", true},
    {0, "for", true},
    {0, "rm", false},
    {0, "expose", false},
    {0, "cluster-ip", true},
    {0, "tcp", true},
    {0, "node-port", true},
    {0, "now", false},
    {0, "ignore-not-found", false},
    {0, "wait", false},
    {0, "ignore-daemonsets", false},
    {0, "delete-emptydir-data", false},
    {0, "validate", true},
    {0, "from-literal", true},
    {0, "from-file", true},
    {0, "tail", true},
    {0, "client", false},
    {0, "short", false},
    {0, "minify", false},
    {0, "context", true},
    {0, "record", false},
    {0, "save-config", false},
    {0, "current", false},
    {0, "show-kind", false},
    {0, "external-name", true},
    {0, "cascade", true},
    {0, "server-side", false},
    {0, "follow", false},
    {0, "attach", false},
};

const Flag *named(std::string_view name)
{
    const auto *found = std::ranges::find(flags, name, &Flag::name);
    return found == std::end(flags) ? nullptr : found;
}

const Flag *lettered(char letter)
{
    const auto *found = std::ranges::find(flags, letter, &Flag::letter);
    return found == std::end(flags) ? nullptr : found;
}

} // namespace

std::string Flags::value(std::string_view name, std::string_view otherwise) const
{
    const auto found = given.find(name);
    return found == given.end() ? std::string(otherwise) : found->second.back();
}

Flags readFlags(std::span<const std::string> words)
{
    Flags read;
    for (std::size_t i = 0; i < words.size() && read.unknown.empty(); ++i) {
        const std::string &word = words[i];
        if (word == "--") {
            read.hasCommand = true;
            read.command.assign(words.begin() + static_cast<std::ptrdiff_t>(i) + 1, words.end());
            break;
        }
        const auto take = [&](const Flag &flag, std::string_view attached, bool hasValue) {
            auto &values = read.given[std::string(flag.name)];
            if (!flag.takesValue || hasValue)
                values.emplace_back(hasValue ? attached : "true");
            else if (i + 1 < words.size())
                values.push_back(words[++i]);
            else
                read.unknown =
                    fmt::format("error: flag needs an argument: {}\n",
                                flag.letter && word.size() == 2 ? fmt::format("'{}' in {}", flag.letter, word) : word);
        };
        if (word.starts_with("--")) {
            const auto equals = word.find('=');
            const Flag *flag = named(std::string_view(word).substr(2, equals - 2));
            if (!flag) {
                read.unknown =
                    fmt::format("error: unknown flag: {}\nSee 'kubectl --help' for usage.\n", word.substr(0, equals));
                break;
            }
            take(*flag, equals == std::string::npos ? std::string_view() : std::string_view(word).substr(equals + 1),
                 equals != std::string::npos);
        } else if (word.size() > 1 && word[0] == '-') {
            for (std::size_t at = 1; at < word.size(); ++at) {
                const Flag *flag = lettered(word[at]);
                if (!flag) {
                    read.unknown = fmt::format(
                        "error: unknown shorthand flag: '{}' in {}\nSee 'kubectl --help' for usage.\n", word[at], word);
                    break;
                }
                if (flag->takesValue) {
                    std::string_view rest = std::string_view(word).substr(at + 1);
                    if (rest.starts_with('='))
                        rest.remove_prefix(1);
                    take(*flag, rest, at + 1 < word.size());
                    break;
                }
                take(*flag, {}, false);
            }
        } else {
            read.words.push_back(word);
        }
    }
    return read;
}

} // namespace netdraft::model::kubernetes
