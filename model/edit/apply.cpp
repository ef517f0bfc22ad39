#include "model/edit/apply.h"

#include "model/edit/duplicate_detection.h"
#include "model/edit/perform.h"

namespace netdraft::model {

namespace {

/// What an edit list left as it was is put back as the very block it was, so that nobody takes it for
/// changed.
void dropUntouched(const Network &before, Network &after)
{
    for (const NetnsId id : difference(before, after)) {
        Network::NetnsPtr old = before.share(id);
        const Netns *now = after.find(id);
        if (old && now && *old == *now)
            after.put(id, std::move(old));
    }
}

/// The blocks of `before` that differ from `after`, as one edit; none if nothing does.
EditList inverseOf(const Project &before, const ChangeSet &changes)
{
    if (changes.empty())
        return {};
    Restore restore;
    restore.namespaces.reserve(changes.namespaces.size());
    for (const NetnsId id : changes.namespaces)
        restore.namespaces.push_back({id, before.network.share(id)});
    if (changes.drawing)
        restore.drawing = before.drawing;
    return {Edit(std::move(restore))};
}

} // namespace

Result<Applied> apply(Project &project, const EditList &edits)
{
    Draft draft{project.network, project.drawing, {}, {}};
    for (const Edit &edit : edits) {
        auto done = std::visit([&](const auto &kind) { return perform(draft, kind); }, edit.kind);
        if (!done)
            return fail(done.error());
        settleDetection(draft);
    }
    forgetRemoved(draft);
    dropUntouched(project.network, draft.network);

    Applied applied;
    applied.changes.namespaces = difference(project.network, draft.network);
    applied.changes.drawing = draft.drawing != project.drawing && *draft.drawing != *project.drawing;
    applied.inverse = inverseOf(project, applied.changes);
    project.network = std::move(draft.network);
    project.drawing = std::move(draft.drawing);
    return applied;
}

} // namespace netdraft::model
