#pragma once

#include <QStyledItemDelegate>

namespace netdraft::views {

/// Paints one answer: a sign and a colour, never a colour alone; from far away light where it is yes and dark where it
/// is no, which everybody can tell.
class MatrixDelegate : public QStyledItemDelegate
{
    Q_OBJECT

public:
    using QStyledItemDelegate::QStyledItemDelegate;

    void paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override;
};

} // namespace netdraft::views
