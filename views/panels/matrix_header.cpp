#include "views/panels/matrix_header.h"

#include "views/style/theme.h"

#include <QPainter>

#include <algorithm>
#include <vector>

namespace netdraft::views {

namespace {

/// More columns than this stand upright.
constexpr int fewColumns = 10;
/// Labels looked at to find the height of upright ones; addresses are all about as long.
constexpr int measured = 64;

QString oneLine(QString label)
{
    return label.replace(QLatin1Char('\n'), QLatin1Char(' '));
}

} // namespace

MatrixHeader::MatrixHeader(QWidget *parent) : QHeaderView(Qt::Horizontal, parent)
{
    setObjectName(QStringLiteral("matrixHeader"));
    setSectionResizeMode(QHeaderView::Fixed);
    setHighlightSections(true);
    setSectionsClickable(false);
}

void MatrixHeader::fit(int side)
{
    const int columns = model() ? model()->columnCount() : 0;
    m_upright = columns > fewColumns;
    m_longest = 0;
    int widest = 0;
    std::vector<int> widths;
    QFont bold = font();
    bold.setBold(true);
    for (int i = 0; i < std::min(columns, measured); ++i) {
        const QString label = model()->headerData(i, Qt::Horizontal, Qt::DisplayRole).toString();
        m_longest = std::max(m_longest, fontMetrics().horizontalAdvance(oneLine(label)));
        widths.push_back(std::max(QFontMetrics(bold).horizontalAdvance(label.section(QLatin1Char('\n'), 0, 0)),
                                  fontMetrics().horizontalAdvance(label.section(QLatin1Char('\n'), 1))));
        widest = std::max(widest, widths.back());
    }
    const int width = m_upright ? fontMetrics().height() + spacing::normal : widest + 2 * spacing::normal;
    setMinimumSectionSize(side > 0 ? side : 20);
    setDefaultSectionSize(side > 0 ? side : std::max(width, 24));
    // A long name is no reason for the other columns to be wide.
    for (int i = 0; side == 0 && !m_upright && i < columns; ++i)
        resizeSection(i, std::max(widths[static_cast<std::size_t>(i)] + 2 * spacing::normal, 24));
    updateGeometry();
    emit geometriesChanged();
}

QSize MatrixHeader::sizeHint() const
{
    QSize size = QHeaderView::sizeHint();
    // In a low panel at least half of it is for the cells.
    const int most = std::clamp(parentWidget()->height() / 2, 60, 180);
    size.setHeight(m_upright ? std::min(m_longest, most) + 2 * spacing::normal
                             : 2 * fontMetrics().height() + spacing::normal);
    return size;
}

void MatrixHeader::paintSection(QPainter *painter, const QRect &rect, int section) const
{
    const QString label = model()->headerData(section, Qt::Horizontal, Qt::DisplayRole).toString();
    const Theme &theme = themeOf(palette());
    painter->save();
    painter->fillRect(rect, theme.window);
    painter->setPen(theme.border);
    painter->drawLine(rect.bottomLeft(), rect.bottomRight());
    painter->setPen(theme.text);
    if (m_upright) {
        painter->translate(rect.left(), rect.bottom());
        painter->rotate(-90);
        const QRect box(spacing::tight, 0, rect.height() - 2 * spacing::tight, rect.width());
        painter->drawText(box, Qt::AlignVCenter | Qt::AlignLeft,
                          fontMetrics().elidedText(oneLine(label), Qt::ElideMiddle, box.width()));
    } else {
        const QString name = label.section(QLatin1Char('\n'), 0, 0);
        const QString address = label.section(QLatin1Char('\n'), 1);
        const QRect box = rect.adjusted(spacing::tight, spacing::tight, -spacing::tight, -spacing::tight);
        QFont bold = font();
        bold.setBold(true);
        painter->setFont(bold);
        painter->drawText(box, Qt::AlignTop | Qt::AlignHCenter,
                          QFontMetrics(bold).elidedText(name, Qt::ElideRight, box.width()));
        painter->setFont(font());
        painter->setPen(theme.mutedText);
        painter->drawText(box, Qt::AlignBottom | Qt::AlignHCenter, address);
    }
    painter->restore();
}

} // namespace netdraft::views
