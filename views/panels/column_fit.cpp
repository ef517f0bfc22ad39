#include "views/panels/column_fit.h"

#include "views/style/theme.h"

#include <QEvent>
#include <QHeaderView>
#include <QMetaObject>
#include <QTableView>

#include <algorithm>
#include <numeric>
#include <utility>

namespace netdraft::views {

namespace {

/// Rows that are looked at for how wide they are.
constexpr int rowsMeasured = 200;

int sum(const std::vector<int> &widths)
{
    return std::accumulate(widths.begin(), widths.end(), 0);
}

/// With no column wider than `cap`, but for what it cannot do without.
std::vector<int> capped(const std::vector<ColumnWish> &wishes, int cap)
{
    std::vector<int> widths;
    widths.reserve(wishes.size());
    for (const ColumnWish &wish : wishes)
        widths.push_back(std::max(wish.least, std::min(wish.wanted, cap)));
    return widths;
}

} // namespace

std::vector<int> columnWidths(const std::vector<ColumnWish> &wishes, int room, std::size_t rest)
{
    int low = 0;
    int high = 0;
    for (const ColumnWish &wish : wishes)
        high = std::max(high, wish.wanted);
    if (sum(capped(wishes, high)) > room) {
        while (high - low > 1) {
            const int middle = std::midpoint(low, high);
            (sum(capped(wishes, middle)) > room ? high : low) = middle;
        }
        high = low;
    }
    std::vector<int> widths = capped(wishes, high);
    if (rest < widths.size())
        widths[rest] += std::max(0, room - sum(widths));
    return widths;
}

ColumnFit::ColumnFit(QTableView *table, int rest)
    : QObject(table), m_table(table), m_rest(rest), m_columns(table->model()->columnCount())
{
    QHeaderView *header = table->horizontalHeader();
    header->setSectionResizeMode(QHeaderView::Interactive);
    header->setResizeContentsPrecision(rowsMeasured);
    table->viewport()->installEventFilter(this);
    const QAbstractItemModel *model = table->model();
    connect(model, &QAbstractItemModel::modelReset, this, &ColumnFit::columnsChanged);
    connect(model, &QAbstractItemModel::rowsInserted, this, &ColumnFit::fitSoon);
    connect(model, &QAbstractItemModel::rowsRemoved, this, &ColumnFit::fitSoon);
    connect(model, &QAbstractItemModel::dataChanged, this, &ColumnFit::fitSoon);
    // A header that is made anew gives its sections a width, and that is no drag.
    connect(header, &QHeaderView::sectionResized, this,
            [this, header] { m_dragged |= !m_fitting && header->count() == m_columns; });
    fitSoon();
}

void ColumnFit::setLeast(int column, int digits)
{
    m_digits[column] = digits;
}

/// Others have widths of their own.
void ColumnFit::columnsChanged()
{
    if (std::exchange(m_columns, m_table->model()->columnCount()) != m_columns)
        m_dragged = false;
    fitSoon();
}

/// Once for all that changes at a time.
void ColumnFit::fitSoon()
{
    if (m_pending)
        return;
    m_pending = true;
    QMetaObject::invokeMethod(
        this,
        [this] {
            m_pending = false;
            fit();
        },
        Qt::QueuedConnection);
}

void ColumnFit::fit()
{
    const int room = m_table->viewport()->width();
    if (m_dragged || room <= 0)
        return;
    QHeaderView *header = m_table->horizontalHeader();
    const int digit = m_table->fontMetrics().horizontalAdvance(QLatin1Char('0'));
    std::vector<ColumnWish> wishes;
    for (int column = 0; column < header->count(); ++column) {
        const int title = header->sectionSizeHint(column);
        const int wanted = static_cast<const QAbstractItemView *>(m_table)->sizeHintForColumn(column) + spacing::normal;
        const auto digits = m_digits.find(column);
        const int least = digits == m_digits.end() ? 0 : digit * digits->second + spacing::normal;
        wishes.push_back({std::max(title, wanted), std::min(std::max(title, least), std::max(title, wanted))});
    }
    const std::vector<int> widths =
        columnWidths(wishes, room, m_rest == last ? wishes.size() - 1 : static_cast<std::size_t>(m_rest));
    m_fitting = true;
    for (std::size_t column = 0; column < widths.size(); ++column)
        header->resizeSection(static_cast<int>(column), widths[column]);
    m_fitting = false;
}

bool ColumnFit::eventFilter(QObject *object, QEvent *event)
{
    if (event->type() == QEvent::Resize || event->type() == QEvent::FontChange)
        fit();
    return QObject::eventFilter(object, event);
}

} // namespace netdraft::views
