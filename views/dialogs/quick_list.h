#pragma once

#include <QDialog>
#include <QIcon>

#include <functional>
#include <vector>

class QLineEdit;
class QListWidget;

namespace netdraft::views {

/// Something that can be found by typing a part of its name.
struct QuickEntry {
    QString text;
    QString detail; ///< at the right, muted: a shortcut, an address
    QIcon icon;
    std::function<void()> choose;
    QString also{}; ///< other words that find it, not shown: its English ones, where the window speaks another language
};

/// A line and, below it, what agrees with it: for finding actions and nodes without the mouse. Enter takes
/// the first.
class QuickList : public QDialog
{
    Q_OBJECT

public:
    /// At the top of the window.
    QuickList(const QString &prompt, std::vector<QuickEntry> entries, QWidget *window);
    /// Stands there on the screen instead, as large as its entries need.
    void standAt(QPoint global);

private:
    std::vector<QuickEntry> m_entries;
    QLineEdit *m_line;
    QListWidget *m_list;

    int heightFor(int rows) const;
    void filter(const QString &typed);
    void announce(int row);
    void choose();
    bool eventFilter(QObject *object, QEvent *event) override;
    void paintEvent(QPaintEvent *event) override;
};

/// How well a typed text finds another: the letters must occur in order; smaller is better, -1 not at all.
int findRank(const QString &typed, const QString &text);

} // namespace netdraft::views
