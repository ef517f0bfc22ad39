#include "views/panels/matrix_panel.h"

#include "views/document/document.h"
#include "views/document/shown_ping.h"
#include "views/panels/elided_label.h"
#include "views/panels/matrix_delegate.h"
#include "views/panels/matrix_header.h"
#include "views/panels/matrix_model.h"
#include "views/panels/panel_parts.h"
#include "views/style/icon.h"

#include <QComboBox>
#include <QKeyEvent>
#include <QLabel>
#include <QTableView>
#include <QToolButton>
#include <QVBoxLayout>
#include <QWheelEvent>

#include <algorithm>

namespace netdraft::views {

namespace {

/// Pixels of a cell's side, step by step; the first is as large as its words need.
constexpr int sides[] = {0, 18, 12, 8, 6, 4};
constexpr int lastStep = static_cast<int>(std::size(sides)) - 1;
/// Names of rows and columns need as much.
constexpr int roomForNames = 14;

} // namespace

MatrixPanel::MatrixPanel(const PanelContext &context, QWidget *parent)
    : Panel(context, parent), m_model(new MatrixModel(context.document, this)), m_table(new QTableView),
      m_header(new MatrixHeader(m_table)), m_reason(new ElidedLabel),
      m_empty(emptyText(tr("No node has an address yet that another one could ping."))), m_grouping(new QComboBox),
      m_groupingLabel(panelLabel(tr("Show"), m_grouping)),
      m_openAll(panelButton(QStringLiteral("matrixOpenAll"), icon(QStringLiteral("table")), tr("Open all groups"))),
      m_larger(panelButton(QStringLiteral("matrixLarger"), icon(QStringLiteral("zoom-in")),
                           tr("Larger cells (Ctrl and the wheel)"))),
      m_smaller(panelButton(QStringLiteral("matrixSmaller"), icon(QStringLiteral("zoom-out")),
                            tr("Smaller cells (Ctrl and the wheel)")))
{
    m_table->setObjectName(QStringLiteral("matrixTable"));
    m_table->setAccessibleName(tr("Reachability: rows ping columns"));
    styleTable(m_table);
    m_table->setSelectionBehavior(QAbstractItemView::SelectItems);
    m_table->setHorizontalHeader(m_header);
    m_table->setModel(m_model);
    m_table->setItemDelegate(new MatrixDelegate(m_table));
    m_table->setMouseTracking(true);
    m_table->verticalHeader()->show();
    m_table->verticalHeader()->setHighlightSections(true);
    m_table->verticalHeader()->setDefaultAlignment(Qt::AlignRight | Qt::AlignVCenter);
    m_table->verticalHeader()->setMinimumWidth(fontMetrics().averageCharWidth() * 6);
    m_table->viewport()->installEventFilter(this);
    m_table->installEventFilter(this);
    connect(m_model, &QAbstractItemModel::modelReset, this, &MatrixPanel::fitStep);
    m_grouping->setObjectName(QStringLiteral("matrixGrouping"));
    m_grouping->setAccessibleName(tr("Group rows and columns"));
    m_grouping->setToolTip(
        tr("Put rows and columns together; a click on a group's name opens it, and in the table Space that of the row "
           "and Shift+Space that of the column"));
    m_grouping->addItems({tr("Each address"), tr("By subnet"), tr("By machine"), tr("By kind")});
    m_openAll->setCheckable(true);
    connect(m_grouping, &QComboBox::activated, this, &MatrixPanel::group);
    connect(m_openAll, &QToolButton::toggled, m_model, &MatrixModel::openAll);
    for (QHeaderView *header : {static_cast<QHeaderView *>(m_header), m_table->verticalHeader()}) {
        header->setSectionsClickable(true);
        connect(header, &QHeaderView::sectionClicked, m_model,
                [this, header](int section) { m_model->toggle(header->orientation(), section); });
    }
    connect(m_larger, &QToolButton::clicked, this, [this] { chooseStep(m_step - 1); });
    connect(m_smaller, &QToolButton::clicked, this, [this] { chooseStep(m_step + 1); });
    connect(m_table, &QTableView::clicked, this, &MatrixPanel::showWay);
    connect(m_table, &QTableView::activated, this, &MatrixPanel::showWay);

    m_reason->setObjectName(QStringLiteral("matrixReason"));
    m_reason->setTextFormat(Qt::PlainText);
    m_reason->setMargin(spacing::tight);
    m_reason->setForegroundRole(QPalette::PlaceholderText);
    const QString hint = tr("A row pings a column. Rest on a cell for its reason, click to draw the way.");
    m_reason->setText(hint);
    connect(m_table, &QTableView::entered, this, [this](const QModelIndex &index) {
        if (sides[m_step] > 0)
            m_reason->setText(m_model->summary(index));
    });
    // With the keyboard, where there is no mouse that rests.
    connect(m_table->selectionModel(), &QItemSelectionModel::currentChanged, this, [this](const QModelIndex &index) {
        if (index.isValid())
            m_reason->setText(m_model->summary(index));
    });
    connect(&shown(), &ShownPing::changed, this,
            [this, hint] { m_reason->setText(shown().ping() ? shown().text() : hint); });

    auto *all = new QVBoxLayout(this);
    all->setContentsMargins(0, 0, 0, 0);
    all->setSpacing(0);
    all->addWidget(m_table, 1);
    all->addWidget(m_empty, 1);
    auto *below = new QHBoxLayout;
    below->setContentsMargins(0, 0, spacing::tight, 0);
    below->addWidget(m_reason, 1);
    below->setSpacing(spacing::tight);
    below->addWidget(m_groupingLabel);
    below->addWidget(m_grouping);
    below->addWidget(m_openAll);
    below->addWidget(m_smaller);
    below->addWidget(m_larger);
    all->addLayout(below);
    followDocument();
}

void MatrixPanel::sync()
{
    m_model->sync();
    const bool awaited = document().answersAwaited().has_value();
    m_table->setDisabled(awaited);
    const bool any = m_model->rowCount() > 0 && m_model->columnCount() > 0;
    m_table->setVisible(any);
    for (QWidget *below : std::initializer_list<QWidget *>{m_reason, m_groupingLabel, m_grouping, m_smaller, m_larger})
        below->setVisible(any);
    m_openAll->setVisible(any && m_model->grouping() != MatrixGrouping::None);
    m_empty->setVisible(!any && !awaited);
}

void MatrixPanel::resizeEvent(QResizeEvent *event)
{
    Panel::resizeEvent(event);
    if (!m_stepChosen)
        fitStep();
}

bool MatrixPanel::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == m_table && event->type() == QEvent::KeyPress) {
        const auto *key = static_cast<QKeyEvent *>(event);
        return key->key() == Qt::Key_Space && openGroup(key->modifiers() & Qt::ShiftModifier);
    }
    if (watched != m_table->viewport() || event->type() != QEvent::Wheel)
        return Panel::eventFilter(watched, event);
    const auto *wheel = static_cast<QWheelEvent *>(event);
    if (!(wheel->modifiers() & Qt::ControlModifier) || wheel->angleDelta().y() == 0)
        return false;
    chooseStep(m_step + (wheel->angleDelta().y() > 0 ? -1 : 1));
    return true;
}

