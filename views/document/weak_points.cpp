#include "views/document/weak_points.h"

#include "views/document/document.h"

namespace netdraft::views {

using model::Effort;
using model::Failing;
using model::Reachability;
using model::SingleFailure;

namespace {

std::vector<SingleFailure> failuresOf(const std::shared_ptr<const Reachability> &now, Effort &effort)
{
    std::vector<SingleFailure> all = singleFailures(now, Failing::Either, effort);
    std::erase_if(all, [](const SingleFailure &failure) { return failure.broken.empty(); });
    return all;
}

} // namespace

WeakPoints::WeakPoints(Document &document, QObject *parent)
    : QObject(parent), m_document(document), m_work(*this, [this] { take(); })
{
    connect(&document, &Document::changed, this, [this](const model::ChangeSet &changes) {
        if (m_wanted && !changes.namespaces.empty())
            follow();
    });
    connect(&document, &Document::reset, this, [this] {
        m_found = {};
        follow();
    });
    connect(&document, &Document::answered, this, [this] {
        if (m_wanted)
            follow();
    });
}

void WeakPoints::setWanted(bool wanted)
{
    if (wanted == m_wanted)
        return;
    m_wanted = wanted;
    follow();
}

void WeakPoints::follow()
{
    if (!m_wanted) {
        m_work.stop();
        m_asked.reset();
        m_found = {};
        emit changed();
        return;
    }
    const auto now = m_document.reachability();
    if (m_document.isAnswering() || m_asked == now)
        return;
    m_asked = now;
    m_work.start([now](Effort &effort) -> Found { return {now, failuresOf(now, effort)}; });
    emit changed();
}

void WeakPoints::take()
{
    auto found = m_work.take();
    if (!found)
        return;
    m_found = *std::move(found);
    emit changed();
}

} // namespace netdraft::views
