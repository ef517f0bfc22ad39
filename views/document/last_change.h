#pragma once

#include "model/reachability/difference.h"
#include "views/document/background.h"

#include <vector>

namespace netdraft::views {

class Document;

/// Which pairs the last change of the network broke or healed, by node. Undoing is a change as well.
class LastChange : public QObject
{
    Q_OBJECT

public:
    /// Of the pairs of one node, from it or to it.
    struct AtNode {
        model::NetnsId node;
        std::size_t broken = 0;
        std::size_t healed = 0;
    };

    explicit LastChange(Document &document, QObject *parent = nullptr);

    /// Those of which there are any, ordered by id.
    const std::vector<AtNode> &nodes() const { return m_found.nodes; }
    std::size_t broken() const { return m_found.broken; }
    std::size_t healed() const { return m_found.healed; }

signals:
    void changed();

private:
    struct Found {
        std::vector<AtNode> nodes;
        std::size_t broken = 0;
        std::size_t healed = 0;
    };

    Document &m_document;
    std::shared_ptr<const model::Reachability> m_before; ///< the newest answers
    Found m_found;
    Background<Found> m_work;

    static Found found(const model::Reachability &before, const model::Reachability &after,
                       const model::Effort &effort);
    void follow();
    void show(Found found);
};

} // namespace netdraft::views
