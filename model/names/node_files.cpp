#include "model/names/node_files.h"

#include "model/command/text/files.h"
#include "model/network/netns_file.h"

#include <algorithm>

namespace netdraft::model::names {

std::optional<std::string> fileOf(const Network &network, const Netns &netns, std::string_view path)
{
    const auto file = command::netnsFileAt(network, netns, path);
    if (!file)
        return std::nullopt;
    const Netns *owner = network.find(file->netns);
    const Netns *machine = isOfNetnsExec(file->path) ? network.find(hostNetns) : nullptr;
    for (const Netns *each : {owner, machine}) {
        if (!each)
            continue;
        if (const auto found = each->files.find(file->path); found != each->files.end())
            return found->second;
    }
    return std::nullopt;
}

std::vector<std::string_view> wordsOfLine(std::string_view line)
{
    constexpr std::string_view blanks = " \t\r\v\f";
    line = line.substr(0, line.find('#'));
    std::vector<std::string_view> words;
    while (true) {
        line.remove_prefix(std::min(line.find_first_not_of(blanks), line.size()));
        if (line.empty())
            return words;
        words.push_back(line.substr(0, line.find_first_of(blanks)));
        line.remove_prefix(words.back().size());
    }
}

std::vector<std::string> splitAt(std::string_view text, char separator)
{
    std::vector<std::string> parts;
    while (true) {
        const auto end = std::min(text.find(separator), text.size());
        parts.emplace_back(text.substr(0, end));
        if (end == text.size())
            return parts;
        text.remove_prefix(end + 1);
    }
}

void eachLine(std::string_view text, const std::function<void(std::string_view line, int number)> &take)
{
    for (int number = 1; !text.empty(); ++number) {
        const std::string_view line = text.substr(0, text.find('\n'));
        text.remove_prefix(std::min(line.size() + 1, text.size()));
        take(line, number);
    }
}

} // namespace netdraft::model::names
