#include "views/panels/stations_view.h"

#include "views/style/theme.h"

#include <QFocusEvent>
#include <QKeyEvent>
#include <QPainter>
#include <QResizeEvent>

#include <algorithm>

namespace netdraft::views {

namespace {

using StationState = model::Station::State;

constexpr int markRadius = 5;

} // namespace

StationsView::StationsView(QWidget *parent) : QWidget(parent)
{
    setObjectName(QStringLiteral("packetStations"));
    setAccessibleName(tr("Stations of the packet"));
    setFocusPolicy(Qt::StrongFocus);
    QSizePolicy policy(QSizePolicy::Expanding, QSizePolicy::Preferred);
    policy.setHeightForWidth(true);
    setSizePolicy(policy);
}

void StationsView::setWays(std::vector<model::StationWay> ways, std::size_t looked)
{
    m_ways = std::move(ways);
    m_looked = looked;
    m_current = -1;
    layOut();
    updateGeometry();
    describe();
    const auto &rows = m_layout.rows();
    const auto end = std::ranges::find_if(rows, [this](const StationsLayout::Row &row) {
        return row.way == m_looked && stationOf(row).state == StationState::Ended;
    });
    const auto title = std::ranges::find(m_layout.columns(), m_looked, &StationsLayout::Column::way);
    if (end != rows.end())
        emit wantsSight(end->area);
    else if (title != m_layout.columns().end())
        emit wantsSight(title->title.area);
}

int StationsView::heightForWidth(int width) const
{
    return StationsLayout(m_ways, font(), width).height();
}

QSize StationsView::sizeHint() const
{
    constexpr int width = 420;
    return {width, heightForWidth(width)};
}

void StationsView::layOut()
{
    m_layout = StationsLayout(m_ways, font(), width());
    setMinimumHeight(m_layout.height());
    update();
}

void StationsView::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    if (event->size().width() != event->oldSize().width())
        layOut();
}

void StationsView::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::FontChange)
        layOut();
    if (event->type() == QEvent::PaletteChange)
        update();
}

const model::Station &StationsView::stationOf(const StationsLayout::Row &row) const
{
    return m_ways[row.way].stations[row.station];
}

void StationsView::describe()
{
    QStringList parts;
    if (m_current >= 0) {
        parts << sentenceOf(stationOf(m_layout.rows()[std::size_t(m_current)]));
    } else {
        for (const model::StationWay &way : m_ways) {
            parts << QString::fromStdString(way.title);
            for (const model::Station &station : way.stations)
                parts << sentenceOf(station);
        }
    }
    setAccessibleDescription(parts.join(QStringLiteral(". ")));
}

void StationsView::setCurrent(int row)
{
    const int last = int(m_layout.rows().size()) - 1;
    m_current = std::clamp(row, last < 0 ? -1 : 0, last);
    describe();
    update();
    if (m_current >= 0)
        emit wantsSight(m_layout.rows()[std::size_t(m_current)].area);
}

void StationsView::keyPressEvent(QKeyEvent *event)
{
    switch (event->key()) {
    case Qt::Key_Down: return setCurrent(m_current + 1);
    case Qt::Key_Up: return setCurrent(m_current - 1);
    case Qt::Key_Home: return setCurrent(0);
    case Qt::Key_End: return setCurrent(int(m_layout.rows().size()) - 1);
    default: return QWidget::keyPressEvent(event);
    }
}

void StationsView::focusInEvent(QFocusEvent *event)
{
    QWidget::focusInEvent(event);
    if (m_current < 0 && (event->reason() == Qt::TabFocusReason || event->reason() == Qt::BacktabFocusReason))
        setCurrent(0);
}

void StationsView::mousePressEvent(QMouseEvent *event)
{
    const auto &rows = m_layout.rows();
    const auto hit = std::ranges::find_if(
        rows, [&](const StationsLayout::Row &row) { return row.area.contains(event->position().toPoint()); });
    if (hit != rows.end())
        setCurrent(int(hit - rows.begin()));
    QWidget::mousePressEvent(event);
}

