#pragma once

#include <QFrame>
#include <QPointer>

class QLabel;
class QPushButton;

namespace netdraft::views {

/// A round through the window in five steps, each beside the part that it tells of. It lies on the window and stops
/// nobody: Escape and Skip end it, and so does the last step. Tells itself when it is no longer needed, and goes.
class Tour : public QFrame
{
    Q_OBJECT

public:
    explicit Tour(QWidget *window);
    ~Tour() override;

    int step() const { return m_step; }

    /// Whether somebody has been through, or did not want it.
    static bool wasSeen();

protected:
    void keyPressEvent(QKeyEvent *event) override;
    bool eventFilter(QObject *object, QEvent *event) override;

private:
    int m_step = 0;
    QLabel *m_title;
    QLabel *m_text;
    QLabel *m_count;
    QPushButton *m_next;
    QPointer<QWidget> m_frame; ///< around the part; the window owns it as well

    QWidget *part() const;
    void show(int step);
    void next();
    void end();
    void place();
};

} // namespace netdraft::views
