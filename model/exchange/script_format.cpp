#include "model/exchange/script_format.h"

#include "model/drawing/node_kind.h"
#include "model/drawing/places.h"
#include "model/edit/apply.h"
#include "model/exchange/bash_script_reader.h"
#include "model/exchange/line_words.h"
#include "model/exchange/shell_script.h"

#include <algorithm>

namespace netdraft::model {

namespace {

constexpr std::string_view commands[] = {"ip", "bridge", "sysctl",    "iptables", "ip6tables", "brctl",    "nft",
                                         "tc", "sudo",   "ovs-vsctl", "ifconfig", "route",     "modprobe", "set"};

bool isBinary(std::string_view text)
{
    return text.substr(0, 4096).find('\0') != std::string_view::npos;
}

/// Whether `#!` names a shell.
bool hasShellLine(std::string_view text)
{
    if (!text.starts_with("#!"))
        return false;
    const std::string_view line = text.substr(0, text.find('\n'));
    return line.find("sh") != std::string_view::npos;
}

} // namespace

bool looksLikeScript(const ImportSource &source)
{
    if (source.folder)
        return false;
    const std::string_view text = source.text();
    if (isBinary(text) || isLabScript(text))
        return false;
    if (text.starts_with("#!"))
        return hasShellLine(text);
    const std::string_view path = source.path;
    if (path.ends_with(".sh") || path.ends_with(".bash"))
        return true;
    // The first line that is no comment is a command of those that make networks.
    std::string_view rest = text.substr(0, 16384);
    while (!rest.empty()) {
        const auto end = std::min(rest.find('\n'), rest.size());
        const auto words = wordsIn(rest.substr(0, end));
        rest.remove_prefix(std::min(end + 1, rest.size()));
        if (words.empty() || words.front().text.starts_with('#'))
            continue;
        std::string_view first = words.front().text;
        first.remove_prefix(first.rfind('/') + 1);
        return std::ranges::find(commands, first) != std::end(commands);
    }
    return false;
}

void placeNodes(Project &project)
{
    const auto places = freePlaces(project);
    EditList edits;
    for (const auto &netns : project.network.namespaces()) {
        const auto place = places.find(netns->id);
        if (isDrawn(*netns) && !project.drawing->nodes.contains(netns->id) && place != places.end())
            edits.add(PlaceNode{netns->name, {kindOf(project, *netns), place->second}});
    }
    [[maybe_unused]] const auto placed = apply(project, edits); // of nodes that are there: it succeeds
}

Result<Imported> readShellScript(const ImportSource &source)
{
    if (isBinary(source.text()))
        return failAt({source.path, 1, 1}, "this is no text; expected a shell script");
    Imported imported;
    runScript(imported, hostNetns, source.text(), source.path);
    if (imported.isWhole() && imported.project.network == Network{})
        return failAt({source.path, 1, 1}, "this script builds nothing of a network; expected commands such as "
                                           "\"ip netns add red\"");
    placeNodes(imported.project);
    return imported;
}

} // namespace netdraft::model
