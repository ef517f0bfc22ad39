#pragma once

#include "views/panels/stations_layout.h"

#include <QWidget>

namespace netdraft::views {

struct Theme;

/// A picture of the stations that packets pass in one namespace: each way a rail with a mark for each station, what
/// decided there lit, where it ended crossed, and what lost in grey. The arrow keys go from station to station.
class StationsView : public QWidget
{
    Q_OBJECT

public:
    explicit StationsView(QWidget *parent = nullptr);

    /// `looked` is the way of the frame that is looked at.
    void setWays(std::vector<model::StationWay> ways, std::size_t looked);
    const std::vector<model::StationWay> &ways() const { return m_ways; }
    /// The station that the keyboard is at, as an index of all of them, way by way.
    int current() const { return m_current; }

    bool hasHeightForWidth() const override { return true; }
    int heightForWidth(int width) const override;
    QSize sizeHint() const override;

signals:
    /// That part of the picture is to be in sight.
    void wantsSight(const QRect &area);

protected:
    void paintEvent(QPaintEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;
    void focusInEvent(QFocusEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    std::vector<model::StationWay> m_ways;
    std::size_t m_looked = 0;
    StationsLayout m_layout;
    int m_current = -1;

    void layOut();
    void setCurrent(int row);
    void describe();
    const model::Station &stationOf(const StationsLayout::Row &row) const;
    void paintRail(QPainter &painter, const Theme &theme, std::size_t row) const;
    void paintMark(QPainter &painter, const Theme &theme, const StationsLayout::Row &row) const;
    void paintRow(QPainter &painter, const Theme &theme, std::size_t row) const;
};

} // namespace netdraft::views
