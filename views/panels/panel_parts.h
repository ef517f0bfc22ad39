#pragma once

#include <QIcon>
#include <QString>

class QHBoxLayout;
class QLabel;
class QTableView;
class QToolButton;

namespace netdraft::views {

// The parts of which every panel is made, so that all look alike.

/// The row above a panel's content: its title at the left, its buttons at the right.
QHBoxLayout *panelHead();
QLabel *panelTitle(const QString &objectName);
/// Says what a field beside it is for, to those who see it and those who hear it.
QLabel *panelLabel(const QString &text, QWidget *field);

/// A flat button with a picture; `help` is its tool tip and its accessible name.
QToolButton *panelButton(const QString &objectName, const QIcon &icon, const QString &help);
/// What stands in a panel that has nothing to show.
QLabel *emptyText(const QString &text);
/// Rows without grid and numbers, whole rows selected.
void styleTable(QTableView *table);

} // namespace netdraft::views
