#pragma once

#include "model/reachability/ping.h"

#include <QObject>
#include <QString>

#include <optional>

namespace netdraft::views {

class Document;

/// The one pair whose way is drawn on the canvas: a panel asks for it, the canvas draws it, and neither knows
/// the other. It is followed anew after each change, so a mended way turns green where it stands. Not undone.
class ShownPing : public QObject
{
    Q_OBJECT

public:
    explicit ShownPing(Document &document, QObject *parent = nullptr);

    void show(model::NetnsId from, const model::IpAddress &to);
    void clear();

    /// Nothing when no pair is shown.
    const std::optional<model::Ping> &ping() const { return m_ping; }
    /// One sentence: that it arrives, or why not.
    const QString &text() const { return m_text; }
    /// The links of the way there or, if it was lost on the way back, of that; in the order in which the packet
    /// passed them.
    std::vector<model::LinkPlace> links() const;
    /// The node at which that leg ended.
    model::NetnsId end() const;

signals:
    void changed();

private:
    Document &m_document;
    std::optional<model::Ping> m_ping;
    QString m_text;

    void follow();
    const model::Leg &leg() const;
};

} // namespace netdraft::views
