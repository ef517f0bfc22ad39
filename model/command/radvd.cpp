#include "model/command/radvd.h"

#include <fmt/format.h>

#include <algorithm>

namespace netdraft::model::command {

namespace {

/// The name that bash gives to what a `<(…)` writes.
constexpr std::string_view pipeName = "/dev/fd/63";

struct RadvdWords {
    std::string configuration; ///< -C
    std::string pidFile{Radvd::usualPidFile};
};

/// An option with a value, in one of getopt_long(3)'s forms; null where the word is another.
std::optional<Reply> readOption(std::span<const std::string> &rest, RadvdWords &words)
{
    struct Row {
        char letter;
        std::string_view name;
        std::string RadvdWords::*value;
    };
    static constexpr Row rows[] = {{'C', "--config", &RadvdWords::configuration},
                                   {'p', "--pidfile", &RadvdWords::pidFile}};
    const std::string word = rest.front();
    rest = rest.subspan(1);
    for (const auto &[letter, name, value] : rows) {
        if (word.starts_with(std::string(name) + '=')) {
            words.*value = word.substr(name.size() + 1);
            return std::nullopt;
        }
        const bool isShort = word.size() >= 2 && word[0] == '-' && word[1] == letter;
        if (!isShort && word != name)
            continue;
        if (isShort && word.size() > 2) {
            words.*value = word.substr(2);
            return std::nullopt;
        }
        if (rest.empty())
            return complaint(1, isShort ? fmt::format("radvd: option requires an argument -- '{}'", letter)
                                        : fmt::format("radvd: option '{}' requires an argument", name));
        words.*value = rest.front();
        rest = rest.subspan(1);
        return std::nullopt;
    }
    if (!word.starts_with('-'))
        return Reply{1, {}, {}};
    const bool known = word.starts_with("--") || (word.size() > 1 && std::string_view("cdfhlmntuv").contains(word[1]));
    return known || word.size() < 2 ? notSimulated("radvd " + word)
                                    : complaint(1, fmt::format("radvd: invalid option -- '{}'", word[1]));
}

bool runs(const Network &network, std::string_view pidFile)
{
    return std::ranges::any_of(network.namespaces(), [&](const Network::NetnsPtr &netns) {
        return std::ranges::find(netns->radvds, pidFile, &Radvd::pidFile) != netns->radvds.end();
    });
}

} // namespace

Response radvd(const Network &network, const Netns &netns, std::span<const std::string> given)
{
    RadvdWords words;
    for (std::span<const std::string> rest = given; !rest.empty();) {
        if (auto reply = readOption(rest, words))
            return *std::move(reply);
    }
    const auto configuration = substitutedText(words.configuration);
    if (!configuration)
        return notSimulated("radvd with the name of a file rather than with -C <(echo 'interface eth0 { … };')");
    const std::string &pidFile = words.pidFile;
    if (!isPidFile(pidFile))
        return notSimulated("radvd -p with a file that is not right in /run");
    auto read = readRadvdConfiguration(*configuration, pipeName);
    if (auto *refused = std::get_if<Reply>(&read))
        return std::move(*refused);
    if (runs(network, pidFile))
        return Reply{255, {}, {}}; // it tells the system's log alone
    return Edit(AddRadvd{netns.name, {pidFile, std::get<std::vector<AdvertisingInterface>>(std::move(read))}});
}

Response endRadvds(const Network &network, std::string_view pidFile)
{
    Response response;
    for (const Network::NetnsPtr &netns : network.namespaces()) {
        for (const Radvd &radvd : netns->radvds) {
            if (pidFile.empty() || radvd.pidFile == pidFile)
                response.edits.add(RemoveRadvd{netns->name, radvd.pidFile});
        }
    }
    return response;
}

std::vector<std::string> radvdWords(const Radvd &radvd)
{
    std::vector<std::string> words{"-C", substitution(radvdConfiguration(radvd.interfaces))};
    if (radvd.pidFile != Radvd::usualPidFile) {
        words.emplace_back("-p");
        words.push_back(radvd.pidFile);
    }
    return words;
}

} // namespace netdraft::model::command
