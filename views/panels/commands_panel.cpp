#include "views/panels/commands_panel.h"

#include "model/exchange/exchange.h"
#include "views/document/document.h"
#include "views/document/session_words.h"
#include "views/document/step_through.h"
#include "views/panels/panel_parts.h"
#include "views/panels/steps_view.h"
#include "views/style/icon.h"

#include <QApplication>
#include <QClipboard>
#include <QComboBox>
#include <QHBoxLayout>
#include <QLabel>
#include <QPlainTextEdit>
#include <QScrollBar>
#include <QStackedWidget>
#include <QToolButton>

namespace netdraft::views {

namespace {

enum What { Session, WholeNetwork, Steps };

} // namespace

CommandsPanel::CommandsPanel(const PanelContext &context, QWidget *parent)
    : Panel(context, parent), m_what(new QComboBox), m_node(new QComboBox), m_text(new QPlainTextEdit),
      m_stepThrough(new StepThrough(context.document, this)), m_steps(new StepsView(context.document, *m_stepThrough)),
      m_pages(new QStackedWidget)
{
    m_what->setObjectName(QStringLiteral("commandsWhat"));
    m_what->setAccessibleName(tr("Which commands"));
    m_what->addItem(tr("This session"), Session);
    m_what->addItem(tr("Whole network"), WholeNetwork);
    m_what->addItem(tr("This session, step by step"), Steps);
    m_node->setObjectName(QStringLiteral("commandsNode"));
    m_node->setAccessibleName(tr("Of which node"));
    m_node->setSizeAdjustPolicy(QComboBox::AdjustToContents);
    m_node->setMaxVisibleItems(20);
    m_text->setObjectName(QStringLiteral("commandsText"));
    m_text->setAccessibleName(tr("Commands"));
    m_text->setReadOnly(true);
    m_text->setFrameShape(QFrame::NoFrame);
    m_text->setFont(fixedFont());
    m_text->setLineWrapMode(QPlainTextEdit::NoWrap);
    m_text->setPlaceholderText(tr("The commands that do the same as what you do here appear in this place."));
    auto *copy = panelButton(QStringLiteral("copyCommands"), icon(QStringLiteral("copy")), tr("Copy all of them"));
    connect(copy, &QToolButton::clicked, this, &CommandsPanel::copy);
    connect(m_steps, &StepsView::copyWanted, this, &CommandsPanel::copy);
    m_next = panelButton(QStringLiteral("stepCommands"), icon(QStringLiteral("step-forward")), QString());
    connect(m_next, &QToolButton::clicked, this, &CommandsPanel::goOn);
    connect(m_stepThrough, &StepThrough::moved, this, &CommandsPanel::invalidate);
    m_pages->addWidget(m_text);
    m_pages->addWidget(m_steps);
    connect(m_what, &QComboBox::currentIndexChanged, this, &CommandsPanel::invalidate);
    connect(m_node, &QComboBox::currentIndexChanged, this, &CommandsPanel::invalidate);

    auto *head = panelHead();
    head->addWidget(panelLabel(tr("Commands of"), m_what));
    head->addWidget(m_what);
    head->addWidget(panelLabel(tr("on"), m_node));
    head->addWidget(m_node);
    head->addStretch();
    head->addWidget(m_next);
    head->addWidget(copy);
    auto *all = new QVBoxLayout(this);
    all->setContentsMargins(0, 0, 0, 0);
    all->setSpacing(0);
    all->addLayout(head);
    all->addWidget(m_pages, 1);
    followDocument();
    connect(&document().undoStack(), &QUndoStack::indexChanged, this, &CommandsPanel::invalidate);
}

void CommandsPanel::syncNodes()
{
    QStringList names{tr("All nodes")};
    for (const auto &netns : document().network().namespaces())
        names << QString::fromStdString(netns->name);
    QStringList present;
    for (int i = 0; i < m_node->count(); ++i)
        present << m_node->itemText(i);
    if (names == present)
        return;
    const QString chosen = m_node->currentIndex() > 0 ? m_node->currentText() : QString();
    const QSignalBlocker quiet(m_node);
    m_node->clear();
    m_node->addItems(names);
    const int again = chosen.isEmpty() ? 0 : m_node->findText(chosen);
    m_node->setCurrentIndex(std::max(0, again));
}

std::string CommandsPanel::onlyOn() const
{
    return m_node->currentIndex() > 0 ? m_node->currentText().toStdString() : std::string();
}

QString CommandsPanel::commands() const
{
    const std::vector<model::EditList> lists = m_what->currentData().toInt() == WholeNetwork
                                                   ? std::vector{model::rebuild(document().project())}
                                                   : document().history();
    return QString::fromStdString(commandText(document().project(), lists, onlyOn()));
}

void CommandsPanel::copy()
{
    const bool steps = m_pages->currentWidget() == m_steps;
    QApplication::clipboard()->setText(steps ? m_steps->copiedText() : m_text->toPlainText());
}

void CommandsPanel::goOn()
{
    m_next->setFocus(); // Space does the next
    if (m_stepThrough->isOn())
        m_stepThrough->next();
    else
        m_stepThrough->begin();
}

void CommandsPanel::sync()
{
    syncNodes();
    const bool steps = m_what->currentData().toInt() == Steps;
    m_pages->setCurrentWidget(steps ? static_cast<QWidget *>(m_steps) : m_text);
    m_next->setVisible(steps);
    m_next->setEnabled(m_stepThrough->isOn() || m_stepThrough->canBegin());
    const QString help = m_stepThrough->isOn() ? tr("Do the next command")
                                               : tr("Step through: take the last step back and do its commands one "
                                                    "by one");
    m_next->setToolTip(help);
    m_next->setAccessibleName(help);
    if (steps)
        m_steps->sync(onlyOn());
    else
        syncText();
}

void CommandsPanel::syncText()
{
    const QString text = commands();
    if (text == m_text->toPlainText())
        return;
    const bool session = m_what->currentData().toInt() == Session;
    const int position = m_text->verticalScrollBar()->value();
    m_text->setPlainText(text);
    QScrollBar *bar = m_text->verticalScrollBar();
    bar->setValue(session ? bar->maximum() : position);
}

} // namespace netdraft::views
