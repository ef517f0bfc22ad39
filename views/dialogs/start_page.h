#pragma once

#include "model/drawing/project.h"

#include <QFrame>
#include <QPixmap>
#include <QPointer>

#include <functional>

class QAction;

namespace netdraft::views {

class ExampleButton;

/// Lies over the empty canvas: what one may begin with. The pictures of the examples are drawn once it is seen, one
/// after the other, so that nobody waits for them. Escape closes it; whoever owns it closes it when there is something
/// to see.
class StartPage : public QFrame
{
    Q_OBJECT

public:
    /// Draws a network, not larger than this.
    using Draw = std::function<QPixmap(const model::Project &project, QSize size)>;

    /// `actions` become its large buttons, in this order.
    StartPage(const QList<QAction *> &actions, Draw draw, QWidget *over);

    /// Whether the user wants it at the start.
    static bool isWanted();

signals:
    void exampleChosen(const QString &resource);
    void fileChosen(const QString &path);
    void closed();

protected:
    void keyPressEvent(QKeyEvent *event) override;
    void showEvent(QShowEvent *event) override;
    void changeEvent(QEvent *event) override;
    bool eventFilter(QObject *object, QEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;
    void mouseReleaseEvent(QMouseEvent *event) override;
    void mouseDoubleClickEvent(QMouseEvent *event) override;
    void wheelEvent(QWheelEvent *event) override;

private:
    Draw m_draw;
    QList<ExampleButton *> m_examples;
    qsizetype m_drawn = 0; ///< so many of them have their pictures

    QWidget *beginnings(const QList<QAction *> &actions);
    QWidget *recentFiles();
    QWidget *exampleGrid();
    void drawNext();
    void place();
    void leave();
};

} // namespace netdraft::views
