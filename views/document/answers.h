#pragma once

#include "model/reachability/problems.h"
#include "views/document/background.h"

#include <QTimer>

#include <vector>

namespace netdraft::views {

/// Who reaches whom in a document's network, and why not. What is quickly known is known at once; all else is worked
/// out in another thread, of which the next change ends what it has made needless.
class Answers : public QObject
{
    Q_OBJECT

public:
    explicit Answers(QObject *parent = nullptr);

    /// Asks for the answers to this network; nothing is done where they are known or on their way already.
    void ask(const model::Network &network);
    /// Forgets all.
    void clear();
    /// Puts the problems into words anew, when next asked for them: another language is spoken.
    void retell() { m_found.problems.reset(); }

    /// The network that was asked about, prepared for packets. Null before the first ask().
    const std::shared_ptr<const model::DataPlane> &plane() const { return m_plane; }
    /// The newest answers: while isWorking() those of an earlier network, or of an empty one.
    const std::shared_ptr<const model::Reachability> &reachability() const { return m_found.reachability; }
    /// What keeps packets from arriving in that network.
    const std::vector<model::Problem> &problems();

    bool isWorking() const { return m_work.isUnderWay(); }
    /// Whether one wants to be told that it isWorking(): one has waited for long, or there is nothing else to see.
    bool isLate() const { return m_isLate || (isWorking() && m_found.reachability->targets().empty()); }
    /// How much is done, from 0 to 1.
    double share() const { return m_work.share(); }

signals:
    /// The answers that were asked for are there.
    void found();
    /// Somebody has waited for them, or has waited on: again and again, till found().
    void late();

private:
    struct Found {
        std::shared_ptr<const model::Reachability> reachability;
        std::shared_ptr<const std::vector<model::Problem>> problems; ///< null where nobody has asked
    };

    std::shared_ptr<const model::DataPlane> m_plane;
    Found m_found;
    Background<Found> m_work;
    QTimer m_lateness;
    bool m_isLate = false;

    void start();
    void stop();
    bool take(std::chrono::milliseconds patience = {});
};

} // namespace netdraft::views
