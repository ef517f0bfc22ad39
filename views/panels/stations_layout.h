#pragma once

#include "model/reachability/station.h"

#include <QFont>
#include <QRect>
#include <QString>

#include <vector>

namespace netdraft::views {

/// Where everything of the picture of a packet's stations goes: each way a column, the station below the one before it.
/// Columns that find no room beside each other stand below each other.
class StationsLayout
{
public:
    enum class Ink : std::uint8_t { Title, Name, Line, Why, Loser };
    struct Piece {
        QRect area;
        QString text;
        Ink ink = Ink::Line;
    };
    struct Row {
        std::size_t way = 0;
        std::size_t station = 0;
        QRect area;
        QRect lit;   ///< the part of it that says what happened, without what lost
        QPoint mark; ///< the middle of its mark on the rail
        bool last = false;
        std::vector<Piece> pieces;
    };
    struct Column {
        std::size_t way = 0;
        Piece title;
    };

    StationsLayout() = default;
    StationsLayout(const std::vector<model::StationWay> &ways, const QFont &font, int width);

    const std::vector<Row> &rows() const { return m_rows; }
    const std::vector<Column> &columns() const { return m_columns; }
    int height() const { return m_height; }

    /// The font of a sort of text, made of that of the widget.
    static QFont fontOf(Ink ink, QFont font);

private:
    QFont m_font;
    std::vector<Row> m_rows;
    std::vector<Column> m_columns;
    int m_height = 0;

    /// Puts one way below `top`; returns where it ends.
    int place(std::size_t way, const model::StationWay &of, QPoint top, int width);
    void addRow(std::size_t way, const model::StationWay &of, std::size_t station, QRect &room);
    /// Adds text at the top of what room is left, which it shrinks.
    void addPiece(Row &row, const QString &text, Ink ink, QRect &room) const;
    /// Whether all that a station says fits behind its name.
    bool standsBeside(const model::Station &station, int width) const;
    int nameWidth(const model::StationWay &way) const;
};

/// A station in one sentence, for who cannot see the picture.
QString sentenceOf(const model::Station &station);

} // namespace netdraft::views
