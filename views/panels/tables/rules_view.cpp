#include "views/panels/tables/rules_view.h"

#include "views/style/icon.h"
#include "views/style/theme.h"

#include <QEvent>
#include <QHeaderView>
#include <QStandardItemModel>

#include <algorithm>

namespace netdraft::views {

namespace {

constexpr std::size_t mostOpen = 200; ///< rows that are all open from the start

enum Column { Words, Packets, Bytes };

/// `-i eth0 → ACCEPT`
QString wordsOf(const RuleRow &row)
{
    const QString between = row.depth == 0 ? QStringLiteral(", ") : QStringLiteral(" → ");
    return row.does.isEmpty() ? row.what : row.what + between + row.does;
}

} // namespace

RulesView::RulesView(QWidget *parent) : QTreeView(parent), m_model(new QStandardItemModel(this))
{
    setObjectName(QStringLiteral("rulesView"));
    setAccessibleName(tr("Rules of iptables and nft"));
    setFrameShape(QFrame::NoFrame);
    setModel(m_model);
    setUniformRowHeights(true);
    setEditTriggers(NoEditTriggers);
    setHorizontalScrollMode(ScrollPerPixel);
    header()->setHighlightSections(false);
}

void RulesView::setRows(std::vector<RuleRow> rows)
{
    const bool isSame =
        std::ranges::equal(rows, m_rows, [](const RuleRow &a, const RuleRow &b) { return a.isSameBut(b); });
    m_rows = std::move(rows);
    if (!isSame || m_model->columnCount() == 0)
        build();
    writeCounts();
    writeMarks();
}

void RulesView::build()
{
    m_model->clear();
    m_model->setHorizontalHeaderLabels({tr("Chains and rules"), tr("Packets"), tr("Bytes")});
    m_items.clear();
    std::vector<QStandardItem *> above{m_model->invisibleRootItem()};
    const QFont font = fixedFont();
    for (const RuleRow &row : m_rows) {
        QList<QStandardItem *> line{new QStandardItem(wordsOf(row)), new QStandardItem, new QStandardItem};
        for (QStandardItem *item : line) {
            item->setFont(font);
            item->setEditable(false);
        }
        line[Packets]->setTextAlignment(Qt::AlignRight | Qt::AlignVCenter);
        line[Bytes]->setTextAlignment(Qt::AlignRight | Qt::AlignVCenter);
        if (row.depth == 0) {
            QFont bold = font;
            bold.setBold(true);
            line[Words]->setFont(bold);
        }
        above.resize(static_cast<std::size_t>(row.depth) + 1);
        line[Words]->setToolTip(line[Words]->text()); // where it is cut short
        above.back()->appendRow(line);
        above.push_back(line[Words]);
        m_items.push_back(line[Words]);
    }
    if (m_rows.size() <= mostOpen)
        expandAll();
    else
        expandToDepth(0);
    header()->setStretchLastSection(false);
    header()->setSectionResizeMode(Words, QHeaderView::Stretch);
    for (const int column : {Packets, Bytes})
        header()->setSectionResizeMode(column, QHeaderView::ResizeToContents);
}

void RulesView::writeCounts()
{
    for (std::size_t i = 0; i < m_rows.size(); ++i) {
        const auto write = [&](int column, const QString &text) {
            const QModelIndex at = m_items[i]->index().siblingAtColumn(column);
            if (m_model->data(at) != text)
                m_model->setData(at, text);
        };
        const auto &counted = m_rows[i].counted;
        write(Packets, counted ? QString::number(counted->packets) : QString());
        write(Bytes, counted ? QString::number(counted->bytes) : QString());
    }
}

void RulesView::setPassed(const std::vector<model::netfilter::CountingPlace> &places)
{
    m_passed = places;
    writeMarks();
}

void RulesView::writeMarks()
{
    const QIcon mark = icon(QStringLiteral("packets"), themeOf(palette()).accent);
    for (std::size_t i = 0; i < m_rows.size(); ++i) {
        const bool passed = std::ranges::find(m_passed, m_rows[i].place) != m_passed.end();
        if (passed == !m_items[i]->icon().isNull())
            continue;
        m_items[i]->setIcon(passed ? mark : QIcon());
        m_items[i]->setData(passed ? tr("%1, which the packet passed that is looked at").arg(wordsOf(m_rows[i]))
                                   : QVariant(),
                            Qt::AccessibleTextRole);
    }
}

void RulesView::goTo(model::netfilter::Hook hook)
{
    const auto row = std::ranges::find(m_rows, hook, &RuleRow::hook);
    if (row == m_rows.end())
        return;
    const QModelIndex at = m_items[static_cast<std::size_t>(row - m_rows.begin())]->index();
    setCurrentIndex(at);
    scrollTo(at, PositionAtTop);
}

void RulesView::changeEvent(QEvent *event)
{
    QTreeView::changeEvent(event);
    if (event->type() != QEvent::PaletteChange)
        return;
    for (QStandardItem *item : m_items)
        item->setIcon({});
    writeMarks();
}

} // namespace netdraft::views