void StationsView::paintEvent(QPaintEvent * /*event*/)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const Theme &theme = themeOf(palette());
    painter.fillRect(rect(), theme.base);
    for (const StationsLayout::Column &column : m_layout.columns()) {
        const StationsLayout::Piece &title = column.title;
        painter.setFont(StationsLayout::fontOf(title.ink, font()));
        painter.setPen(column.way == m_looked ? theme.accent : theme.text);
        painter.drawText(title.area, Qt::AlignLeft | Qt::AlignVCenter,
                         painter.fontMetrics().elidedText(title.text, Qt::ElideRight, title.area.width()));
    }
    for (std::size_t i = 0; i < m_layout.rows().size(); ++i)
        paintRow(painter, theme, i);
    for (std::size_t i = 0; i < m_layout.rows().size(); ++i)
        paintRail(painter, theme, i);
    for (const StationsLayout::Row &row : m_layout.rows())
        paintMark(painter, theme, row);
}

void StationsView::paintRow(QPainter &painter, const Theme &theme, std::size_t at) const
{
    const StationsLayout::Row &row = m_layout.rows()[at];
    const StationState state = stationOf(row).state;
    QColor fill = state == StationState::Ended ? theme.badFill : theme.accent;
    if (state == StationState::Decided)
        fill.setAlpha(theme.dark ? 46 : 26);
    const bool lit = state == StationState::Decided || state == StationState::Ended;
    const bool focused = hasFocus() && int(at) == m_current;
    painter.setPen(Qt::NoPen);
    painter.setBrush(lit ? QBrush(fill) : QBrush(Qt::NoBrush));
    painter.drawRoundedRect(QRectF(row.lit).adjusted(0.5, 0.5, -0.5, -0.5), 4, 4);
    painter.setBrush(Qt::NoBrush);
    painter.setPen(focused ? QPen(theme.accent, 1.5) : QPen(Qt::NoPen));
    painter.drawRoundedRect(QRectF(row.area).adjusted(1, 1, -1, -1), 4, 4);
    using Ink = StationsLayout::Ink;
    for (const StationsLayout::Piece &piece : row.pieces) {
        const bool grey = piece.ink == Ink::Loser || state == StationState::NotReached;
        painter.setPen(grey ? theme.mutedText : piece.ink == Ink::Why ? theme.bad : theme.text);
        painter.setFont(StationsLayout::fontOf(piece.ink, font()));
        painter.drawText(piece.area, Qt::AlignLeft | Qt::AlignTop | Qt::TextWordWrap, piece.text);
    }
}

void StationsView::paintRail(QPainter &painter, const Theme &theme, std::size_t at) const
{
    const StationsLayout::Row &row = m_layout.rows()[at];
    if (row.last)
        return;
    const StationsLayout::Row &next = m_layout.rows()[at + 1];
    const bool reached = stationOf(next).state != StationState::NotReached;
    painter.setPen(QPen(reached ? theme.accent : theme.mutedText, 2, reached ? Qt::SolidLine : Qt::DotLine));
    painter.drawLine(row.mark + QPoint(0, markRadius + 2), next.mark - QPoint(0, markRadius + 2));
}

void StationsView::paintMark(QPainter &painter, const Theme &theme, const StationsLayout::Row &row) const
{
    const QPointF at = row.mark;
    switch (stationOf(row).state) {
    case StationState::Passed:
        painter.setPen(Qt::NoPen);
        painter.setBrush(theme.accent);
        painter.drawEllipse(at, 3.5, 3.5);
        return;
    case StationState::Decided: // a diamond, which is told apart without its colour
        painter.setPen(Qt::NoPen);
        painter.setBrush(theme.accent);
        painter.drawPolygon(QPolygonF{at + QPointF(0, -markRadius - 1), at + QPointF(markRadius + 1, 0),
                                      at + QPointF(0, markRadius + 1), at + QPointF(-markRadius - 1, 0)});
        return;
    case StationState::Ended: {
        painter.setPen(QPen(theme.bad, 2.5, Qt::SolidLine, Qt::RoundCap));
        const QPointF falling(markRadius - 1, markRadius - 1);
        const QPointF rising(markRadius - 1, 1 - markRadius);
        painter.drawLine(at - falling, at + falling);
        painter.drawLine(at - rising, at + rising);
        return;
    }
    case StationState::NotReached:
        painter.setPen(QPen(theme.mutedText, 1.5));
        painter.setBrush(Qt::NoBrush);
        painter.drawEllipse(at, 3.5, 3.5);
        return;
    }
}

} // namespace netdraft::views
