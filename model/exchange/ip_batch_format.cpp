#include "model/exchange/ip_batch_format.h"

#include "model/command/command.h"
#include "model/exchange/command_sections.h"
#include "model/exchange/node_parts.h"
#include "model/exchange/output_files.h"

#include <fmt/format.h>

#include <algorithm>
#include <map>

namespace netdraft::model {

namespace {

/// Edits that one call of a tool in one namespace can do.
struct Batch {
    std::string netns;
    std::string tool;
    EditList edits;
};

/// Where the command of an edit is typed, and by which tool.
struct Place {
    std::string netns;
    std::string tool;
    friend auto operator<=>(const Place &, const Place &) = default;
};

Place placeOf(const Edit &edit)
{
    return {netnsOf(edit), wordsOf(edit, Prompt::Node).front()};
}

/// All edits for ip and bridge in the order of rebuild(); of the others why they are left out.
EditList batchable(const Project &project, std::vector<std::string> &omitted)
{
    EditList edits;
    for (const CommandSection &section : commandSections(project)) {
        for (const Edit &edit : section.edits) {
            const std::vector<std::string> words = wordsOf(edit, Prompt::Node);
            if (words.front() != "ip" && words.front() != "bridge")
                omitted.push_back(omission(edit, "no command of ip or bridge does this"));
            else if (!arePlain(words))
                omitted.push_back(omission(edit, "a batch has no quotes for such words"));
            else
                edits.add(edit);
        }
    }
    return edits;
}

/// First what is typed on the machine, then node after node; in each first what ip does, then what bridge does.
EditList batched(const EditList &edits)
{
    std::vector<std::string> order{"host"};
    std::vector<std::pair<std::size_t, const Edit *>> ranked;
    for (const Edit &edit : edits) {
        if (const auto *added = std::get_if<AddNetns>(&edit.kind))
            order.push_back(added->name);
        const auto [netns, tool] = placeOf(edit);
        const auto node = static_cast<std::size_t>(std::ranges::find(order, netns) - order.begin());
        ranked.emplace_back(2 * node + (tool == "bridge" ? 1 : 0), &edit);
    }
    std::ranges::stable_sort(ranked, {}, &std::pair<std::size_t, const Edit *>::first);
    EditList list;
    for (const auto &[rank, edit] : ranked)
        list.add(*edit);
    return list;
}

/// The same edits, which name the ifindex of every link.
EditList withIndexes(const EditList &edits, const Network &network)
{
    const auto indexOf = [&](const LinkName &name) -> std::optional<int> {
        const Netns *netns = network.find(name.netns);
        const Link *link = netns ? netns->find(std::string_view(name.link)) : nullptr;
        return link ? std::optional(link->index) : std::nullopt;
    };
    EditList list;
    for (Edit edit : edits) {
        if (auto *veth = std::get_if<AddVeth>(&edit.kind)) {
            veth->index = indexOf(veth->link);
            veth->peerIndex = indexOf(veth->peer);
        } else if (auto *bridge = std::get_if<AddBridge>(&edit.kind)) {
            bridge->index = indexOf(bridge->link);
        } else if (auto *link = std::get_if<AddLink>(&edit.kind)) {
            link->index = indexOf(link->link);
        }
        list.add(std::move(edit));
    }
    return list;
}

/// The edits in an order that needs few files, if that makes the same network.
EditList wellOrdered(const EditList &edits)
{
    const auto wanted = built(edits);
    if (!wanted)
        return edits;
    // As files have it: which number the kernel would give next is not part of that.
    const std::string file = writeProject(*wanted);
    const EditList byNode = batched(edits);
    for (const EditList &list : {byNode, withIndexes(byNode, wanted->network)}) {
        if (const auto same = built(list); same && writeProject(*same) == file)
            return list;
    }
    return edits;
}

std::vector<Batch> cutIntoBatches(const EditList &edits)
{
    std::vector<Batch> batches;
    for (const Edit &edit : edits) {
        const auto [netns, tool] = placeOf(edit);
        if (batches.empty() || batches.back().netns != netns || batches.back().tool != tool)
            batches.push_back({netns, tool, {}});
        batches.back().edits.add(edit);
    }
    return batches;
}

std::string callOf(const Batch &batch)
{
    return batch.netns == "host" ? batch.tool + " -batch" : fmt::format("{} -n {} -batch", batch.tool, batch.netns);
}

std::string textOf(const Batch &batch)
{
    std::string text = fmt::format("# {} FILE\n", callOf(batch));
    for (const Edit &edit : batch.edits) {
        const std::vector<std::string> words = wordsOf(edit, Prompt::Node);
        std::string line; // the tool is the reader itself
        for (const std::string &word : std::span(words).subspan(1))
            line += (line.empty() ? "" : " ") + word;
        text += line + '\n';
    }
    return text;
}

} // namespace

Result<Exported> writeIpBatch(const Project &project, const ExportRequest &)
{
    if (auto sound = checkNames(project.network); !sound)
        return fail(sound.error());
    Exported exported;
    std::string script = "#!/bin/sh\n"
                         "# Hands the files beside it to ip and bridge, in order. As root.\n"
                         "set -e\n"
                         "cd \"$(dirname \"$0\")\"\n";
    std::map<Place, int> parts;
    for (const Batch &batch : cutIntoBatches(wellOrdered(batchable(project, exported.omitted)))) {
        const int part = ++parts[{batch.netns, batch.tool}];
        const std::string again = part == 1 ? "" : fmt::format("-{}", part);
        const std::string name = batch.netns == "host" ? fmt::format("machine{}.{}", again, batch.tool)
                                                       : fmt::format("nodes{}/{}.{}", again, batch.netns, batch.tool);
        addFile(exported, name, textOf(batch));
        script += fmt::format("{} {}\n", callOf(batch), name);
    }
    exported.files.push_back({"run.sh", std::move(script), true});
    return inOrder(std::move(exported));
}

} // namespace netdraft::model
