#include "views/panels/terminal_view.h"

#include "model/terminal/terminal.h"
#include "views/document/document.h"
#include "views/document/node_words.h"
#include "views/panels/command_line.h"
#include "views/style/theme.h"

#include <QApplication>
#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QPlainTextEdit>
#include <QScrollBar>
#include <QTextBlock>
#include <QVBoxLayout>

#include <utility>

namespace netdraft::views {

namespace {

/// Lines that the terminal keeps.
constexpr int scrollback = 5000;

/// The address that a command sends packets to; none for other commands.
std::optional<model::IpAddress> destinationOf(const std::vector<std::string> &words)
{
    static const QStringList senders{QStringLiteral("ping"),        QStringLiteral("ping4"),
                                     QStringLiteral("ping6"),       QStringLiteral("traceroute"),
                                     QStringLiteral("traceroute6"), QStringLiteral("tracepath")};
    if (!senders.contains(QString::fromStdString(words.front())))
        return std::nullopt;
    for (auto word = words.rbegin(); word != words.rend(); ++word) {
        if (const auto address = model::IpAddress::parse(*word))
            return *address;
    }
    return std::nullopt;
}

} // namespace

TerminalView::TerminalView(Document &document, model::NetnsId node, QWidget *parent)
    : QWidget(parent), m_document(document), m_node(node), m_output(new QPlainTextEdit), m_prompt(new QLabel),
      m_line(new CommandLine)
{
    m_output->setObjectName(QStringLiteral("terminalOutput"));
    m_output->setAccessibleName(tr("What the commands printed"));
    m_output->setReadOnly(true);
    m_output->setFrameShape(QFrame::NoFrame);
    m_output->setFont(fixedFont());
    m_output->setMaximumBlockCount(scrollback);
    m_output->setUndoRedoEnabled(false);
    m_output->setPlaceholderText(
        tr("Try: ip addr    ip route    ping 192.0.2.1    ip route add 192.0.2.0/24 via 198.51.100.1"));
    m_output->setFocusPolicy(Qt::ClickFocus);
    m_prompt->setObjectName(QStringLiteral("terminalPrompt"));
    m_prompt->setFont(fixedFont());
    m_prompt->setTextFormat(Qt::PlainText);
    m_line->setObjectName(QStringLiteral("terminalLine"));
    m_line->setFont(fixedFont());
    m_line->setFrame(false);
    m_line->setAccessibleName(tr("Command"));
    connect(m_line, &QLineEdit::returnPressed, this, &TerminalView::enter);
    connect(m_line, &CommandLine::givenUp, this, &TerminalView::giveUp);
    connect(m_line, &CommandLine::clearWanted, m_output, &QPlainTextEdit::clear);
    setFocusProxy(m_line);
    setBackgroundRole(QPalette::Base);
    setAutoFillBackground(true);

    auto *row = new QHBoxLayout;
    row->setContentsMargins(spacing::normal, spacing::tight, spacing::normal, spacing::tight);
    row->setSpacing(spacing::tight);
    row->addWidget(m_prompt);
    row->addWidget(m_line, 1);
    auto *all = new QVBoxLayout(this);
    all->setContentsMargins(0, 0, 0, 0);
    all->setSpacing(0);
    all->addWidget(m_output, 1);
    all->addLayout(row);
    sync();
}

QString TerminalView::prompt() const
{
    return nodeName(m_document.network(), m_node) + QLatin1Char('#');
}

void TerminalView::sync()
{
    m_prompt->setText(prompt());
    m_line->setPlaceholderText(
        tr("a command on %1: ip, bridge, sysctl, ping, traceroute …").arg(nodeName(m_document.network(), m_node)));
}

void TerminalView::enter()
{
    const QString line = m_line->text().trimmed();
    m_line->clear();
    print(prompt() + QLatin1Char(' ') + line, Ink::Prompt);
    if (line.isEmpty())
        return;
    m_line->remember(line);
    if (!std::exchange(m_used, true))
        emit used();
    if (line == QLatin1String("clear"))
        m_output->clear();
    else
        run(line);
}

void TerminalView::giveUp()
{
    print(prompt() + QLatin1Char(' ') + m_line->text() + QStringLiteral("^C"), Ink::Prompt);
    m_line->clear();
}

void TerminalView::run(const QString &line)
{
    const auto words = model::splitWords(line.toStdString());
    if (!words) {
        print(QString::fromStdString(model::describe(words.error())), Ink::Error);
        return;
    }
    if (words->empty())
        return;
    const model::Outcome outcome = model::run(m_document.project(), m_node, *words);
    print(QString::fromStdString(outcome.reply.out), Ink::Plain);
    print(QString::fromStdString(outcome.reply.err), Ink::Error);
    if (const auto to = destinationOf(*words))
        emit sent(*to);
    if (outcome.edits.empty())
        return;
    if (const auto done = m_document.perform(line, outcome.edits); !done)
        print(QString::fromStdString(model::refusal(done.error()).err), Ink::Error);
}

void TerminalView::print(const QString &text, Ink ink)
{
    QString lines = text;
    while (lines.endsWith(QLatin1Char('\n')))
        lines.chop(1);
    if (lines.isEmpty())
        return;
    QTextCharFormat format;
    format.setForeground(colour(ink));
    format.setProperty(QTextFormat::UserProperty, static_cast<int>(ink));
    QTextCursor cursor(m_output->document());
    cursor.movePosition(QTextCursor::End);
    if (!m_output->document()->isEmpty())
        cursor.insertBlock();
    cursor.insertText(lines, format);
    m_output->verticalScrollBar()->setValue(m_output->verticalScrollBar()->maximum());
}

QColor TerminalView::colour(Ink ink)
{
    const Theme &theme = themeOf(QApplication::palette());
    return ink == Ink::Error ? theme.bad : ink == Ink::Prompt ? theme.accent : theme.text;
}

void TerminalView::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() != QEvent::PaletteChange && event->type() != QEvent::ApplicationPaletteChange)
        return;
    // What stands there already was painted for the other theme.
    for (QTextBlock block = m_output->document()->begin(); block.isValid(); block = block.next()) {
        if (block.begin().atEnd())
            continue;
        QTextCharFormat format = block.begin().fragment().charFormat();
        format.setForeground(colour(static_cast<Ink>(format.intProperty(QTextFormat::UserProperty))));
        QTextCursor cursor(block);
        cursor.select(QTextCursor::BlockUnderCursor);
        cursor.setCharFormat(format);
    }
}

} // namespace netdraft::views
