#include "model/exchange/snapshot/prompts.h"

#include "model/address/ip_address.h"
#include "model/address/mac_address.h"
#include "model/exchange/snapshot/printed_words.h"

#include <algorithm>
#include <array>

namespace netdraft::model::snapshot {

namespace {

using Words = std::span<const Word>;

std::vector<Word> wordsOf(std::string_view line)
{
    auto lines = printedLines(line, 0, line.size());
    return lines.empty() ? std::vector<Word>() : std::move(lines.front().words);
}

bool isAbbreviation(std::string_view word, std::string_view full, std::size_t least = 1)
{
    return word.size() >= least && full.starts_with(word);
}

std::optional<Question> questionOfIp(Words words, std::string &netns)
{
    bool v6 = false;
    std::size_t i = 0;
    for (; i < words.size() && words[i].text.starts_with('-'); ++i) {
        v6 = v6 || words[i].text == "-6";
        if ((words[i].text == "-n" || words[i].text == "-netns") && i + 1 < words.size())
            netns = words[++i].text;
    }
    if (i == words.size())
        return std::nullopt;
    const std::string_view object = words[i].text;
    const bool changes = std::ranges::any_of(words.subspan(i + 1), [](const Word &word) {
        constexpr std::array verbs{"add", "del", "delete", "set", "replace", "change", "flush", "get", "monitor"};
        return std::ranges::find(verbs, word.text) != verbs.end();
    });
    if (changes)
        return std::nullopt;
    if (isAbbreviation(object, "addr") || isAbbreviation(object, "address"))
        return Question::Addresses;
    if (isAbbreviation(object, "link"))
        return Question::Links;
    if (isAbbreviation(object, "rule", 2))
        return v6 ? Question::Rules6 : Question::Rules4;
    if (isAbbreviation(object, "route"))
        return Question::Routes;
    if (isAbbreviation(object, "nexthop", 3))
        return Question::Nexthops;
    if (isAbbreviation(object, "neighbour") || isAbbreviation(object, "neighbor"))
        return words.back().text == "proxy" ? Question::Proxies : Question::Neighbours;
    return std::nullopt;
}

/// What a command asks for; goes into `ip netns exec`, `docker exec`, `sudo` and the like.
std::optional<Question> questionOf(Words words, std::string &netns)
{
    if (words.empty())
        return std::nullopt;
    std::string_view tool = words[0].text;
    tool.remove_prefix(std::min(tool.rfind('/') + 1, tool.size()));
    if (tool == "sudo")
        return questionOf(words.subspan(1), netns);
    if (tool == "ip" && words.size() > 4 && words[1].text == "netns" && isAbbreviation(words[2].text, "exec")) {
        netns = words[3].text;
        return questionOf(words.subspan(4), netns);
    }
    if ((tool == "docker" || tool == "podman") && words.size() > 3 && words[1].text == "exec") {
        const auto name =
            std::find_if(words.begin() + 2, words.end(), [](const Word &word) { return !word.text.starts_with('-'); });
        if (name == words.end())
            return std::nullopt;
        netns = name->text;
        return questionOf({name + 1, words.end()}, netns);
    }
    if (tool == "ip")
        return questionOfIp(words.subspan(1), netns);
    if (tool == "bridge") {
        const auto object =
            std::find_if(words.begin() + 1, words.end(), [](const Word &word) { return !word.text.starts_with('-'); });
        if (object == words.end())
            return std::nullopt;
        return isAbbreviation(object->text, "vlan")  ? std::optional(Question::Vlans)
               : isAbbreviation(object->text, "fdb") ? std::optional(Question::Fdb)
                                                     : std::nullopt;
    }
    if (tool.starts_with("iptables") && tool.ends_with("-save"))
        return Question::Iptables;
    if (tool.starts_with("ip6tables") && tool.ends_with("-save"))
        return Question::Ip6tables;
    if (tool == "sysctl")
        return Question::Sysctls;
    if (tool == "nft" && words.size() > 1 && words[1].text == "list")
        return Question::Nft;
    return std::nullopt;
}

/// The end of a prompt: behind the `#`, `$` or `>` that is before a blank or the end of the line. Neither a comment nor
/// a flag of a rule is one.
std::size_t promptEnd(std::string_view line)
{
    constexpr std::size_t longestPrompt = 100;
    for (std::size_t i = 0; i < std::min(line.size(), longestPrompt); ++i) {
        const bool sign = line[i] == '#' || line[i] == '$';
        if (sign && i + 1 < line.size() && line[i + 1] == ' ')
            return i + 1;
    }
    return std::string_view::npos;
}

/// `root@r1:~`, `[root@r1 ~]`, `r1`
std::string hostIn(std::string_view prompt)
{
    const std::size_t at = prompt.find('@');
    if (at != std::string_view::npos)
        prompt.remove_prefix(at + 1);
    while (prompt.starts_with('[') || prompt.starts_with('('))
        prompt.remove_prefix(1);
    const std::size_t end = prompt.find_first_of(": ~/]>)#$");
    std::string host(prompt.substr(0, end));
    return at == std::string_view::npos && host.find('-') == 0 ? std::string() : host;
}

} // namespace

std::optional<TypedCommand> typedCommand(std::string_view line)
{
    const std::size_t end = promptEnd(line);
    if (end == std::string_view::npos)
        return std::nullopt;
    const std::string_view prompt = line.substr(0, end - 1);
    // A rule's comment may have such a sign in it, but no blanks before it as a prompt has none.
    const bool bracketed = prompt.starts_with('[') || prompt.starts_with('(');
    if (prompt.find_first_of("\t\"=") != std::string_view::npos ||
        (!bracketed && prompt.find(' ') != std::string_view::npos && prompt.find('@') == std::string_view::npos))
        return std::nullopt;
    TypedCommand command;
    command.host = hostIn(prompt);
    const auto words = wordsOf(line.substr(end));
    command.question = questionOf(words, command.netns);
    // `# Generated by iptables-save` is no command.
    if (command.host.empty() && prompt.empty() && !command.question)
        return std::nullopt;
    return command;
}

std::optional<Question> questionOfLine(std::string_view line)
{
    const auto words = wordsOf(line);
    if (words.empty())
        return std::nullopt;
    const std::string_view first = words[0].text;
    const auto isNumbered = [&] {
        return first.size() > 1 && first.ends_with(':') && first.find_first_not_of("0123456789") == first.size() - 1;
    };
    if (isNumbered() && words.size() > 2 && words[2].text.starts_with('<'))
        return Question::Addresses;
    if (isNumbered() && words.size() > 2 && (words[1].text == "from" || words[1].text == "not"))
        return Question::Rules4;
    if (line.starts_with("# Generated by iptables-save"))
        return Question::Iptables;
    if (line.starts_with("# Generated by ip6tables-save"))
        return Question::Ip6tables;
    if (first == "*filter" || first == "*nat" || first == "*mangle" || first == "*raw")
        return Question::Iptables;
    if (first == "port" && words.size() > 1 && words[1].text.starts_with("vlan"))
        return Question::Vlans;
    if (first == "table" && line.ends_with('{'))
        return Question::Nft;
    if (first.starts_with("net.") && words.size() > 1 && words[1].text == "=")
        return Question::Sysctls;
    if (MacAddress::parse(first) && words.size() > 2 && words[1].text == "dev")
        return Question::Fdb;
    if (first == "id" && words.size() > 2)
        return Question::Nexthops;
    constexpr std::array types{"default", "blackhole", "unreachable", "prohibit",
                               "throw",   "local",     "broadcast",   "multicast"};
    const bool address = IpAddress::parse(first.substr(0, first.find('/'))).has_value();
    if (address && words.size() > 3 && words[1].text == "dev" && words[3].text == "lladdr")
        return Question::Neighbours;
    if ((address || std::ranges::find(types, first) != types.end()) && words.size() > 1 && line.front() != ' ')
        return Question::Routes;
    return std::nullopt;
}

} // namespace netdraft::model::snapshot
