#pragma once

#include "model/edit/apply.h"
#include "model/edit/router_advertisements.h"
#include "model/exchange/rebuild/references.h"

namespace netdraft::model::rebuilding {

/// A project that is built anew, and how far that is. It is built beside what is printed: after each step it shows what
/// the kernel did by itself, so that only what somebody configured becomes an edit.
class Rebuilding
{
public:
    explicit Rebuilding(const Project &wanted);

    const Project &wanted() const { return m_wanted; }
    std::span<const Network::NetnsPtr> namespaces() const { return m_wanted.network.namespaces(); }
    const References &references() const { return m_references; }
    /// What the radvds of the project make by themselves; none where no radvd runs.
    const std::optional<Rehearing> &rehearing() const { return m_rehearing; }

    /// What stands so far.
    const Project &built() const { return m_built; }
    /// The same link in it; null only when it could not be built.
    const Link *made(const Netns &netns, const Link &link) const;

    /// An edit that was not accepted when it was handed over, and why.
    struct Refused {
        Edit edit;
        Error error;
    };
    /// Those of a network that no kernel could have.
    const std::vector<Refused> &refused() const { return m_refused; }

    /// Hands a step over: applied to what is built so far, and kept.
    void commit(EditList step);
    /// Hands one over that no later step looks at.
    void keep(EditList step) { m_edits.add(std::move(step)); }
    EditList take() { return std::move(m_edits); }

private:
    const Project &m_wanted;
    References m_references;
    std::optional<Rehearing> m_rehearing;
    Project m_built;
    EditList m_edits;
    std::vector<Refused> m_refused;
};

} // namespace netdraft::model::rebuilding
