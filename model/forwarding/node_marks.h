#pragma once

#include "model/forwarding/data_plane.h"

namespace netdraft::model {

/// A set of nodes, kept as one bit for each of their numbers modulo 64: it may name too many, never too few.
class NodeMarks
{
public:
    static NodeMarks all()
    {
        NodeMarks marks;
        marks.m_bits = ~std::uint64_t{0};
        return marks;
    }

    void add(NodeIndex node) { m_bits |= std::uint64_t{1} << (node % bits); }
    void add(NodeMarks other) { m_bits |= other.m_bits; }
    /// Whether they may have a node in common.
    bool meets(NodeMarks other) const { return (m_bits & other.m_bits) != 0; }

private:
    static constexpr NodeIndex bits = 64;
    std::uint64_t m_bits = 0;
};

} // namespace netdraft::model
