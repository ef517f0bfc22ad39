#include "views/dialogs/quick_list.h"

#include "views/style/icon.h"
#include "views/style/outlined_style.h"
#include "views/style/theme.h"

#include <QAccessible>
#include <QKeyEvent>
#include <QLineEdit>
#include <QListWidget>
#include <QPainter>
#include <QStyledItemDelegate>
#include <QVBoxLayout>

#include <algorithm>

namespace netdraft::views {

namespace {

constexpr int entryRole = Qt::UserRole;
constexpr int detailRole = Qt::UserRole + 1;
/// More rows than anybody reads.
constexpr int mostRows = 200;
constexpr int mostSeen = 14;

/// Draws the detail at the right of an entry.
class DetailDelegate : public QStyledItemDelegate
{
public:
    using QStyledItemDelegate::QStyledItemDelegate;

    QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const override
    {
        QSize size = QStyledItemDelegate::sizeHint(option, index);
        size.setHeight(option.fontMetrics.height() + 2 * spacing::normal - spacing::tight);
        return size;
    }

    void paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override
    {
        QStyledItemDelegate::paint(painter, option, index);
        const bool chosen = (option.state & QStyle::State_Selected) != 0;
        painter->setPen(chosen ? option.palette.color(QPalette::HighlightedText) : themeOf(option.palette).mutedText);
        // A node with many addresses has a detail that is longer than the list is wide.
        const int taken = option.decorationSize.width() + spacing::wide * 2 +
                          option.fontMetrics.horizontalAdvance(index.data(Qt::DisplayRole).toString());
        const QRect room = option.rect.adjusted(taken, 0, -spacing::normal, 0);
        painter->drawText(
            room, Qt::AlignRight | Qt::AlignVCenter,
            option.fontMetrics.elidedText(index.data(detailRole).toString(), Qt::ElideRight, room.width()));
    }
};

} // namespace

int findRank(const QString &typed, const QString &text)
{
    if (const qsizetype at = text.indexOf(typed, 0, Qt::CaseInsensitive); at >= 0) {
        const bool wordStart = at == 0 || !text[at - 1].isLetterOrNumber();
        const bool whole = typed.size() == text.size();
        return static_cast<int>(whole ? 0 : wordStart ? 1 + at : 100 + at);
    }
    qsizetype at = 0;
    int gaps = 0;
    for (const QChar c : typed) {
        const qsizetype next = text.indexOf(c, at, Qt::CaseInsensitive);
        if (next < 0)
            return -1;
        gaps += static_cast<int>(next - at);
        at = next + 1;
    }
    return 1000 + gaps;
}

QuickList::QuickList(const QString &prompt, std::vector<QuickEntry> entries, QWidget *window)
    : QDialog(window, Qt::Dialog | Qt::FramelessWindowHint), m_entries(std::move(entries)), m_line(new QLineEdit),
      m_list(new QListWidget)
{
    setObjectName(QStringLiteral("quickList"));
    setAttribute(Qt::WA_DeleteOnClose);
    setModal(true);
    setWindowTitle(prompt); // It has no frame to show it, but is called so.
    m_line->setObjectName(QStringLiteral("quickLine"));
    m_line->setPlaceholderText(prompt);
    m_line->setAccessibleName(prompt);
    m_line->setClearButtonEnabled(true);
    m_line->installEventFilter(this);
    m_list->setObjectName(QStringLiteral("quickEntries"));
    m_list->setAccessibleName(tr("What fits"));
    m_list->setFrameShape(QFrame::NoFrame);
    m_list->setFocusPolicy(Qt::NoFocus);
    m_list->setUniformItemSizes(true);
    m_list->setItemDelegate(new DetailDelegate(m_list));
    connect(m_line, &QLineEdit::textChanged, this, &QuickList::filter);
    connect(m_list, &QListWidget::itemClicked, this, &QuickList::choose);
    connect(m_list, &QListWidget::currentRowChanged, this, &QuickList::announce);
    auto *all = new QVBoxLayout(this);
    all->setContentsMargins(spacing::normal, spacing::normal, spacing::normal, spacing::normal);
    all->setSpacing(spacing::normal);
    all->addWidget(m_line);
    all->addWidget(m_list);
    filter({});

    resize(std::min(560, window->width() - 80), heightFor(mostSeen));
    move(window->mapToGlobal(QPoint((window->width() - width()) / 2, 72)));
}

/// That as many rows are seen whole, or as many as the window has room for.
int QuickList::heightFor(int rows) const
{
    const int row = std::max(1, m_list->sizeHintForRow(0));
    const int others = m_line->sizeHint().height() + 3 * spacing::normal;
    return others + row * std::clamp((parentWidget()->window()->height() - 120 - others) / row, 1, rows);
}

void QuickList::standAt(QPoint global)
{
    const int prompt = m_line->fontMetrics().horizontalAdvance(m_line->placeholderText());
    resize(std::max(260, prompt + 6 * spacing::normal), heightFor(static_cast<int>(m_entries.size())));
    const QRect room = parentWidget()->window()->geometry();
    move(std::clamp(global.x(), room.left(), std::max(room.left(), room.right() - width())),
         std::clamp(global.y(), room.top(), std::max(room.top(), room.bottom() - height())));
}

void QuickList::paintEvent(QPaintEvent *event)
{
    QDialog::paintEvent(event);
    QPainter painter(this);
    painter.setPen(OutlinedStyle::outline(palette()));
    painter.drawRect(rect().adjusted(0, 0, -1, -1));
}

void QuickList::filter(const QString &typed)
{
    struct Found {
        int rank;
        std::size_t entry;
    };
    std::vector<Found> found;
    for (std::size_t i = 0; i < m_entries.size(); ++i) {
        int rank = findRank(typed.trimmed(), m_entries[i].text);
        for (const QString &other : {m_entries[i].detail, m_entries[i].also}) {
            if (const int behind = findRank(typed.trimmed(), other); behind >= 0 && behind < 1000)
                rank = rank < 0 ? behind + 500 : std::min(rank, behind + 500);
        }
        if (rank >= 0)
            found.push_back({rank, i});
    }
    std::ranges::stable_sort(found, {}, &Found::rank);
    if (found.size() > mostRows)
        found.resize(mostRows);
    m_list->clear();
    for (const Found &one : found) {
        const QuickEntry &entry = m_entries[one.entry];
        auto *item = new QListWidgetItem(entry.icon.isNull() ? blankIcon() : entry.icon, entry.text, m_list);
        item->setData(entryRole, static_cast<int>(one.entry));
        item->setData(detailRole, entry.detail);
        if (!entry.detail.isEmpty())
            item->setData(Qt::AccessibleTextRole, tr("%1, %2").arg(entry.text, entry.detail));
    }
    m_list->setCurrentRow(0);
}

void QuickList::announce(int row)
{
    // The line keeps the keyboard, so nobody would hear of the row that Enter takes.
    if (row < 0 || !QAccessible::isActive())
        return;
    QAccessibleEvent event(m_list, QAccessible::Focus);
    event.setChild(row);
    QAccessible::updateAccessibility(&event);
}

void QuickList::choose()
{
    const QListWidgetItem *item = m_list->currentItem();
    if (!item)
        return;
    const std::function<void()> choose = m_entries[static_cast<std::size_t>(item->data(entryRole).toInt())].choose;
    accept();
    choose();
}

bool QuickList::eventFilter(QObject *object, QEvent *event)
{
    if (event->type() != QEvent::KeyPress)
        return QDialog::eventFilter(object, event);
    const int key = static_cast<QKeyEvent *>(event)->key();
    const int row = m_list->currentRow();
    switch (key) {
    case Qt::Key_Up: m_list->setCurrentRow(std::max(0, row - 1)); return true;
    case Qt::Key_Down: m_list->setCurrentRow(std::min(m_list->count() - 1, row + 1)); return true;
    case Qt::Key_PageUp: m_list->setCurrentRow(std::max(0, row - 10)); return true;
    case Qt::Key_PageDown: m_list->setCurrentRow(std::min(m_list->count() - 1, row + 10)); return true;
    case Qt::Key_Return:
    case Qt::Key_Enter: choose(); return true;
    default: return QDialog::eventFilter(object, event);
    }
}

} // namespace netdraft::views
