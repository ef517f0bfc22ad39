#include "views/panels/stations_layout.h"

#include "views/style/theme.h"

#include <QCoreApplication>
#include <QFontMetrics>
#include <QStringList>

#include <algorithm>

namespace netdraft::views {

namespace {

constexpr int leastColumn = 215;
constexpr int columnGap = 10;
constexpr int railWidth = 20;
constexpr int rowGap = 1;
constexpr int padding = 1;
constexpr int roomyColumn = 330; ///< from here on names stand beside what they say

QString translated(const char *text)
{
    return QCoreApplication::translate("Stations", text);
}

} // namespace

QFont StationsLayout::fontOf(Ink ink, QFont font)
{
    font.setBold(ink == Ink::Title || ink == Ink::Name);
    return font;
}

StationsLayout::StationsLayout(const std::vector<model::StationWay> &ways, const QFont &font, int width) : m_font(font)
{
    if (ways.empty())
        return;
    const int fitting = std::max(1, (width - columnGap) / (leastColumn + columnGap));
    const int beside = std::min(fitting, int(ways.size()));
    const int column = std::max(120, (width - columnGap) / beside - columnGap);
    int top = spacing::tight;
    for (std::size_t first = 0; first < ways.size(); first += std::size_t(beside)) {
        int bottom = top;
        for (std::size_t i = first; i < std::min(ways.size(), first + std::size_t(beside)); ++i) {
            const int left = columnGap + int(i - first) * (column + columnGap);
            bottom = std::max(bottom, place(i, ways[i], {left, top}, column));
        }
        top = bottom + columnGap;
    }
    m_height = top - columnGap + spacing::tight;
}

int StationsLayout::nameWidth(const model::StationWay &way) const
{
    const QFontMetrics metrics(fontOf(Ink::Name, m_font));
    int widest = 0;
    for (const model::Station &station : way.stations)
        widest = std::max(widest, metrics.horizontalAdvance(QString::fromStdString(station.name)));
    return widest + spacing::normal;
}

bool StationsLayout::standsBeside(const model::Station &station, int width) const
{
    const QFontMetrics name(fontOf(Ink::Name, m_font));
    const QFontMetrics line(fontOf(Ink::Line, m_font));
    const bool single = station.lines.size() == 1 && station.why.empty() && station.losers.empty();
    return single && name.horizontalAdvance(QString::fromStdString(station.name)) + spacing::normal +
                             line.horizontalAdvance(QString::fromStdString(station.lines.front())) <=
                         width;
}

int StationsLayout::place(std::size_t way, const model::StationWay &of, QPoint top, int width)
{
    const QFontMetrics metrics(fontOf(Ink::Title, m_font));
    const QRect title(top, QSize(width, metrics.height()));
    m_columns.push_back({way, {title, QString::fromStdString(of.title), Ink::Title}});
    QRect room(title.left(), title.bottom() + 1 + spacing::tight, width, 0);
    for (std::size_t i = 0; i < of.stations.size(); ++i)
        addRow(way, of, i, room);
    return room.top();
}

void StationsLayout::addRow(std::size_t way, const model::StationWay &of, std::size_t at, QRect &room)
{
    const model::Station &station = of.stations[at];
    Row row;
    row.way = way;
    row.station = at;
    row.last = at + 1 == of.stations.size();
    const int top = room.top();
    const QFontMetrics name(fontOf(Ink::Name, m_font));
    row.mark = {room.left() + railWidth / 2, top + padding + name.height() / 2};
    QRect text(room.left() + railWidth, top + padding, room.width() - railWidth - spacing::tight, 0);
    QRect beside = text;
    addPiece(row, QString::fromStdString(station.name), Ink::Name, text);
    if (room.width() >= roomyColumn) {
        beside.setLeft(beside.left() + nameWidth(of));
        std::swap(beside, text);
    } else if (standsBeside(station, beside.width())) {
        beside.setLeft(beside.left() + name.horizontalAdvance(QString::fromStdString(station.name)) + spacing::normal);
        std::swap(beside, text);
    } else {
        beside = text;
    }
    for (const std::string &line : station.lines)
        addPiece(row, QString::fromStdString(line), Ink::Line, text);
    if (!station.why.empty())
        addPiece(row,
                 translated(QT_TRANSLATE_NOOP("Stations", "Ends here: %1")).arg(QString::fromStdString(station.why)),
                 Ink::Why, text);
    const int told = std::max(text.top(), beside.top()) + padding;
    for (const model::Station::Loser &loser : station.losers)
        addPiece(row,
                 translated(QT_TRANSLATE_NOOP("Stations", "not %1 (%2)"))
                     .arg(QString::fromStdString(loser.what), QString::fromStdString(loser.why)),
                 Ink::Loser, text);
    const int bottom = std::max(text.top(), beside.top()) + padding;
    row.area = QRect(room.left(), top, room.width(), bottom - top);
    row.lit = QRect(room.left(), top, room.width(), told - top);
    room.setTop(bottom + rowGap);
    m_rows.push_back(std::move(row));
}

void StationsLayout::addPiece(Row &row, const QString &text, Ink ink, QRect &room) const
{
    const QFontMetrics metrics(fontOf(ink, m_font));
    const QRect asked(room.left(), room.top(), room.width(), 1000);
    const QRect taken = metrics.boundingRect(asked, Qt::TextWrapAnywhere, text);
    const QRect words = metrics.boundingRect(asked, Qt::TextWordWrap, text);
    const int height = words.width() <= room.width() ? words.height() : taken.height();
    row.pieces.push_back({QRect(room.left(), room.top(), room.width(), height), text, ink});
    room.setTop(room.top() + height);
}

QString sentenceOf(const model::Station &station)
{
    QStringList parts;
    for (const std::string &line : station.lines)
        parts << QString::fromStdString(line);
    if (station.state == model::Station::State::NotReached)
        parts << translated(QT_TRANSLATE_NOOP("Stations", "not reached"));
    if (!station.why.empty())
        parts << translated(QT_TRANSLATE_NOOP("Stations", "Ends here: %1")).arg(QString::fromStdString(station.why));
    for (const model::Station::Loser &loser : station.losers)
        parts << translated(QT_TRANSLATE_NOOP("Stations", "not %1 (%2)"))
                     .arg(QString::fromStdString(loser.what), QString::fromStdString(loser.why));
    return QStringLiteral("%1: %2").arg(QString::fromStdString(station.name), parts.join(QStringLiteral("; ")));
}

} // namespace netdraft::views
