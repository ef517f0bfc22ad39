#include "model/command/netfilter/call_edits.h"

#include <fmt/format.h>

namespace netdraft::model::command {

using namespace netfilter;

std::string addedRules(Family family, const RuleCall &call)
{
    ListForm form;
    form.numeric = form.verbose = true;
    form.inTable = false;
    std::string text;
    for (const netfilter::Rule &rule : call.rules)
        text += listedRule(family, rule, 0, form);
    return text;
}

Response editsOf(const Reading &reading, const std::string &netns, const RuleCall &call)
{
    const ChainName chain{reading.family, call.table, call.chain};
    Response response;
    EditList &edits = response.edits;
    switch (call.command) {
    case 'A':
        for (const netfilter::Rule &rule : call.rules)
            edits.add(netfilter::AddRule{netns, chain, rule});
        break;
    case 'I':
        for (const netfilter::Rule &rule : call.rules)
            edits.add(netfilter::AddRule{netns, chain, rule, call.number == 0 ? 1 : call.number});
        break;
    case 'D':
        if (call.byNumber)
            edits.add(netfilter::RemoveRule{netns, chain, call.number});
        for (const netfilter::Rule &rule : call.rules)
            edits.add(netfilter::RemoveRule{netns, chain, rule});
        break;
    case 'R': edits.add(netfilter::ReplaceRule{netns, chain, call.number, call.rules.front()}); break;
    case 'F': edits.add(netfilter::FlushChain{netns, chain}); break;
    case 'N': edits.add(netfilter::AddChain{netns, chain}); break;
    case 'X': edits.add(netfilter::RemoveChain{netns, chain}); break;
    case 'E': edits.add(netfilter::RenameChain{netns, chain, call.newName}); break;
    case 'P':
        // A chain that is not built in is refused before a policy that is none.
        if (call.policy != "ACCEPT" && call.policy != "DROP" && builtinChain(call.table, call.chain))
            return Reply{
                1, {}, fmt::format("{}: Bad policy name. Run `dmesg' for more information.\n", reading.tool())};
        edits.add(netfilter::SetPolicy{netns, chain, call.policy == "DROP"});
        break;
    default: break;
    }
    if (call.verbose)
        response.reply.out = addedRules(reading.family, call);
    return response;
}

} // namespace netdraft::model::command
