#pragma once

#include <QObject>

#include <map>
#include <vector>

class QTableView;

namespace netdraft::views {

/// What a column would take for all that stands in it, and what it can do with, in pixels.
struct ColumnWish {
    int wanted = 0;
    int least = 0;
};

/// The widths of columns side by side in `room`: each gets what it wants and the column `rest` what is left over. Where
/// there is too little, those that want most give way first, down to their least; if that is still too wide, one
/// scrolls.
std::vector<int> columnWidths(const std::vector<ColumnWish> &wishes, int room, std::size_t rest);

/// Keeps a table's columns as wide as what stands in them, as far as there is room (columnWidths()), until somebody
/// drags the edge of one.
class ColumnFit : public QObject
{
    Q_OBJECT

public:
    static constexpr int last = -1;
    /// `rest` takes what is left over.
    ColumnFit(QTableView *table, int rest);

    /// That a column can do with as many digits; otherwise with its title.
    void setLeast(int column, int digits);
    /// Sets the widths anew, unless somebody has dragged one since the columns were others.
    void fit();

protected:
    bool eventFilter(QObject *object, QEvent *event) override;

private:
    QTableView *m_table;
    int m_rest;
    std::map<int, int> m_digits; ///< by column, where setLeast() was called
    int m_columns;
    bool m_fitting = false;
    bool m_dragged = false;
    bool m_pending = false;

    void fitSoon();
    void columnsChanged();
};

} // namespace netdraft::views
