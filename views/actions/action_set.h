#pragma once

#include <QAction>
#include <QObject>

#include <vector>

class QMenu;
class QMenuBar;
class QToolBar;

namespace netdraft::views {

/// The actions of the list as objects of one window, each with its id as its object name.
class ActionSet : public QObject
{
    Q_OBJECT

public:
    /// The actions belong to `window`, in which their shortcuts work.
    explicit ActionSet(QWidget *window);

    /// Takes in actions that another object owns and keeps, so that menus and tool bar can name them.
    void adopt(const QList<QAction *> &actions);

    /// The action with this id, which must be in the list or adopted.
    QAction *operator[](const char *id) const;
    /// All of them, in the order of the list.
    const std::vector<QAction *> &all() const { return m_actions; }

    /// Puts the menus of the list into a menu bar. Submenus come empty; find them with submenu().
    void fill(QMenuBar *bar);
    void fill(QToolBar *bar) const;
    /// A submenu that fill() made; null when the list has none with this id.
    QMenu *submenu(const char *id) const;

private:
    std::vector<QAction *> m_actions;
    std::vector<QMenu *> m_submenus;
};

/// The text of an action without its mnemonic and dots, for lists of actions.
QString plainText(const QAction &action);

} // namespace netdraft::views
