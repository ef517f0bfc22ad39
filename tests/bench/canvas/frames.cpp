#include "tests/bench/canvas/frames.h"

#include <QCoreApplication>
#include <QElapsedTimer>
#include <QEvent>

#include <algorithm>
#include <cmath>

namespace netdraft::bench {

Frames::Frames(QWidget &painted)
{
    painted.installEventFilter(this);
}

void Frames::take(const std::function<void()> &act)
{
    m_painted = false;
    QElapsedTimer clock;
    clock.start();
    act();
    QCoreApplication::processEvents();
    const double milliseconds = static_cast<double>(clock.nsecsElapsed()) / 1e6;
    if (m_painted)
        m_times.push_back(milliseconds);
}

double Frames::percentile(double share) const
{
    if (m_times.empty())
        return std::nan("");
    std::vector<double> sorted = m_times;
    std::ranges::sort(sorted);
    const auto rank = static_cast<std::size_t>(std::ceil(share / 100 * static_cast<double>(sorted.size())));
    return sorted[std::max<std::size_t>(rank, 1) - 1];
}

bool Frames::eventFilter(QObject *watched, QEvent *event)
{
    m_painted = m_painted || event->type() == QEvent::Paint;
    return QObject::eventFilter(watched, event);
}

} // namespace netdraft::bench
