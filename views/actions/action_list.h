#pragma once

#include <span>

namespace netdraft::views {

enum class Checkable : bool { No, Yes };

/// One thing that a user can ask for, as data: menus, tool bar, shortcut sheet and command palette show it
/// alike.
struct ActionEntry {
    const char *id;        ///< stable: object name, settings, tests
    const char *text;      ///< in English, with its mnemonic; translated in the context `Action`
    const char *shortcuts; ///< portable names with `; ` between them; the first one is shown
    const char *icon;      ///< a name that views/style knows, or null
    const char *help;      ///< one sentence for the status bar and the command palette
    Checkable checkable = Checkable::No;
};

/// Every action that exists whatever is open. What depends on lists (export formats, examples, recent files,
/// panels) is made by the one who owns the list.
std::span<const ActionEntry> actionList();

/// A menu of the menu bar. Its items are ids of actions; `-` is a separator and `>id` a submenu with that
/// object name, which its owner fills.
struct MenuEntry {
    const char *id;
    const char *title; ///< translated in the context `Action`
    std::span<const char *const> items;
};

std::span<const MenuEntry> menuList();

/// A submenu's title by its id.
const char *submenuTitle(const char *id);

/// The ids in the tool bar, in order, with `-` for a separator.
std::span<const char *const> toolBarList();

} // namespace netdraft::views
