#include "model/exchange/verify.h"

#include "model/exchange/bash_format.h"
#include "model/exchange/process.h"
#include "model/terminal/terminal.h"

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include <algorithm>
#include <sstream>
#include <unistd.h>

namespace netdraft::model {

namespace {

using nlohmann::json;

/// Runs in the sandbox, whose /run is its own: the script comes in by standard input, the nodes are the arguments. The
/// lab is taken down for the programs in it, which would outlive the sandbox.
constexpr std::string_view driver = R"bash(
set -euo pipefail
PATH=$PATH:/usr/sbin:/sbin
mount -t tmpfs tmpfs /run
cat >/run/lab.sh
if grep -q '^own_file()' /run/lab.sh; then
    eval "$(sed -n '/^own_directory()/,/^}/p' /run/lab.sh)"
    own_directory /etc
fi
bash /run/lab.sh up >/dev/null
trap 'bash /run/lab.sh down >/dev/null' EXIT
bash /run/lab.sh check -v || (($? == 1))
for node; do
    for what in '-4 route' '-6 route' addr; do
        echo "table $node $what"
        read -r -a words <<<"$what"
        if [[ $node == host ]]; then
            ip -j "${words[@]}"
        else
            ip -n "$node" -j "${words[@]}"
        fi
        echo
    done
done
while read -r node path; do
    echo "file $node $path"
    bash /run/lab.sh exec "$node" cat "$path" 2>&1 | sed 's/^/|/;$a\'
    echo
done < <(sed -n 's/^    own_file //p' /run/lab.sh)
)bash";

std::vector<std::string> sandbox(const Project &project)
{
    std::vector<std::string> words{"unshare", "--net", "--mount"};
    if (::geteuid() != 0) {
        words.emplace_back("--user");
        words.emplace_back("--map-root-user");
    }
    words.insert(words.end(), {"bash", "-c", std::string(driver), "netdraft"});
    for (const auto &netns : project.network.namespaces())
        words.push_back(netns->name);
    return words;
}

/// `agrees: A -> 192.0.2.1 (B): predicted y, got y`
std::optional<VerifiedPair> pairOf(const std::string &line)
{
    std::istringstream words(line);
    std::string verdict;
    std::string arrow;
    std::string predicted;
    std::string expectation;
    std::string got;
    std::string answer;
    VerifiedPair pair;
    words >> verdict >> pair.from >> arrow >> pair.address >> pair.to >> predicted >> expectation >> got >> answer;
    if (!words || arrow != "->" || pair.to.size() < 3 || (answer != "y" && answer != "n"))
        return std::nullopt;
    pair.to = pair.to.substr(1, pair.to.size() - 3);
    pair.answered = answer == "y";
    pair.verdict = verdict == "agrees:"      ? Agreement::Agrees
                   : verdict == "DISAGREES:" ? Agreement::Disagrees
                                             : Agreement::Unjudged;
    return pair;
}

/// A time that runs out is less by the time it is looked at.
void likenTime(json &object, const char *key)
{
    const auto found = object.find(key);
    if (found != object.end() && found->is_number_integer() && *found != 0 && *found != endless)
        *found = "some";
}

/// What both print alike whatever hardware addresses and namespace numbers were drawn, and whichever of several links
/// came up first, since that orders their link-local routes.
std::string comparable(const std::string &text)
{
    json list = json::parse(text, nullptr, false);
    if (!list.is_array())
        return text;
    std::erase_if(list.get_ref<json::array_t &>(),
                  [](const json &entry) { return entry.empty() || entry.value("dst", "") == "fe80::/64"; });
    for (json &entry : list) {
        for (const char *drawn : {"address", "broadcast", "link_netnsid"})
            entry.erase(drawn);
        likenTime(entry, "expires");
        if (!entry.contains("addr_info"))
            continue;
        for (json &address : entry["addr_info"]) {
            likenTime(address, "valid_life_time");
            likenTime(address, "preferred_life_time");
        }
        std::erase_if(entry["addr_info"].get_ref<json::array_t &>(),
                      [](const json &address) { return address.value("scope", "") == "link"; });
    }
    return list.dump(-1, ' ', false, json::error_handler_t::replace);
}

void compareTable(const Project &project, std::istringstream &header, const std::string &real, Verification &result)
{
    std::string node;
    std::string word;
    std::vector<std::string> words{"ip", "-j"};
    header >> node;
    while (header >> word)
        words.push_back(word);
    const Netns *netns = project.network.find(node);
    if (!netns)
        return;
    ++result.tables;
    const std::string simulated = comparable(run(project, netns->id, words).reply.out);
    const std::string measured = comparable(real);
    if (simulated != measured)
        result.differences.push_back({node, shellLine(words), simulated, measured});
}

void compareFile(const Project &project, std::istringstream &header, const std::string &real, Verification &result)
{
    std::string node;
    std::string path;
    header >> node >> path;
    const Netns *netns = project.network.find(node);
    if (!netns)
        return;
    ++result.tables;
    const std::vector<std::string> words{"cat", path};
    std::string simulated = run(project, netns->id, words).reply.out;
    if (!simulated.empty() && !simulated.ends_with('\n'))
        simulated += '\n';
    if (simulated != real)
        result.differences.push_back({node, shellLine(words), simulated, real});
}

Verification compare(const Project &project, const std::string &printed)
{
    Verification result;
    std::istringstream lines(printed);
    std::string line;
    while (std::getline(lines, line)) {
        std::istringstream words(line);
        std::string first;
        words >> first;
        if (first == "table") {
            std::string real;
            std::string part;
            while (std::getline(lines, part) && !part.empty())
                real += part;
            compareTable(project, words, real, result);
        } else if (first == "file") {
            std::string real;
            std::string part;
            while (std::getline(lines, part) && !part.empty())
                real += part.substr(1) + '\n';
            compareFile(project, words, real, result);
        } else if (auto pair = pairOf(line)) {
            result.pairs.push_back(std::move(*pair));
        }
    }
    return result;
}

} // namespace

