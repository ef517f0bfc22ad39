#include "model/edit/perform.h"

namespace netdraft::model {

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
