#pragma once

#include "model/drawing/project.h"

#include <vector>

namespace netdraft::model {

enum class Agreement : std::uint8_t {
    Agrees,
    Disagrees,
    Unjudged, ///< the simulation itself is not certain
};

/// What one ping between real namespaces did, beside what the simulation says of it.
struct VerifiedPair {
    std::string from;
    std::string to;
    std::string address;
    bool answered = false;
    Agreement verdict = Agreement::Unjudged;
};

/// What `ip`, or `cat` of a file, printed in one real namespace where the simulation prints something else.
struct TableDifference {
    std::string node;
    std::string command; ///< `ip -j route`
    std::string simulated;
    std::string real;
};

/// A network compared with the kernel of this machine.
struct Verification {
    std::vector<VerifiedPair> pairs;
    std::size_t tables = 0; ///< how many outputs of `ip`, and files of nodes, were compared
    std::vector<TableDifference> differences;

    std::size_t count(Agreement verdict) const;
    bool agrees() const { return differences.empty() && count(Agreement::Disagrees) == 0; }
    /// A line for each pair, then the differences of the tables, then the totals; for people.
    std::string report() const;
};

/// Builds the network in real namespaces, in a sandbox of their own that vanishes afterwards, with the script that an
/// export writes; pings every pair and reads every routing table. As an ordinary user it does so in a user namespace.
/// An error (Io) says why it cannot be done here.
Result<Verification> verify(const Project &project);

} // namespace netdraft::model
