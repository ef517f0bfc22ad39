#include "model/drawing/nesting.h"
#include "model/edit/perform.h"

namespace netdraft::model {

namespace {

/// A node whose drawing says more than where it stands.
Result<NetnsId> findPlaced(const Draft &draft, const std::string &name)
{
    const auto netns = findNetns(draft, name);
    if (netns && !draft.drawing->nodes.contains(*netns))
        return fail(ErrorCode::Input, name + " is not placed yet");
    return netns;
}

} // namespace

Result<void> perform(Draft &draft, const PlaceNode &edit)
{
    const auto netns = findNetns(draft, edit.netns);
    if (!netns)
        return fail(netns.error());
    const auto placed = draft.drawing->nodes.find(*netns);
    if (placed != draft.drawing->nodes.end() && placed->second == edit.drawing)
        return {};
    auto drawing = std::make_shared<Drawing>(*draft.drawing);
    drawing->nodes.insert_or_assign(*netns, edit.drawing);
    draft.drawing = std::move(drawing);
    return {};
}

Result<void> perform(Draft &draft, const NestNode &edit)
{
    const auto netns = findPlaced(draft, edit.netns);
    if (!netns)
        return fail(netns.error());
    NetnsId outer;
    if (!edit.inside.empty()) {
        const auto found = findNetns(draft, edit.inside);
        if (!found)
            return fail(found.error());
        outer = *found;
        if (isWithin(nesting({draft.network, draft.drawing}), outer, *netns))
            return fail(ErrorCode::Input, edit.inside + " is inside of " + edit.netns);
    }
    auto drawing = std::make_shared<Drawing>(*draft.drawing);
    drawing->inside[*netns] = outer;
    if (*drawing != *draft.drawing)
        draft.drawing = std::move(drawing);
    return {};
}

Result<void> perform(Draft &draft, const FoldNode &edit)
{
    const auto netns = findPlaced(draft, edit.netns);
    if (!netns)
        return fail(netns.error());
    if (draft.drawing->folded.contains(*netns) == edit.folded)
        return {};
    auto drawing = std::make_shared<Drawing>(*draft.drawing);
    if (edit.folded)
        drawing->folded.insert(*netns);
    else
        drawing->folded.erase(*netns);
    draft.drawing = std::move(drawing);
    return {};
}

Result<void> perform(Draft &draft, const Restore &edit)
{
    for (const Restore::Block &block : edit.namespaces)
        draft.network.put(block.id, block.netns);
    draft.denseNsids.clear();
    draft.answered.reset();
    if (edit.drawing)
        draft.drawing = edit.drawing;
    return {};
}

} // namespace netdraft::model
