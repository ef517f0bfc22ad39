#include "views/document/last_change.h"

#include "views/document/document.h"

#include <map>

namespace netdraft::views {

using model::Effort;
using model::PairChange;
using model::Reachability;

namespace {

/// Found out this soon, it shows together with the change.
constexpr std::chrono::milliseconds together{5};

} // namespace

LastChange::LastChange(Document &document, QObject *parent)
    : QObject(parent), m_document(document), m_work(*this, [this] {
          if (auto found = m_work.take())
              show(*std::move(found));
      })
{
    connect(&document, &Document::changed, this, [this](const model::ChangeSet &changes) {
        if (!changes.namespaces.empty())
            follow();
    });
    connect(&document, &Document::answered, this, &LastChange::follow);
    connect(&document, &Document::reset, this, [this] {
        m_work.stop();
        m_before.reset();
        show({});
        follow();
    });
}

LastChange::Found LastChange::found(const Reachability &before, const Reachability &after, const Effort &effort)
{
    Found found;
    std::map<model::NetnsId, AtNode> nodes;
    const model::Difference difference = model::difference(before, after, effort);
    const auto count = [&](const std::vector<PairChange> &pairs, std::size_t AtNode::*sum) {
        for (const PairChange &change : pairs) {
            ++(nodes[after.nodes()[change.after.from]].*sum);
            ++(nodes[after.targets()[change.after.to].node].*sum);
        }
        return pairs.size();
    };
    found.broken = count(difference.broken, &AtNode::broken);
    found.healed = count(difference.healed, &AtNode::healed);
    for (auto &[node, at] : nodes) {
        at.node = node;
        found.nodes.push_back(at);
    }
    return found;
}

void LastChange::follow()
{
    const auto now = m_document.reachability();
    if (m_document.isAnswering() || now == m_before)
        return;
    m_work.stop();
    const auto before = std::exchange(m_before, now);
    if (!before)
        return;
    m_work.start([before, now](Effort &effort) { return found(*before, *now, effort); });
    if (auto found = m_work.take(together))
        show(*std::move(found));
}

void LastChange::show(Found found)
{
    if (found.nodes.empty() && m_found.nodes.empty())
        return;
    m_found = std::move(found);
    emit changed();
}

} // namespace netdraft::views
