#include "views/panels/panel_parts.h"

#include "views/panels/elided_label.h"
#include "views/style/theme.h"

#include <QHBoxLayout>
#include <QHeaderView>
#include <QLabel>
#include <QTableView>
#include <QToolButton>

namespace netdraft::views {

QHBoxLayout *panelHead()
{
    auto *row = new QHBoxLayout;
    row->setContentsMargins(spacing::normal, spacing::tight, spacing::tight, spacing::tight);
    row->setSpacing(spacing::tight);
    return row;
}

QLabel *panelTitle(const QString &objectName)
{
    auto *label = new ElidedLabel;
    label->setObjectName(objectName);
    label->setTextFormat(Qt::PlainText);
    QFont font = label->font();
    font.setBold(true);
    label->setFont(font);
    return label;
}

QLabel *panelLabel(const QString &text, QWidget *field)
{
    auto *label = new QLabel(text);
    label->setBuddy(field);
    return label;
}

QToolButton *panelButton(const QString &objectName, const QIcon &icon, const QString &help)
{
    auto *button = new QToolButton;
    button->setObjectName(objectName);
    button->setIcon(icon);
    button->setToolTip(help);
    button->setAccessibleName(help);
    button->setAutoRaise(true);
    return button;
}

QLabel *emptyText(const QString &text)
{
    auto *label = new QLabel(text);
    label->setAlignment(Qt::AlignCenter);
    label->setWordWrap(true);
    label->setMargin(spacing::wide);
    label->setForegroundRole(QPalette::PlaceholderText);
    return label;
}

void styleTable(QTableView *table)
{
    table->setFrameShape(QFrame::NoFrame);
    table->setShowGrid(false);
    table->setSelectionBehavior(QAbstractItemView::SelectRows);
    table->setSelectionMode(QAbstractItemView::SingleSelection);
    table->setHorizontalScrollMode(QAbstractItemView::ScrollPerPixel);
    table->setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
    table->setWordWrap(false);
    table->setTabKeyNavigation(false); // Tab leads on
    table->setCornerButtonEnabled(false);
    table->verticalHeader()->hide();
    table->verticalHeader()->setSectionResizeMode(QHeaderView::Fixed);
    table->verticalHeader()->setDefaultSectionSize(table->fontMetrics().height() + spacing::normal);
    table->horizontalHeader()->setHighlightSections(false);
    table->horizontalHeader()->setDefaultAlignment(Qt::AlignLeft | Qt::AlignVCenter);
}

} // namespace netdraft::views
