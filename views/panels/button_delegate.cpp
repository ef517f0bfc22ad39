#include "views/panels/button_delegate.h"

#include "views/style/icon.h"
#include "views/style/theme.h"

#include <QApplication>
#include <QMouseEvent>
#include <QPainter>

#include <algorithm>

namespace netdraft::views {

namespace {

constexpr int iconSize = 14;

QString textOf(const QModelIndex &index)
{
    return index.data(Qt::DisplayRole).toString();
}

} // namespace

ButtonDelegate::ButtonDelegate(QObject *parent) : QStyledItemDelegate(parent) {}

QSize ButtonDelegate::sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    const int text = option.fontMetrics.horizontalAdvance(textOf(index));
    return {text + iconSize + 4 * spacing::normal, option.fontMetrics.height() + 2 * spacing::tight};
}

QRect ButtonDelegate::buttonRect(const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    QRect rect = option.rect.adjusted(spacing::tight, 2, -spacing::tight, -2);
    rect.setWidth(std::min(rect.width(), sizeHint(option, index).width() - spacing::normal));
    return rect;
}

void ButtonDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    QStyleOptionViewItem cell = option;
    initStyleOption(&cell, index);
    cell.text.clear();
    const QStyle *style = cell.widget ? cell.widget->style() : QApplication::style();
    style->drawControl(QStyle::CE_ItemViewItem, &cell, painter, cell.widget);
    const QString text = textOf(index);
    if (text.isEmpty())
        return;

    const Theme &theme = themeOf(option.palette);
    const QRect rect = buttonRect(option, index);
    const bool down = m_down == index;
    const bool hover = (option.state & QStyle::State_MouseOver) != 0;
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    painter->setPen(QPen(hover || down ? theme.accent : theme.border, 1));
    painter->setBrush(down ? theme.border : option.palette.color(QPalette::Button));
    painter->drawRoundedRect(QRectF(rect).adjusted(0.5, 0.5, -0.5, -0.5), 4, 4);
    const QRect mark(rect.left() + spacing::normal, rect.center().y() - iconSize / 2 + 1, iconSize, iconSize);
    paintIcon(*painter, QStringLiteral("mend"), theme.accent, mark);
    painter->setPen(option.palette.color(QPalette::ButtonText));
    painter->setFont(option.font);
    const QRect words = rect.adjusted(iconSize + 2 * spacing::normal - 2, 0, -spacing::normal, 0);
    painter->drawText(words, Qt::AlignVCenter | Qt::AlignLeft,
                      option.fontMetrics.elidedText(text, Qt::ElideRight, words.width()));
    painter->restore();
}

bool ButtonDelegate::editorEvent(QEvent *event, QAbstractItemModel *model, const QStyleOptionViewItem &option,
                                 const QModelIndex &index)
{
    const QEvent::Type type = event->type();
    if (type != QEvent::MouseButtonPress && type != QEvent::MouseButtonRelease && type != QEvent::MouseButtonDblClick)
        return QStyledItemDelegate::editorEvent(event, model, option, index);
    const auto *mouse = static_cast<QMouseEvent *>(event);
    const bool inside = mouse->button() == Qt::LeftButton && !textOf(index).isEmpty() &&
                        buttonRect(option, index).contains(mouse->position().toPoint());
    if (type != QEvent::MouseButtonRelease) {
        m_down = inside ? QPersistentModelIndex(index) : QPersistentModelIndex();
        return inside;
    }
    const bool hit = inside && m_down == index;
    m_down = QPersistentModelIndex();
    if (hit)
        emit pressed(index);
    return hit;
}

} // namespace netdraft::views
