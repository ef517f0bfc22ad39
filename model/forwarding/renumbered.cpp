#include "model/forwarding/renumbered.h"

#include <algorithm>

namespace netdraft::model {

Renumbered::Renumbered(std::uint32_t count) : m_byPlace{{0, 0, count}}, m_byNumber(m_byPlace), m_next(count) {}

/// So that a piece begins there.
void Renumbered::split(std::uint32_t place)
{
    const auto after = std::ranges::upper_bound(m_byPlace, place, {}, &Piece::place);
    if (after == m_byPlace.begin())
        return;
    Piece &piece = *(after - 1);
    const std::uint32_t kept = place - piece.place;
    if (kept == 0 || kept >= piece.count)
        return;
    const Piece rest{piece.number + kept, place, piece.count - kept};
    piece.count = kept;
    m_byPlace.insert(after, rest);
}

void Renumbered::replace(std::uint32_t first, std::uint32_t gone, std::uint32_t come)
{
    split(first);
    split(first + gone);
    std::erase_if(m_byPlace, [&](const Piece &piece) { return piece.place >= first && piece.place - first < gone; });
    const auto after = std::ranges::lower_bound(m_byPlace, first, {}, &Piece::place);
    for (auto piece = after; piece != m_byPlace.end(); ++piece)
        piece->place = piece->place - gone + come;
    if (come > 0)
        m_byPlace.insert(after, Piece{m_next, first, come});
    m_next += come;
    m_byNumber = m_byPlace;
    std::ranges::sort(m_byNumber, {}, &Piece::number);
}

std::uint32_t Renumbered::placeOf(std::uint32_t number) const
{
    const Piece &piece = *(std::ranges::upper_bound(m_byNumber, number, {}, &Piece::number) - 1);
    return piece.place + (number - piece.number);
}

std::uint32_t Renumbered::numberOf(std::uint32_t place) const
{
    const Piece &piece = *(std::ranges::upper_bound(m_byPlace, place, {}, &Piece::place) - 1);
    return piece.number + (place - piece.place);
}

} // namespace netdraft::model
