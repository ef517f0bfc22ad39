#include "views/document/shown_ping.h"

#include "views/document/document.h"
#include "views/document/node_words.h"

namespace netdraft::views {

ShownPing::ShownPing(Document &document, QObject *parent) : QObject(parent), m_document(document)
{
    connect(&document, &Document::changed, this, [this](const model::ChangeSet &changes) {
        if (m_ping && !changes.namespaces.empty())
            follow();
    });
    connect(&document, &Document::reset, this, &ShownPing::clear);
}

void ShownPing::show(model::NetnsId from, const model::IpAddress &to)
{
    m_ping.emplace();
    m_ping->from = from;
    m_ping->to = to;
    follow();
}

void ShownPing::clear()
{
    if (!m_ping)
        return;
    m_ping.reset();
    m_text.clear();
    emit changed();
}

const model::Leg &ShownPing::leg() const
{
    return m_ping->reachable ? m_ping->request : m_ping->decisive();
}

std::vector<model::LinkPlace> ShownPing::links() const
{
    return m_ping ? leg().links : std::vector<model::LinkPlace>{};
}

model::NetnsId ShownPing::end() const
{
    if (!m_ping)
        return {};
    const std::vector<model::Hop> &hops = leg().hops;
    return hops.empty() ? m_ping->from : hops.back().node;
}

void ShownPing::follow()
{
    const model::Network &network = m_document.network();
    if (!network.find(m_ping->from)) {
        clear();
        return;
    }
    m_ping = model::ping(*m_document.plane(), m_ping->from, m_ping->to);
    const QString from = nodeName(network, m_ping->from);
    const QString to = QString::fromStdString(m_ping->to.toString());
    m_text = m_ping->reachable
                 ? tr("%1 reaches %2").arg(from, to)
                 : tr("%1 cannot reach %2: %3").arg(from, to, QString::fromStdString(model::reason(network, *m_ping)));
    emit changed();
}

} // namespace netdraft::views
