#include "model/simulation/visits.h"

#include <algorithm>
#include <ranges>

namespace netdraft::model::simulation {

namespace {

/// The visits of one journey that follow on each other in one namespace, around this one.
std::vector<VisitId> stayAt(std::span<const Visit> visits, VisitId id)
{
    std::vector<VisitId> stay;
    bool holds = false;
    for (VisitId each = 0; each < visits.size(); ++each) {
        if (visits[each].journey != visits[id].journey)
            continue;
        if (visits[each].node == visits[id].node) {
            stay.push_back(each);
            holds = holds || each == id;
        } else if (holds) {
            break;
        } else {
            stay.clear();
        }
    }
    return stay;
}

/// Whether one is an answer to the other, or an error about it.
bool answers(const Visit &one, const Visit &other)
{
    const bool isAnswer = one.purpose != Purpose::Question;
    return isAnswer && one.about != noJourney && one.about == other.journey;
}

} // namespace

Stage stageOf(netfilter::Hook hook)
{
    switch (hook) {
    case netfilter::Hook::Prerouting: return Stage::Prerouting;
    case netfilter::Hook::Input: return Stage::Input;
    case netfilter::Hook::Forward: return Stage::Forward;
    case netfilter::Hook::Output: return Stage::Output;
    case netfilter::Hook::Postrouting: break;
    }
    return Stage::Postrouting;
}

const Step *Visit::end() const
{
    const auto ended =
        std::ranges::find_if(std::views::reverse(steps), [](const Step &step) { return step.cause != Cause::None; });
    return ended == steps.rend() ? nullptr : &*ended;
}

std::vector<VisitId> visitsBeside(std::span<const Visit> visits, VisitId id)
{
    std::vector<VisitId> beside = stayAt(visits, id);
    const Visit &looked = visits[id];
    for (VisitId each = 0; each < visits.size(); ++each) {
        const Visit &other = visits[each];
        const bool known = std::ranges::find(beside, each) != beside.end();
        if (!known && other.node == looked.node && (answers(other, looked) || answers(looked, other)))
            beside.push_back(each);
    }
    std::ranges::sort(beside);
    return beside;
}

} // namespace netdraft::model::simulation
