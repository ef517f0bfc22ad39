#include "model/edit/links.h"
#include "model/edit/perform.h"

#include <algorithm>

namespace netdraft::model {

namespace {

/// qdisc_alloc_handle, as if each namespace were a machine of its own: the one after the last that is in use.
std::uint16_t nextHandle(const Netns &netns)
{
    std::uint16_t last = lastHandleOfUsers;
    for (const Link &link : netns.links) {
        if (link.qdisc)
            last = std::max(last, link.qdisc->handle);
    }
    constexpr std::uint16_t none = 0xffff; // TC_H_ROOT's
    if (last + 1 != none)
        return static_cast<std::uint16_t>(last + 1);
    std::uint16_t handle = lastHandleOfUsers + 1;
    while (
        std::ranges::any_of(netns.links, [&](const Link &link) { return link.qdisc && link.qdisc->handle == handle; }))
        ++handle;
    return handle;
}

Error message(std::string_view text)
{
    return {ErrorCode::MessageOther, std::string(text)};
}

/// netem_change: what a request does not speak of becomes as it is at first, but for the rate.
void change(Qdisc &qdisc, const SetQdisc &edit)
{
    const Netem *old = std::get_if<Netem>(&qdisc.kind);
    const std::uint64_t rate = old ? old->rate : 0;
    qdisc.kind = edit.qdisc.kind;
    if (Netem *netem = std::get_if<Netem>(&qdisc.kind); netem && !edit.rateGiven)
        netem->rate = rate;
}

} // namespace

Result<void> perform(Draft &draft, const SetQdisc &edit)
{
    const auto place = findLink(draft, edit.link);
    if (!place)
        return fail(place.error());
    const std::optional<Qdisc> &old = draft.network.find(*place)->qdisc;
    const std::uint16_t handle = edit.qdisc.handle;
    const bool sameKind = old && old->name() == edit.qdisc.name();
    // In the order of tc_modify_qdisc, which without a handle takes another kind for a new one, whatever was asked.
    const bool anew = !old || (handle != 0 ? handle != old->handle : !sameKind);
    if (anew && old && handle != 0 && edit.mode != AddMode::Replace)
        return fail(message("NLM_F_REPLACE needed to override."));
    if (!old && edit.mode == AddMode::Change)
        return fail(message("Qdisc not found. To create specify NLM_F_CREATE flag."));
    if (!anew && edit.mode == AddMode::Add)
        return fail(message("Exclusivity flag on, cannot modify."));
    if (!anew && !sameKind)
        return fail(message("Invalid qdisc name: must match existing qdisc."));
    if (!anew) {
        change(*changeLink(draft, *place).qdisc, edit);
        return {};
    }
    Qdisc made = edit.qdisc;
    if (handle == 0)
        made.handle = nextHandle(*draft.network.find(place->netns));
    changeLink(draft, *place).qdisc = made;
    return {};
}

Result<void> perform(Draft &draft, const RemoveQdisc &edit)
{
    const auto place = findLink(draft, edit.link);
    if (!place)
        return fail(place.error());
    const std::optional<Qdisc> &old = draft.network.find(*place)->qdisc;
    if (edit.handle != 0 && (!old || old->handle != edit.handle))
        return fail(message("Invalid handle."));
    if (!edit.kind.empty() && (!old || old->name() != edit.kind))
        return fail(message("Invalid qdisc name: must match existing qdisc."));
    if (!old)
        return fail(message("Cannot delete qdisc with handle of zero."));
    changeLink(draft, *place).qdisc.reset();
    return {};
}

} // namespace netdraft::model
