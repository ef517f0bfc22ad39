#pragma once

#include "model/reachability/whatif.h"
#include "views/document/background.h"

#include <vector>

namespace netdraft::views {

class Document;

/// What of the network breaks pairs of others when it fails alone: a panel asks for it, the canvas draws it, and
/// neither knows the other. Worked out in another thread, anew after each change, while somebody wants it.
class WeakPoints : public QObject
{
    Q_OBJECT

public:
    explicit WeakPoints(Document &document, QObject *parent = nullptr);

    void setWanted(bool wanted);
    bool isWanted() const { return m_wanted; }

    bool isWorking() const { return m_work.isUnderWay(); }
    /// How much is done, from 0 to 1.
    double share() const { return m_work.share(); }

    /// Cables and nodes that break pairs, those that break most first; of the network that of() is about.
    const std::vector<model::SingleFailure> &failures() const { return m_found.failures; }
    /// Null while nothing has been found out yet.
    const std::shared_ptr<const model::Reachability> &of() const { return m_found.of; }

signals:
    /// Others are known, or none are any more.
    void changed();

private:
    struct Found {
        std::shared_ptr<const model::Reachability> of;
        std::vector<model::SingleFailure> failures;
    };

    Document &m_document;
    bool m_wanted = false;
    std::shared_ptr<const model::Reachability> m_asked; ///< whose failures are known, or on their way
    Found m_found;
    Background<Found> m_work;

    void follow();
    void take();
};

} // namespace netdraft::views