bool MatrixPanel::openGroup(bool ofColumn)
{
    const QModelIndex current = m_table->currentIndex();
    if (!current.isValid())
        return false;
    const int row = current.row();
    const int column = current.column();
    m_model->toggle(ofColumn ? Qt::Horizontal : Qt::Vertical, ofColumn ? column : row);
    m_table->setCurrentIndex(m_model->index(row, column));
    return true;
}

void MatrixPanel::group(int choice)
{
    const QSignalBlocker quiet(m_openAll);
    m_openAll->setChecked(false);
    m_model->setGrouping(static_cast<MatrixGrouping>(choice));
    m_openAll->setVisible(choice > 0);
}

/// The largest cells by which all columns can be seen, where they are too many to be read.
void MatrixPanel::fitStep()
{
    constexpr int readable = 48;
    const int columns = m_model->columnCount();
    int step = m_stepChosen ? m_step : 0;
    if (!m_stepChosen && columns > readable) {
        step = 1;
        while (step < lastStep && columns * sides[step] > m_table->viewport()->width())
            ++step;
    }
    setStep(step);
}

void MatrixPanel::chooseStep(int step)
{
    m_stepChosen = true;
    setStep(std::clamp(step, 0, lastStep));
}

void MatrixPanel::setStep(int step)
{
    m_step = step;
    const int side = sides[step];
    const bool named = side == 0 || side >= roomForNames;
    m_header->fit(side);
    m_header->setVisible(named);
    QHeaderView *rows = m_table->verticalHeader();
    rows->setMinimumSectionSize(side > 0 ? side : m_table->fontMetrics().height());
    rows->setDefaultSectionSize(side > 0 ? side : m_table->fontMetrics().height() + spacing::normal);
    rows->setVisible(named);
    m_larger->setEnabled(step > 0);
    m_smaller->setEnabled(step < lastStep);
}

void MatrixPanel::showWay(const QModelIndex &index)
{
    shown().show(m_model->from(index), m_model->target(index).address);
}

} // namespace netdraft::views
