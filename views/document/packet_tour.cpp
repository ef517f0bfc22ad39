#include "views/document/packet_tour.h"

#include "views/document/packet_trace.h"

#include <QTimerEvent>

#include <algorithm>

namespace netdraft::views {

namespace {

/// Milliseconds from one frame to the next while they go by.
constexpr double pace = 900;

} // namespace

PacketTour::PacketTour(PacketTrace &trace) : QObject(&trace), m_trace(trace)
{
    // Whoever lists frames does so anew.
    connect(&trace, &PacketTrace::changed, this, [this] { setFrames({}); });
}

void PacketTour::setFrames(std::vector<std::size_t> frames)
{
    setPlaying(false);
    m_frames = std::move(frames);
    forgetGuesses();
    if (m_trace.current() && !place())
        m_trace.setCurrent(std::nullopt);
    emit changed();
}

void PacketTour::forgetGuesses()
{
    m_known = 0;
    m_guesses = 0;
    m_right = 0;
    m_last.reset();
    m_asking = m_guessing && !m_frames.empty();
    if (m_guessing)
        m_trace.setCurrent(std::nullopt);
}

std::optional<std::size_t> PacketTour::place() const
{
    if (!m_trace.current())
        return std::nullopt;
    const auto found = std::ranges::lower_bound(m_frames, *m_trace.current());
    if (found == m_frames.end() || *found != *m_trace.current())
        return std::nullopt;
    return static_cast<std::size_t>(found - m_frames.begin());
}

void PacketTour::goTo(std::optional<std::size_t> place)
{
    const bool any = place && *place < shownCount();
    m_trace.setCurrent(any ? std::optional(m_frames[*place]) : std::nullopt);
}

void PacketTour::back()
{
    const auto at = place();
    goTo(at && *at > 0 ? std::optional(*at - 1) : std::nullopt);
}

void PacketTour::forward()
{
    const auto at = place();
    const std::size_t next = at ? *at + 1 : 0;
    if (next < shownCount() || !isHiding())
        return goTo(next);
    if (m_asking)
        return;
    m_asking = true;
    setPlaying(false);
    emit changed();
}

void PacketTour::setPlaying(bool playing)
{
    if (playing == isPlaying())
        return;
    if (!playing) {
        m_timer.stop();
        emit playingChanged(false);
        return;
    }
    startTimer();
    emit playingChanged(true);
    forward();
}

void PacketTour::startTimer()
{
    m_timer.start(static_cast<int>(pace / m_speed), this);
}

void PacketTour::setSpeed(double speed)
{
    m_speed = speed;
    if (isPlaying())
        startTimer();
}

void PacketTour::timerEvent(QTimerEvent *event)
{
    if (event->timerId() != m_timer.timerId())
        return QObject::timerEvent(event);
    forward();
    if (!m_trace.current()) // behind the last one stands what came of it
        setPlaying(false);
}

void PacketTour::setGuessing(bool guessing)
{
    if (m_guessing == guessing)
        return;
    setPlaying(false);
    m_guessing = guessing;
    forgetGuesses();
    emit changed();
}

std::size_t PacketTour::behindCopies(std::size_t place) const
{
    const auto &passages = m_trace.passages();
    const model::simulation::Passage &first = passages[m_frames[place]];
    std::size_t behind = place + 1;
    while (behind < m_frames.size() && passages[m_frames[behind]].sentBy == first.sentBy)
        ++behind;
    return behind;
}

void PacketTour::guess(model::NetnsId node)
{
    if (!m_asking)
        return;
    m_asking = false;
    const std::size_t behind = behindCopies(m_known);
    std::size_t shown = m_known;
    Guess guess{false, node, m_frames[m_known]};
    for (std::size_t copy = m_known; copy < behind && !guess.right; ++copy) {
        guess.right = m_trace.passages()[m_frames[copy]].to.netns == node;
        if (guess.right) {
            shown = copy;
            guess.frame = m_frames[copy];
        }
    }
    ++m_guesses;
    m_right += guess.right ? 1 : 0;
    m_known = behind;
    m_last = guess;
    emit changed();
    goTo(shown);
}

} // namespace netdraft::views
