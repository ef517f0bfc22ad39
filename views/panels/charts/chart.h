#pragma once

#include <QColor>
#include <QString>
#include <QStringList>

#include <algorithm>
#include <vector>

namespace netdraft::views {

/// A diagram as data: what is drawn, and written to a file.
struct Chart {
    enum class Sort {
        Bars,    ///< of each series one, side by side
        Stacked, ///< the series on top of each other
        Lines    ///< one for each series, over the numbers from 1
    };
    struct Series {
        QString name;
        std::vector<double> values; ///< one for each category, or along the line
    };

    Sort sort = Sort::Bars;
    QString title;
    QString across;         ///< what the categories are, or what is counted along the lines
    QString up;             ///< what the values are
    QStringList categories; ///< not of lines
    std::vector<Series> series;

    std::size_t length() const
    {
        std::size_t most = 0;
        for (const Series &each : series)
            most = std::max(most, each.values.size());
        return most;
    }
    bool isEmpty() const { return length() == 0; }
};

/// How one is drawn.
struct ChartLook {
    QColor ground;
    QColor text;
    QColor grid;
    std::vector<QColor> inks; ///< of the series, in turn
};

/// As a table: a row of names, then a row for each category (RFC 4180).
QString csvOf(const Chart &chart);
/// What it says, for those who do not see it: its title and the largest values.
QString spokenOf(const Chart &chart);

} // namespace netdraft::views
