#include "views/canvas/crowd.h"

namespace netdraft::views {

namespace {

constexpr std::size_t many = 400;
constexpr std::size_t thousands = 1000;

Crowd crowdOf(std::size_t cables)
{
    return cables > thousands ? Crowd::Thousands : cables > many ? Crowd::Many : Crowd::Few;
}

} // namespace

Crowd crowdOf(std::size_t cables, Crowd before)
{
    const Crowd now = crowdOf(cables);
    return now < before ? crowdOf(cables + cables / 4) : now;
}

} // namespace netdraft::views
