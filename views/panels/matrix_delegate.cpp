#include "views/panels/matrix_delegate.h"

#include "views/panels/matrix_model.h"
#include "views/style/theme.h"

#include <QPainter>

#include <algorithm>

namespace netdraft::views {

namespace {

/// Smaller cells have no room for a sign.
constexpr int roomForSign = 14;
/// And from here on a line between them would be all that is seen.
constexpr int roomForLine = 6;

/// As much of a group's cell, from the left, as of its pairs are reachable.
QRect reachablePart(const QRect &cell, double share)
{
    return {cell.topLeft(), QSize(qRound(cell.width() * share), cell.height())};
}

void paintFarAway(QPainter &painter, const QRect &cell, MatrixModel::Verdict verdict, double share, const Theme &theme)
{
    const QColor colour = verdict == MatrixModel::Verdict::Yes      ? theme.okFill
                          : verdict == MatrixModel::Verdict::No     ? theme.bad
                          : verdict == MatrixModel::Verdict::Some   ? theme.bad
                          : verdict == MatrixModel::Verdict::Unsure ? theme.uncertain
                                                                    : theme.border;
    const int line = cell.width() >= roomForLine ? 1 : 0;
    const QRect inner = cell.adjusted(line, line, 0, 0);
    painter.fillRect(inner, colour);
    if (verdict == MatrixModel::Verdict::Some)
        painter.fillRect(reachablePart(inner, share), theme.okFill);
    // Dark as a no, but hollow, so that its colour alone does not tell it.
    if (verdict == MatrixModel::Verdict::Unsure) {
        const int rim = std::max(1, inner.width() / 4);
        painter.fillRect(inner.adjusted(rim, rim, -rim, -rim), theme.uncertainFill);
    }
}

} // namespace

void MatrixDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    const Theme &theme = themeOf(option.palette);
    const auto verdict = static_cast<MatrixModel::Verdict>(index.data(MatrixModel::VerdictRole).toInt());
    const double share = index.data(MatrixModel::ShareRole).toDouble();
    if (option.rect.width() < roomForSign)
        return paintFarAway(*painter, option.rect, verdict, share, theme);
    const auto [fill, ink] = [&]() -> std::pair<QColor, QColor> {
        switch (verdict) {
        case MatrixModel::Verdict::Yes: return {theme.okFill, theme.ok};
        case MatrixModel::Verdict::No: return {theme.badFill, theme.bad};
        case MatrixModel::Verdict::Unsure: return {theme.uncertainFill, theme.uncertain};
        case MatrixModel::Verdict::Some: return {theme.badFill, theme.text};
        case MatrixModel::Verdict::Own:
        case MatrixModel::Verdict::Awaited: break;
        }
        return {theme.base, theme.mutedText};
    }();
    painter->fillRect(option.rect, theme.base);
    painter->fillRect(option.rect.adjusted(1, 1, 0, 0), fill);
    if (verdict == MatrixModel::Verdict::Some)
        painter->fillRect(reachablePart(option.rect.adjusted(1, 1, 0, 0), share), theme.okFill);
    if (index.data(MatrixModel::GroupStartRole).toBool())
        painter->fillRect(QRect(option.rect.left(), option.rect.top(), 1, option.rect.height()), theme.border);
    if (option.state & (QStyle::State_Selected | QStyle::State_MouseOver)) {
        painter->setPen(QPen(theme.accent, option.state & QStyle::State_Selected ? 2 : 1));
        painter->setBrush(Qt::NoBrush);
        painter->drawRect(option.rect.adjusted(1, 1, -1, -1));
    }
    painter->setPen(ink);
    painter->setFont(option.font);
    QString sign = index.data(Qt::DisplayRole).toString();
    // In a narrow column numbers have no room.
    if (verdict == MatrixModel::Verdict::Some && option.fontMetrics.horizontalAdvance(sign) >= option.rect.width())
        sign = QStringLiteral("◐");
    painter->drawText(option.rect, Qt::AlignCenter, sign);
}

} // namespace netdraft::views
