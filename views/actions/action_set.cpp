#include "views/actions/action_set.h"

#include "views/actions/action_list.h"
#include "views/style/icon.h"

#include <QCoreApplication>
#include <QMenu>
#include <QMenuBar>
#include <QRegularExpression>
#include <QToolBar>

#include <algorithm>
#include <string_view>

namespace netdraft::views {

namespace {

QString translated(const char *text)
{
    return QCoreApplication::translate("Action", text);
}

constexpr std::string_view separator = "-";

} // namespace

ActionSet::ActionSet(QWidget *window) : QObject(window)
{
    for (const ActionEntry &entry : actionList()) {
        auto *action = new QAction(translated(entry.text), this);
        action->setObjectName(QLatin1String(entry.id));
        action->setStatusTip(translated(entry.help));
        action->setCheckable(entry.checkable == Checkable::Yes);
        if (*entry.shortcuts)
            action->setShortcuts(
                QKeySequence::listFromString(QLatin1String(entry.shortcuts), QKeySequence::PortableText));
        if (entry.icon)
            action->setIcon(icon(QLatin1String(entry.icon)));
        const QString keys = action->shortcut().toString(QKeySequence::NativeText);
        const QString plain = plainText(*action);
        action->setToolTip(keys.isEmpty() ? plain : QStringLiteral("%1 (%2)").arg(plain, keys));
        window->addAction(action);
        m_actions.push_back(action);
    }
}

void ActionSet::adopt(const QList<QAction *> &actions)
{
    m_actions.insert(m_actions.end(), actions.begin(), actions.end());
}

QAction *ActionSet::operator[](const char *id) const
{
    const auto found = std::ranges::find(m_actions, QLatin1String(id), &QObject::objectName);
    Q_ASSERT(found != m_actions.end());
    return *found;
}

void ActionSet::fill(QMenuBar *bar)
{
    for (const MenuEntry &entry : menuList()) {
        QMenu *menu = bar->addMenu(translated(entry.title));
        menu->setObjectName(QLatin1String(entry.id));
        for (const char *item : entry.items) {
            if (item == separator) {
                menu->addSeparator();
            } else if (*item == '>') {
                QMenu *sub = menu->addMenu(translated(submenuTitle(item + 1)));
                sub->setObjectName(QLatin1String(item + 1));
                m_submenus.push_back(sub);
            } else {
                menu->addAction((*this)[item]);
            }
        }
    }
}

void ActionSet::fill(QToolBar *bar) const
{
    for (const char *item : toolBarList()) {
        if (item == separator)
            bar->addSeparator();
        else
            bar->addAction((*this)[item]);
    }
}

QMenu *ActionSet::submenu(const char *id) const
{
    const auto found = std::ranges::find(m_submenus, QLatin1String(id), &QObject::objectName);
    return found == m_submenus.end() ? nullptr : *found;
}

QString plainText(const QAction &action)
{
    // Some languages write the key of a menu's entry behind it.
    static const QRegularExpression keyBehind(QStringLiteral(" ?\\(&\\w\\)"));
    QString text = action.text();
    text.remove(keyBehind).remove(QLatin1Char('&'));
    if (text.endsWith(QStringLiteral("…")))
        text.chop(1);
    return text;
}

} // namespace netdraft::views
