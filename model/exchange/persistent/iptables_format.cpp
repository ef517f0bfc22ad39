#include "model/exchange/persistent/iptables_format.h"

#include "model/command/netfilter/iptables.h"
#include "model/exchange/command_sections.h"
#include "model/exchange/node_parts.h"
#include "model/exchange/output_files.h"

#include <fmt/format.h>

namespace netdraft::model {

namespace {

/// What iptables-save prints, without when it did.
std::string savedRules(Family family, const Netns &netns)
{
    const std::string saved = command::iptablesSave(family, netns, {}).reply.out;
    std::string text;
    for (std::size_t at = 0; at < saved.size();) {
        const std::size_t end = std::min(saved.find('\n', at), saved.size() - 1) + 1;
        if (saved[at] != '#')
            text += saved.substr(at, end - at);
        at = end;
    }
    return text;
}

} // namespace

void addIptablesFiles(Exported &exported, const Netns &netns)
{
    addFile(exported, fmt::format("{}/etc/iptables/rules.v4", netns.name), savedRules(Family::Ipv4, netns));
    addFile(exported, fmt::format("{}/etc/iptables/rules.v6", netns.name), savedRules(Family::Ipv6, netns));
}

void omitNft(Exported &exported, const EditList &edits)
{
    for (const Edit &edit : edits) {
        if (std::holds_alternative<nft::ChangeRuleset>(edit.kind))
            exported.omitted.push_back(omission(edit, "iptables-restore knows no rules of nft"));
    }
}

Result<Exported> writeIptablesRules(const Project &project, const ExportRequest &)
{
    if (auto sound = checkNames(project.network); !sound)
        return fail(sound.error());
    Exported exported;
    for (const auto &netns : project.network.namespaces())
        addIptablesFiles(exported, *netns);
    for (const NodePart &node : nodeParts(project).nodes)
        omitNft(exported, node.edits);
    return inOrder(std::move(exported));
}

} // namespace netdraft::model
