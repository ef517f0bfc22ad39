#pragma once

#include "model/network/id.h"

#include <QBasicTimer>
#include <QObject>

#include <optional>
#include <vector>

namespace netdraft::views {

class PacketTrace;

/// Going through the frames of a trace that somebody lists, one after the other: by hand, at a pace by themselves, or
/// by guessing to which node each comes next, which stands hidden until then. A panel shows it, actions of the window
/// do it, and the canvas draws the frame that is looked at. Not undone.
class PacketTour : public QObject
{
    Q_OBJECT

public:
    explicit PacketTour(PacketTrace &trace);

    /// The frames that are gone through, as indexes of PacketTrace::passages(), in order; none after those have
    /// changed. What was guessed is forgotten.
    void setFrames(std::vector<std::size_t> frames);
    /// Those that may be seen: while guessing goes on, as far as that has come.
    std::size_t shownCount() const { return m_guessing ? m_known : m_frames.size(); }
    std::size_t count() const { return m_frames.size(); }
    /// The place of the frame that is looked at among them; none: none of them is.
    std::optional<std::size_t> place() const;

    /// Looks at the frame of that place; behind the last one at what came of all.
    void goTo(std::optional<std::size_t> place);
    void back();
    /// To the next frame; while guessing, asks for it where it is not known yet.
    void forward();

    bool isPlaying() const { return m_timer.isActive(); }
    void setPlaying(bool playing);
    /// How much faster than a frame in 900 ms.
    double speed() const { return m_speed; }
    void setSpeed(double speed);

    bool isGuessing() const { return m_guessing; }
    void setGuessing(bool guessing);
    /// Whether the next frame is asked for.
    bool isAsking() const { return m_asking; }
    /// Whether the frames must not be given away: while guessing, before the last is known.
    bool isHiding() const { return m_guessing && m_known < m_frames.size(); }
    /// Which frame is asked for.
    std::size_t asked() const { return m_frames[m_known]; }
    /// The node to which the frame that is asked for comes; reveals it.
    void guess(model::NetnsId node);

    /// What came of the last guess.
    struct Guess {
        bool right = false;
        model::NetnsId node;
        std::size_t frame = 0; ///< that it was about; of several copies the one that was guessed, if it was
    };
    const std::optional<Guess> &lastGuess() const { return m_last; }
    int guesses() const { return m_guesses; }
    int rightGuesses() const { return m_right; }

signals:
    /// Other frames are shown, something is asked, or something was guessed.
    void changed();
    void playingChanged(bool playing);

protected:
    void timerEvent(QTimerEvent *event) override;

private:
    PacketTrace &m_trace;
    std::vector<std::size_t> m_frames;
    QBasicTimer m_timer;
    double m_speed = 1;
    bool m_guessing = false;
    bool m_asking = false;
    std::size_t m_known = 0; ///< of the frames, how many were guessed
    std::optional<Guess> m_last;
    int m_guesses = 0;
    int m_right = 0;

    void startTimer();
    void forgetGuesses();
    /// The place behind that of a frame and of its copies, which a switch made of one.
    std::size_t behindCopies(std::size_t place) const;
};

} // namespace netdraft::views
