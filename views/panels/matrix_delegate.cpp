#include "views/panels/matrix_delegate.h"

#include "views/panels/matrix_model.h"
#include "views/style/theme.h"

#include <QPainter>

namespace netdraft::views {

namespace {

/// Smaller cells have no room for a sign.
constexpr int roomForSign = 14;
/// And from here on a line between them would be all that is seen.
constexpr int roomForLine = 6;

void paintFarAway(QPainter &painter, const QRect &cell, MatrixModel::Verdict verdict, const Theme &theme)
{
    const QColor colour = verdict == MatrixModel::Verdict::Yes      ? theme.okFill
                          : verdict == MatrixModel::Verdict::No     ? theme.bad
                          : verdict == MatrixModel::Verdict::Unsure ? theme.uncertain
                                                                    : theme.border;
    const int line = cell.width() >= roomForLine ? 1 : 0;
    painter.fillRect(cell.adjusted(line, line, 0, 0), colour);
}

} // namespace

void MatrixDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    const Theme &theme = themeOf(option.palette);
    const auto verdict = static_cast<MatrixModel::Verdict>(index.data(MatrixModel::VerdictRole).toInt());
    if (option.rect.width() < roomForSign)
        return paintFarAway(*painter, option.rect, verdict, theme);
    const auto [fill, ink] = [&]() -> std::pair<QColor, QColor> {
        switch (verdict) {
        case MatrixModel::Verdict::Yes: return {theme.okFill, theme.ok};
        case MatrixModel::Verdict::No: return {theme.badFill, theme.bad};
        case MatrixModel::Verdict::Unsure: return {theme.uncertainFill, theme.uncertain};
        case MatrixModel::Verdict::Own: break;
        }
        return {theme.base, theme.mutedText};
    }();
    painter->fillRect(option.rect, theme.base);
    painter->fillRect(option.rect.adjusted(1, 1, 0, 0), fill);
    if (index.data(MatrixModel::GroupStartRole).toBool())
        painter->fillRect(QRect(option.rect.left(), option.rect.top(), 1, option.rect.height()), theme.border);
    if (option.state & (QStyle::State_Selected | QStyle::State_MouseOver)) {
        painter->setPen(QPen(theme.accent, option.state & QStyle::State_Selected ? 2 : 1));
        painter->setBrush(Qt::NoBrush);
        painter->drawRect(option.rect.adjusted(1, 1, -1, -1));
    }
    painter->setPen(ink);
    painter->setFont(option.font);
    painter->drawText(option.rect, Qt::AlignCenter, index.data(Qt::DisplayRole).toString());
}

} // namespace netdraft::views
