#include "views/panels/steps_view.h"

#include "model/command/command.h"
#include "views/document/document.h"
#include "views/document/step_through.h"
#include "views/style/theme.h"

#include <QHeaderView>
#include <QKeyEvent>

#include <algorithm>

namespace netdraft::views {

namespace {

enum Column { CommandColumn, NodeColumn };

/// A step that is one command, which is what was typed.
bool isItself(const QString &text, const std::vector<std::pair<QString, QString>> &commands)
{
    return commands.size() == 1 && commands.front().first == text;
}

QString asComment(const QString &text)
{
    return QStringLiteral("# ") + QString(text).replace(QLatin1Char('\n'), QLatin1String("\n# "));
}

} // namespace

StepsView::StepsView(Document &document, const StepThrough &stepThrough, QWidget *parent)
    : QTreeWidget(parent), m_document(document), m_stepThrough(stepThrough)
{
    setObjectName(QStringLiteral("commandsSteps"));
    setAccessibleName(tr("Steps of this session"));
    setColumnCount(2);
    setHeaderLabels({tr("Command"), tr("On")});
    header()->setStretchLastSection(false);
    header()->setSectionResizeMode(CommandColumn, QHeaderView::Stretch);
    header()->setSectionResizeMode(NodeColumn, QHeaderView::ResizeToContents);
    setUniformRowHeights(true);
    setFrameShape(QFrame::NoFrame);
    setTabKeyNavigation(false);
}

std::vector<StepsView::Row> StepsView::rows(const std::string &onlyOn) const
{
    std::vector<Row> rows;
    const auto add = [&](const QString &text, const model::EditList &edits) {
        Row row{text, {}};
        for (const model::Edit &edit : edits) {
            const std::string node = model::netnsOf(edit);
            if (!node.empty() && (onlyOn.empty() || node == onlyOn))
                row.commands.emplace_back(QString::fromStdString(model::commandLine(edit, model::Prompt::Node)),
                                          QString::fromStdString(node));
        }
        if (!row.commands.empty())
            rows.push_back(std::move(row));
    };
    const std::vector<model::EditList> history = m_document.history();
    const int steps = m_stepThrough.isOn() ? m_stepThrough.index() : static_cast<int>(history.size());
    for (int step = 0; step < steps; ++step)
        add(m_document.undoStack().text(step), history[static_cast<std::size_t>(step)]);
    if (m_stepThrough.isOn())
        add(m_stepThrough.text(), m_stepThrough.edits());
    return rows;
}

QTreeWidgetItem *StepsView::newItem(const QString &command, const QString &node)
{
    auto *item = new QTreeWidgetItem({command, node});
    for (const Column column : {CommandColumn, NodeColumn})
        item->setFont(column, fixedFont());
    return item;
}

void StepsView::addRow(const Row &row)
{
    const bool isPlain = isItself(row.text, row.commands);
    // Several lines that were pasted are one row.
    QTreeWidgetItem *item = newItem(QString(row.text).replace(QLatin1Char('\n'), QLatin1String("; ")),
                                    isPlain ? row.commands.front().second : QString());
    if (!isPlain)
        for (const auto &[command, node] : row.commands)
            item->addChild(newItem(QString(command).replace(QLatin1Char('\n'), QLatin1Char(' ')), node));
    addTopLevelItem(item);
}

void StepsView::sync(const std::string &onlyOn)
{
    std::vector<Row> now = rows(onlyOn);
    const auto same = std::ranges::mismatch(m_rows, now).in1 - m_rows.begin();
    if (same != std::ssize(m_rows) || same != std::ssize(now)) {
        while (topLevelItemCount() > same)
            delete takeTopLevelItem(topLevelItemCount() - 1);
        m_rows = std::move(now);
        for (std::size_t at = static_cast<std::size_t>(same); at < m_rows.size(); ++at)
            addRow(m_rows[at]);
        scrollToBottom();
    }
    showNext();
}

void StepsView::showNext()
{
    if (!m_stepThrough.isOn() || topLevelItemCount() == 0)
        return;
    const auto &edits = m_stepThrough.edits().edits;
    const auto isShown = [](const model::Edit &edit) { return !model::netnsOf(edit).empty(); };
    const auto done = static_cast<std::ptrdiff_t>(m_stepThrough.done());
    QTreeWidgetItem *step = topLevelItem(topLevelItemCount() - 1);
    if (step->childCount() != std::ranges::count_if(edits, isShown))
        return; // those of one node alone
    step->setExpanded(true);
    setCurrentItem(step->child(static_cast<int>(std::count_if(edits.begin(), edits.begin() + done, isShown))));
}

QString StepsView::copiedText() const
{
    QString text;
    const auto add = [&](const Row &row) {
        if (!isItself(row.text, row.commands))
            text += asComment(row.text) + QLatin1Char('\n');
        QString at;
        for (const auto &[command, node] : row.commands) {
            if (node != at)
                text += QStringLiteral("# on %1\n").arg(node);
            at = node;
            text += command + QLatin1Char('\n');
        }
    };
    QTreeWidgetItem *chosen = selectedItems().value(0);
    if (!chosen) {
        for (const Row &row : m_rows)
            add(row);
        return text;
    }
    QTreeWidgetItem *step = chosen->parent();
    const Row &row = m_rows[static_cast<std::size_t>(indexOfTopLevelItem(step ? step : chosen))];
    if (step)
        return row.commands[static_cast<std::size_t>(step->indexOfChild(chosen))].first;
    add(row);
    return text;
}

void StepsView::keyPressEvent(QKeyEvent *event)
{
    if (event->matches(QKeySequence::Copy)) {
        emit copyWanted();
        return;
    }
    QTreeWidget::keyPressEvent(event);
}

} // namespace netdraft::views
