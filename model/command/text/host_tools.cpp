#include "model/command/arguments.h"
#include "model/command/text/files.h"
#include "model/command/text/options.h"
#include "model/command/text/text_tools.h"

#include <fmt/format.h>

#include <algorithm>

namespace netdraft::model::command {

namespace {

// A node is called like its namespace, and runs a kernel like Debian 12's.
constexpr std::string_view release = "6.1.0-netdraft";
constexpr std::string_view version = "#1 SMP PREEMPT_DYNAMIC Debian";
constexpr std::string_view machine = "x86_64";

/// The first line of /etc/hostname where the node has one of its own.
std::string nameOf(const TextCall &call)
{
    const auto own = call.netns.files.find(std::string_view("/etc/hostname"));
    if (own == call.netns.files.end())
        return call.netns.name;
    const auto lines = linesOf(own->second);
    return lines.empty() || lines.front().empty() ? call.netns.name : std::string(lines.front());
}

/// What `hostname -I` lists: all addresses but loopback and link-local ones, of links that are up.
std::string allAddresses(const Netns &netns)
{
    std::string all;
    const auto add = [&](const std::vector<LinkAddress> &addresses) {
        for (const LinkAddress &address : addresses) {
            if (address.scope != Scope::Link && address.scope != Scope::Host)
                all += address.local.address.toString() + ' ';
        }
    };
    for (const Link &link : netns.links) {
        if (link.up)
            add(link.addresses4);
    }
    for (const Link &link : netns.links) {
        if (link.up)
            add(link.addresses6);
    }
    return all + '\n';
}

} // namespace

Response hostname(const TextCall &call)
{
    static constexpr LongOption longs[] = {{"short", 's'}, {"fqdn", 'f'}, {"long", 'f'}, {"all-ip-addresses", 'I'}};
    const GivenOptions given = readOptions(call.words, {"sfI", longs});
    if (!given.trouble.empty())
        return notSimulated(fmt::format("hostname {}", call.words.front()));
    if (!given.operands.empty())
        return notSimulated("setting the name of a host");
    std::string name = nameOf(call);
    for (const GivenOption &option : given.options) {
        if (option.letter == 'I')
            return Reply{0, allAddresses(call.netns), {}};
        if (option.letter == 's')
            name.resize(std::min(name.find('.'), name.size()));
    }
    return Reply{0, name + '\n', {}};
}

Response whoami(const TextCall &call)
{
    const GivenOptions given = readOptions(call.words, {""});
    if (!given.trouble.empty())
        return complaintOfOptions("whoami", given.trouble);
    if (!given.operands.empty())
        return complaintOfOptions("whoami", fmt::format("extra operand '{}'", given.operands.front()));
    return Reply{0, "root\n", {}};
}

Response id(const TextCall &call)
{
    static constexpr LongOption longs[] = {
        {"user", 'u'}, {"group", 'g'}, {"groups", 'G'}, {"name", 'n'}, {"real", 'r'}};
    const GivenOptions given = readOptions(call.words, {"ugGnrZz", longs});
    if (!given.trouble.empty())
        return complaintOfOptions("id", given.trouble);
    if (!given.operands.empty() && given.operands != std::vector<std::string>{"root"})
        return notSimulated("id of other users than root");
    int choices = 0;
    bool name = false;
    for (const GivenOption &option : given.options) {
        if (option.letter == 'Z' || option.letter == 'z')
            return notSimulated(fmt::format("id -{}", option.letter));
        choices += option.letter == 'u' || option.letter == 'g' || option.letter == 'G' ? 1 : 0;
        name = name || option.letter == 'n';
    }
    if (choices > 1)
        return complaint(1, "id: cannot print \"only\" of more than one choice");
    if (choices == 0 && !given.options.empty())
        return complaint(1, "id: cannot print only names or real IDs in default format");
    if (choices == 1)
        return Reply{0, name ? "root\n" : "0\n", {}};
    return Reply{0, "uid=0(root) gid=0(root) groups=0(root)\n", {}};
}

Response uname(const TextCall &call)
{
    static constexpr LongOption longs[] = {{"all", 'a'},
                                           {"kernel-name", 's'},
                                           {"nodename", 'n'},
                                           {"machine", 'm'},
                                           {"kernel-release", 'r'},
                                           {"kernel-version", 'v'},
                                           {"operating-system", 'o'},
                                           {"processor", 'p'},
                                           {"hardware-platform", 'i'}};
    const GivenOptions given = readOptions(call.words, {"asnrvmpio", longs});
    if (!given.trouble.empty())
        return complaintOfOptions("uname", given.trouble);
    if (!given.operands.empty())
        return complaintOfOptions("uname", fmt::format("extra operand '{}'", given.operands.front()));
    std::string letters;
    for (const GivenOption &option : given.options)
        letters += option.letter == 'a' ? std::string("snrvmo") : std::string(1, option.letter);
    if (letters.empty())
        letters = "s";
    std::string line;
    const std::string name = nameOf(call);
    const std::pair<char, std::string_view> parts[] = {{'s', "Linux"},   {'n', name},       {'r', release},
                                                       {'v', version},   {'m', machine},    {'p', "unknown"},
                                                       {'i', "unknown"}, {'o', "GNU/Linux"}};
    for (const auto &[letter, text] : parts) {
        if (letters.find(letter) != std::string::npos)
            line += fmt::format("{}{}", line.empty() ? "" : " ", text);
    }
    return Reply{0, line + '\n', {}};
}

Response ls(const TextCall &call)
{
    static constexpr LongOption longs[] = {{"all", 'a'}, {"almost-all", 'A'}, {"directory", 'd'}};
    const GivenOptions given = readOptions(call.words, {"1aAdlhtrRSF", longs});
    if (!given.trouble.empty())
        return complaintOfOptions("ls", given.trouble, 2);
    bool all = false;
    bool itself = false;
    for (const GivenOption &option : given.options) {
        switch (option.letter) {
        case '1':
        case 'A': break;
        case 'a': all = true; break;
        case 'd': itself = true; break;
        default: return notSimulated(fmt::format("ls -{}", option.letter));
        }
    }
    std::vector<std::string> operands = given.operands;
    if (operands.empty())
        return notSimulated("a home directory");
    std::ranges::sort(operands);
    Reply reply;
    std::vector<std::pair<std::string, std::vector<std::string>>> directories;
    for (const std::string &operand : operands) {
        auto names = namesIn(call.network, call.netns, operand);
        if (names && !itself) {
            directories.emplace_back(operand, std::move(*names));
            continue;
        }
        const FileText found = readFile(call.network, call.netns, operand);
        if (found.error == noSuchFile) {
            reply.err += fmt::format("ls: cannot access '{}': {}\n", operand, noSuchFile);
            reply.status = 2;
        } else {
            reply.out += operand + '\n';
        }
    }
    for (const auto &[directory, names] : directories) {
        if (operands.size() > 1)
            reply.out += fmt::format("{}{}:\n", reply.out.empty() ? "" : "\n", directory);
        if (all)
            reply.out += ".\n..\n";
        for (const std::string &name : names)
            reply.out += name + '\n';
    }
    return reply;
}

} // namespace netdraft::model::command
