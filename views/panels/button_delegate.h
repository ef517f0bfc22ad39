#pragma once

#include <QPersistentModelIndex>
#include <QStyledItemDelegate>

namespace netdraft::views {

/// Draws the text of a cell as a button that can be pressed; a cell without text has none. A table of a
/// thousand rows needs no widget for it.
class ButtonDelegate : public QStyledItemDelegate
{
    Q_OBJECT

public:
    explicit ButtonDelegate(QObject *parent);

    /// Where the button of a cell is, within the view's viewport.
    QRect buttonRect(const QStyleOptionViewItem &option, const QModelIndex &index) const;

    void paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override;
    QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const override;
    bool editorEvent(QEvent *event, QAbstractItemModel *model, const QStyleOptionViewItem &option,
                     const QModelIndex &index) override;

signals:
    void pressed(const QModelIndex &index);

private:
    QPersistentModelIndex m_down;
};

} // namespace netdraft::views
