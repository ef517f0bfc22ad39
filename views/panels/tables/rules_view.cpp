#include "views/panels/tables/rules_view.h"

#include "views/style/icon.h"
#include "views/style/theme.h"

#include <QCoreApplication>
#include <QEvent>
#include <QHeaderView>
#include <QStandardItemModel>

#include <algorithm>

namespace netdraft::views {

namespace {

using model::tables::UnfoldedRule;

constexpr std::size_t mostOpen = 200; ///< rows that are all open from the start

enum Column { Words, Packets, Bytes };

/// `filter FORWARD, policy DROP`, `-i eth0 → ACCEPT`
QString wordsOf(const UnfoldedRule &row)
{
    const QString what = QString::fromStdString(row.what);
    if (row.depth == 0) {
        const QString tool = row.place.nft                             ? QStringLiteral(" (nft)")
                             : row.place.family == model::Family::Ipv6 ? QStringLiteral(" (ip6tables)")
                                                                       : QString();
        const auto policy = row.drops ? QStringLiteral("DROP") : QStringLiteral("ACCEPT");
        return what + tool + QStringLiteral(", ") + QCoreApplication::translate("RuleRows", "policy %1").arg(policy);
    }
    QString words = what.isEmpty() ? QCoreApplication::translate("RuleRows", "every packet") : what;
    if (!row.does.empty())
        words += QStringLiteral(" → ") + QString::fromStdString(row.does);
    return row.isCut ? words + QStringLiteral(" …") : words;
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

void RulesView::setRows(std::vector<UnfoldedRule> rows)
{
    const bool isSame =
        std::ranges::equal(rows, m_rows, [](const UnfoldedRule &a, const UnfoldedRule &b) { return a.isSameBut(b); });
    m_rows = std::move(rows);
    if (!isSame || m_model->columnCount() == 0) {
        m_passed.clear();
        build();
    }
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
    for (const UnfoldedRule &row : m_rows) {
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
        line[Words]->setToolTip(row.isCut ? tr("The rules of this chain would be too many lines")
                                          : line[Words]->text()); // where that is cut short
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

void RulesView::setPassed(std::vector<bool> passed)
{
    m_passed = std::move(passed);
    writeMarks();
}

void RulesView::writeMarks()
{
    const QIcon mark = icon(QStringLiteral("packets"), themeOf(palette()).accent);
    for (std::size_t i = 0; i < m_rows.size(); ++i) {
        const bool passed = i < m_passed.size() && m_passed[i];
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
    const auto row = std::ranges::find(m_rows, hook, &UnfoldedRule::hook);
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