std::size_t Verification::count(Agreement verdict) const
{
    return static_cast<std::size_t>(std::ranges::count(pairs, verdict, &VerifiedPair::verdict));
}

std::string Verification::report() const
{
    std::string text;
    for (const VerifiedPair &pair : pairs) {
        const std::string_view verdict = pair.verdict == Agreement::Agrees      ? "agrees"
                                         : pair.verdict == Agreement::Disagrees ? "DISAGREES"
                                                                                : "not judged";
        text += fmt::format("{:10}  {} -> {} ({}): {}", verdict, pair.from, pair.address, pair.to,
                            pair.answered ? "answered" : "no answer");
        if (pair.verdict == Agreement::Disagrees)
            text += fmt::format("; the simulation says {}", pair.answered ? "no answer" : "answered");
        text += '\n';
    }
    for (const TableDifference &difference : differences)
        text += fmt::format("DISAGREES   {}: {}\n  simulation: {}\n  kernel:     {}\n", difference.node,
                            difference.command, difference.simulated, difference.real);
    text += fmt::format("{} pairs: {} agree, {} disagree, {} not judged; {} tables: {} agree, {} disagree\n",
                        pairs.size(), count(Agreement::Agrees), count(Agreement::Disagrees), count(Agreement::Unjudged),
                        tables, tables - differences.size(), differences.size());
    return text;
}

Result<Verification> verify(const Project &project)
{
    const auto script = writeBash(project, {"verify"});
    if (!script)
        return fail(script.error());
    const auto outcome = runProcess(sandbox(project), script->file().text);
    if (!outcome)
        return fail(outcome.error());
    if (outcome->status != 0)
        return fail(ErrorCode::Io, fmt::format("cannot build the network in namespaces of this machine:\n{}",
                                               outcome->err.empty() ? "(no message)" : outcome->err));
    return compare(project, outcome->out);
}

} // namespace netdraft::model
