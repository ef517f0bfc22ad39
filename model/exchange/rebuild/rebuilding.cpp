#include "model/exchange/rebuild/rebuilding.h"

#include <algorithm>

namespace netdraft::model::rebuilding {

Rebuilding::Rebuilding(const Project &wanted) : m_wanted(wanted), m_references(wanted.network)
{
    if (std::ranges::any_of(namespaces(), [](const auto &netns) { return !netns->radvds.empty(); }))
        m_rehearing = rehear(wanted.network);
}

const Link *Rebuilding::made(const Netns &netns, const Link &link) const
{
    const Netns *same = m_built.network.find(netns.name);
    return same ? same->find(link.name) : nullptr;
}

void Rebuilding::commit(EditList step)
{
    if (step.empty())
        return;
    // What an edit list made can be made again; a state that no kernel could have is given as far as it
    // goes.
    if (!apply(m_built, step)) {
        for (const Edit &edit : step) {
            if (const auto applied = apply(m_built, EditList{edit}); !applied)
                m_refused.push_back({edit, applied.error()});
        }
    }
    m_edits.add(std::move(step));
}

} // namespace netdraft::model::rebuilding
