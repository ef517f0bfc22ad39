#include "model/edit/apply.h"

#include "model/edit/duplicate_detection.h"
#include "model/edit/perform.h"
#include "model/edit/router_advertisements.h"

#include <algorithm>
#include <concepts>

namespace netdraft::model {

namespace {

/// What an edit list left as it was is put back as the very block it was, so that nobody takes it for
/// changed.
void dropUntouched(const Network &before, Network &after)
{
    for (const NetnsId id : difference(before, after)) {
        Network::NetnsPtr old = before.share(id);
        const Netns *now = after.find(id);
        if (old && now && *old == *now && netfilter::sameCounts(old->ruleset, now->ruleset))
            after.put(id, std::move(old));
    }
}

/// Whether what was counted is what the edit is about.
bool setsCounts(const Edit &edit)
{
    const auto *restore = std::get_if<Restore>(&edit.kind);
    return std::holds_alternative<netfilter::ZeroCounters>(edit.kind) ||
           std::holds_alternative<netfilter::CountPackets>(edit.kind) || (restore && !restore->keepsCounts);
}

/// The blocks of `before` that differ from `after`, as one edit; none if nothing does.
EditList inverseOf(const EditList &edits, const Project &before, const ChangeSet &changes)
{
    if (changes.empty())
        return {};
    Restore restore;
    restore.keepsCounts = std::ranges::none_of(edits, setsCounts);
    restore.namespaces.reserve(changes.namespaces.size());
    for (const NetnsId id : changes.namespaces)
        restore.namespaces.push_back({id, before.network.share(id)});
    if (changes.drawing)
        restore.drawing = before.drawing;
    return {Edit(std::move(restore))};
}

/// Whether an edit may change who hears whom: not what is in the tables of one namespace.
template <typename T>
constexpr bool isOfTables = false;
template <typename T>
    requires(std::same_as<T, SetQdisc> || std::same_as<T, RemoveQdisc> || std::same_as<T, AddAddress> ||
             std::same_as<T, RemoveAddress> || std::same_as<T, AddRoute> || std::same_as<T, RemoveRoute> ||
             std::same_as<T, AddIpRule> || std::same_as<T, RemoveIpRule> || std::same_as<T, AddNexthop> ||
             std::same_as<T, RemoveNexthop> || std::same_as<T, AddNeighbour> || std::same_as<T, RemoveNeighbour> ||
             std::same_as<T, AddProxyNeighbour> || std::same_as<T, RemoveProxyNeighbour> ||
             std::same_as<T, SetNetnsSysctl> || std::same_as<T, AddSocket> || std::same_as<T, RemoveSocket> ||
             std::same_as<T, StartProcess> || std::same_as<T, EndProcess> || std::same_as<T, WriteFile> ||
             std::same_as<T, netfilter::ZeroCounters> || std::same_as<T, netfilter::CountPackets> ||
             std::same_as<T, PlaceNode> || std::same_as<T, NestNode> || std::same_as<T, FoldNode> ||
             std::same_as<T, PutAnnotation> || std::same_as<T, RemoveAnnotation>)
constexpr bool isOfTables<T> = true;

/// What is to come true before the next edit: addresses are checked, routers are heard.
void settle(Draft &draft, const Edit &edit)
{
    settleDetection(draft);
    if (!std::visit([]<typename T>(const T &) { return isOfTables<T>; }, edit.kind))
        segmentsChanged(draft);
    if (!std::holds_alternative<Restore>(edit.kind)) // what was, had been heard
        settleAdvertisements(draft);
}

} // namespace

Result<Applied> apply(Project &project, const EditList &edits)
{
    Draft draft{project.network, project.drawing, {}, {}};
    for (const Edit &edit : edits) {
        auto done = std::visit([&](const auto &kind) { return perform(draft, kind); }, edit.kind);
        if (!done)
            return fail(done.error());
        settle(draft, edit);
    }
    forgetRemoved(draft);
    dropUntouched(project.network, draft.network);

    Applied applied;
    applied.changes.namespaces = difference(project.network, draft.network);
    applied.changes.drawing = draft.drawing != project.drawing && *draft.drawing != *project.drawing;
    applied.inverse = inverseOf(edits, project, applied.changes);
    project.network = std::move(draft.network);
    project.drawing = std::move(draft.drawing);
    return applied;
}

} // namespace netdraft::model
