#pragma once

#include <QDialog>

#include <vector>

class QAction;
class QLineEdit;
class QTableWidget;

namespace netdraft::views {

/// Every action with its keys, found by typing; a double click on the keys of one changes them for good.
class ShortcutSheet : public QDialog
{
    Q_OBJECT

public:
    ShortcutSheet(std::vector<QAction *> actions, QWidget *window);

    /// Gives actions the keys that the user has chosen for them; to be called once, when all exist.
    static void restore(const std::vector<QAction *> &actions);

private:
    std::vector<QAction *> m_actions;
    QLineEdit *m_search;
    QTableWidget *m_table;

    void fillTable();
    void filter(const QString &typed);
    void change(int row);
    void reset();
};

} // namespace netdraft::views
