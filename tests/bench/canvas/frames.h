#pragma once

#include <QObject>
#include <QWidget>

#include <functional>
#include <vector>

namespace netdraft::bench {

/// How long the frames of one gesture take, in milliseconds: from the event to the painted and flushed picture.
class Frames : public QObject
{
    Q_OBJECT

public:
    explicit Frames(QWidget &painted);

    /// One frame: what `act` does, and all that the program does of it until it waits for the next event.
    void take(const std::function<void()> &act);

    std::size_t count() const { return m_times.size(); }
    /// Of those that painted something, so much of a hundred take at most this long.
    double percentile(double share) const;

    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    std::vector<double> m_times;
    bool m_painted = false;
};

} // namespace netdraft::bench
