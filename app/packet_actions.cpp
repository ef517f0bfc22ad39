#include "app/packet_actions.h"

#include "views/actions/action_set.h"
#include "views/document/packet_tour.h"
#include "views/document/packet_trace.h"
#include "views/document/shown_ping.h"

#include <QDockWidget>

namespace netdraft::app {

void connectPacketActions(const views::ActionSet &actions, views::ShownPing &shown, views::PacketTrace &trace,
                          QDockWidget *dock)
{
    views::PacketTour *tour = &trace.tour();
    // Where a panel that follows the packets is in front, one steps on there.
    const auto present = [dock, &trace] {
        if (trace.isWanted())
            return;
        dock->show();
        dock->raise();
    };
    QAction *play = actions["actionPacketPlay"];
    QAction *guess = actions["actionPacketGuess"];
    const QList<QAction *> all{actions["actionPacketBack"], actions["actionPacketForward"], play, guess};
    const auto enable = [all, &shown] {
        for (QAction *action : all)
            action->setEnabled(shown.ping().has_value());
    };
    // The actions come and go with the window's language.
    QObject::connect(&shown, &views::ShownPing::changed, play, enable);
    enable();
    play->setChecked(tour->isPlaying());
    guess->setChecked(tour->isGuessing());
    QObject::connect(actions["actionPacketBack"], &QAction::triggered, tour, [tour, present] {
        present();
        tour->back();
    });
    QObject::connect(actions["actionPacketForward"], &QAction::triggered, tour, [tour, present] {
        present();
        tour->forward();
    });
    QObject::connect(play, &QAction::triggered, tour, [tour, present](bool playing) {
        present();
        tour->setPlaying(playing);
    });
    QObject::connect(tour, &views::PacketTour::playingChanged, play, &QAction::setChecked);
    QObject::connect(guess, &QAction::triggered, tour, [tour, dock](bool guessing) {
        dock->show();
        dock->raise();
        tour->setGuessing(guessing);
    });
    QObject::connect(tour, &views::PacketTour::changed, guess,
                     [tour, guess] { guess->setChecked(tour->isGuessing()); });
}

} // namespace netdraft::app
