#include "views/panels/commands_panel.h"

#include "model/exchange/exchange.h"
#include "views/document/document.h"
#include "views/document/session_words.h"
#include "views/panels/panel_parts.h"
#include "views/style/icon.h"

#include <QApplication>
#include <QClipboard>
#include <QComboBox>
#include <QHBoxLayout>
#include <QLabel>
#include <QPlainTextEdit>
#include <QScrollBar>
#include <QToolButton>

namespace netdraft::views {

namespace {

enum What { Session, WholeNetwork };

} // namespace

CommandsPanel::CommandsPanel(const PanelContext &context, QWidget *parent)
    : Panel(context, parent), m_what(new QComboBox), m_node(new QComboBox), m_text(new QPlainTextEdit)
{
    m_what->setObjectName(QStringLiteral("commandsWhat"));
    m_what->setAccessibleName(tr("Which commands"));
    m_what->addItem(tr("This session"), Session);
    m_what->addItem(tr("Whole network"), WholeNetwork);
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
    connect(copy, &QToolButton::clicked, this, [this] { QApplication::clipboard()->setText(m_text->toPlainText()); });
    connect(m_what, &QComboBox::currentIndexChanged, this, &CommandsPanel::invalidate);
    connect(m_node, &QComboBox::currentIndexChanged, this, &CommandsPanel::invalidate);

    auto *head = panelHead();
    head->addWidget(panelLabel(tr("Commands of"), m_what));
    head->addWidget(m_what);
    head->addWidget(panelLabel(tr("on"), m_node));
    head->addWidget(m_node);
    head->addStretch();
    head->addWidget(copy);
    auto *all = new QVBoxLayout(this);
    all->setContentsMargins(0, 0, 0, 0);
    all->setSpacing(0);
    all->addLayout(head);
    all->addWidget(m_text, 1);
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

QString CommandsPanel::commands() const
{
    const std::string node = m_node->currentIndex() > 0 ? m_node->currentText().toStdString() : std::string();
    const std::vector<model::EditList> lists = m_what->currentData().toInt() == Session
                                                   ? document().history()
                                                   : std::vector{model::rebuild(document().project())};
    return QString::fromStdString(commandText(document().project(), lists, node));
}

void CommandsPanel::sync()
{
    syncNodes();
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
