#pragma once

#include <QByteArray>
#include <QObject>

class QAction;
class QMainWindow;
class QWidget;

namespace netdraft::views {
class NetworkView;
}

namespace netdraft::app {

/// Shows the drawing alone to many: without panels, tool bar and status bar, in larger type, and without what gives the
/// answers away, until they are asked for. The menus stay, and so does every key. Escape ends it, and everything is as
/// before.
class Presenter : public QObject
{
    Q_OBJECT

public:
    /// What it drives, and the two actions that it obeys: one starts and ends it, the other hides the answers while it
    /// goes on. They live as long as it does.
    struct Parts {
        QMainWindow &window;
        views::NetworkView &canvas;
        QWidget &banner;
        QAction &present;
        QAction &hideAnswers;
    };

    Presenter(const Parts &parts, QObject *parent);

    bool isOn() const { return m_on; }
    /// Ends it, if it goes on: before the window's layout is saved, too.
    void leave();

protected:
    bool eventFilter(QObject *object, QEvent *event) override;

private:
    Parts m_parts;
    bool m_on = false;
    QByteArray m_layout; ///< of the window before

    void start();
    void showAnswers(bool shown);
};

} // namespace netdraft::app
