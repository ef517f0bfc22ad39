#include "model/drawing/nesting.h"
#include "model/edit/perform.h"
#include "model/utf8.h"

#include <algorithm>
#include <cmath>

namespace netdraft::model {

namespace {

/// Further from the middle no project file has anything.
constexpr double mostCoordinate = 1e6;
/// What nobody reads on a drawing, in bytes.
constexpr std::size_t mostWords = 10000;

/// A node whose drawing says more than where it stands.
Result<NetnsId> findPlaced(const Draft &draft, const std::string &name)
{
    const auto netns = findNetns(draft, name);
    if (netns && !draft.drawing->nodes.contains(*netns))
        return fail(ErrorCode::Input, name + " is not placed yet");
    return netns;
}

/// A namespace as it was, but for what its rules have counted, where these are there `now`.
Network::NetnsPtr countingOn(const Netns &now, const Network::NetnsPtr &was)
{
    if (now.ruleset.empty() || was->ruleset.empty())
        return was;
    netfilter::Ruleset counting = was->ruleset;
    takeCounts(now.ruleset, counting);
    if (sameCounts(counting, was->ruleset))
        return was;
    auto netns = std::make_shared<Netns>(*was);
    netns->ruleset = std::move(counting);
    return netns;
}

} // namespace

Drawing &changeDrawing(Draft &draft)
{
    if (draft.drawing.use_count() > 1)
        draft.drawing = std::make_shared<Drawing>(*draft.drawing);
    // Every drawing is made by make_shared, of an object that is not const itself, and nobody else holds this one.
    return const_cast<Drawing &>(*draft.drawing);
}

Result<void> perform(Draft &draft, const PlaceNode &edit)
{
    const auto netns = findNetns(draft, edit.netns);
    if (!netns)
        return fail(netns.error());
    const auto placed = draft.drawing->nodes.find(*netns);
    if (placed != draft.drawing->nodes.end() && placed->second == edit.drawing)
        return {};
    changeDrawing(draft).nodes.insert_or_assign(*netns, edit.drawing);
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
    const auto said = draft.drawing->inside.find(*netns);
    if (said == draft.drawing->inside.end() || said->second != outer)
        changeDrawing(draft).inside[*netns] = outer;
    return {};
}

Result<void> perform(Draft &draft, const FoldNode &edit)
{
    const auto netns = findPlaced(draft, edit.netns);
    if (!netns)
        return fail(netns.error());
    if (draft.drawing->folded.contains(*netns) == edit.folded)
        return {};
    if (edit.folded)
        changeDrawing(draft).folded.insert(*netns);
    else
        changeDrawing(draft).folded.erase(*netns);
    return {};
}

Result<void> perform(Draft &draft, const PutAnnotation &edit)
{
    const auto isThere = [](Point point) {
        return std::abs(point.x) <= mostCoordinate && std::abs(point.y) <= mostCoordinate; // and a number
    };
    if (!edit.id || !isThere(edit.annotation.from) || !isThere(edit.annotation.to))
        return fail(ErrorCode::Input, "this lies outside of the drawing");
    if (edit.annotation.text.size() > mostWords)
        return fail(ErrorCode::Input, "these are more words than an annotation takes");
    Annotation put = upright(edit.annotation);
    put.text = printableText(put.text);
    std::ranges::replace(put.text, '\t', ' ');
    const auto found = draft.drawing->annotations.find(edit.id);
    if (found == draft.drawing->annotations.end() || found->second != put)
        changeDrawing(draft).annotations.insert_or_assign(edit.id, std::move(put));
    return {};
}

Result<void> perform(Draft &draft, const RemoveAnnotation &edit)
{
    if (!draft.drawing->annotations.contains(edit.id))
        return fail(ErrorCode::Input, "there is no such annotation");
    changeDrawing(draft).annotations.erase(edit.id);
    return {};
}

Result<void> perform(Draft &draft, const Restore &edit)
{
    for (const Restore::Block &block : edit.namespaces) {
        const Netns *now = edit.keepsCounts ? draft.network.find(block.id) : nullptr;
        draft.network.put(block.id, now && block.netns ? countingOn(*now, block.netns) : block.netns);
    }
    draft.denseNsids.clear();
    draft.answered.reset();
    if (edit.drawing)
        draft.drawing = edit.drawing;
    return {};
}

} // namespace netdraft::model
