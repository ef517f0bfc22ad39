#pragma once

#include "model/reachability/column_trace.h"

namespace netdraft::model {

/// The nodes of a column whose packets may come to a loop. As a hash decides alike at a node whenever the same packet
/// comes by, a packet that comes there again goes round until its time to live is spent; where ways lead past the loop,
/// others arrive.
class ColumnTrace::Loops
{
public:
    explicit Loops(ColumnTrace &trace);

    /// Gives them their outcomes; false where these depend on the address as well.
    bool settle();

private:
    /// Nodes that lead to the same ones are one.
    using Key = std::uint32_t;
    /// One of the ways of a node: to another one that may loop, or to an end.
    struct Hop {
        Key key = nowhere;
        Onward onward = {};
    };

    ColumnTrace &m_trace;
    std::vector<std::uint8_t> m_mayLoop;       ///< by row
    std::vector<std::uint32_t> m_rows;         ///< of those that may, one for each key
    std::vector<std::uint32_t> m_rowOf;        ///< by key, one of its rows
    std::vector<std::optional<End>> m_leaving; ///< by key, what becomes of packets that do not loop
    std::vector<std::optional<End>> m_first;   ///< by key, what becomes of those that take each first way

    Key keyOf(std::uint32_t row) const;
    template <typename Visit>
    void forEachHop(std::uint32_t row, const Visit &visit);
    bool leadsToLoop(std::uint32_t row) const;
    void spread();
    bool join(Key key, const End &end);
    std::optional<bool> leave(std::uint32_t row);
    void followFirst(std::uint32_t start);
    bool isExact(std::uint32_t row) const;
    End endOf(Key key) const;
};

} // namespace netdraft::model
