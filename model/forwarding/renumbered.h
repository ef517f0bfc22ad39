#pragma once

#include <cstddef>
#include <cstdint>
#include <vector>

namespace netdraft::model {

/// A list some of whose rows came and went since each row got a number, so that what goes by these numbers need not be
/// made anew. New rows get numbers behind all others.
class Renumbered
{
public:
    /// The rows of a list by their places in it.
    explicit Renumbered(std::uint32_t count);

    /// From `first` on so many rows are gone, and so many came in their place.
    void replace(std::uint32_t first, std::uint32_t gone, std::uint32_t come);

    /// Where the row of a number stands now; it must be there.
    std::uint32_t placeOf(std::uint32_t number) const;
    /// The number of the row that stands there now.
    std::uint32_t numberOf(std::uint32_t place) const;
    /// How long it takes to tell: in how many pieces the rows are still in a row.
    std::size_t pieceCount() const { return m_byPlace.size(); }

private:
    struct Piece {
        std::uint32_t number = 0;
        std::uint32_t place = 0;
        std::uint32_t count = 0;
    };
    std::vector<Piece> m_byPlace;
    std::vector<Piece> m_byNumber; ///< the same
    std::uint32_t m_next;          ///< the number of the next new row

    void split(std::uint32_t place);
};

} // namespace netdraft::model
