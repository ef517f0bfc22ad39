#include "views/panels/terminal_view.h"

#include "model/shell/parser.h"
#include "model/terminal/completion.h"
#include "model/terminal/hint.h"
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
#include <QTime>
#include <QVBoxLayout>

#include <utility>

namespace netdraft::views {

namespace {

/// Lines that the terminal keeps.
constexpr int scrollback = 5000;

std::string nameOf(const model::Network &network, model::NetnsId node)
{
    const model::Netns *netns = network.find(node);
    return netns ? netns->name : std::string();
}

std::uint64_t microsecondsOfDay()
{
    constexpr std::uint64_t millisecond = 1000;
    return static_cast<std::uint64_t>(QTime::currentTime().msecsSinceStartOfDay()) * millisecond;
}

} // namespace

TerminalView::TerminalView(Document &document, model::NetnsId node, QWidget *parent)
    : QWidget(parent), m_document(document), m_node(node),
      m_session(model::openSession(nameOf(document.network(), node))), m_output(new QPlainTextEdit),
      m_prompt(new QLabel), m_line(new CommandLine)
{
    m_output->setObjectName(QStringLiteral("terminalOutput"));
    m_output->setReadOnly(true);
    m_output->setFrameShape(QFrame::NoFrame);
    m_output->setFont(fixedFont());
    m_output->setMaximumBlockCount(scrollback);
    m_output->setUndoRedoEnabled(false);
    m_output->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    m_prompt->setObjectName(QStringLiteral("terminalPrompt"));
    m_prompt->setFont(fixedFont());
    m_prompt->setTextFormat(Qt::PlainText);
    m_line->setObjectName(QStringLiteral("terminalLine"));
    m_line->setFont(fixedFont());
    m_line->setFrame(false);
    connect(m_line, &QLineEdit::returnPressed, this, &TerminalView::enter);
    connect(m_line, &CommandLine::completionWanted, this, &TerminalView::complete);
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
    connect(&m_document, &Document::changed, this, &TerminalView::watch);
    sync();
}

QString TerminalView::prompt() const
{
    if (m_session.waits())
        return {};
    // The second prompt of a shell waits for the rest of a command.
    return m_begun.isEmpty() ? QString::fromStdString(m_session.where()) + QLatin1Char('#') : QStringLiteral(">");
}

void TerminalView::sync()
{
    // The node may have another name now.
    if (!m_document.network().find(m_session.shells.front().where))
        m_session.shells.front().where = nameOf(m_document.network(), m_node);
    m_prompt->setText(prompt());
    m_output->setAccessibleName(tr("What the commands printed"));
    m_output->setPlaceholderText(
        tr("Try: ip addr    ip route    ping 192.0.2.1    ip route add 192.0.2.0/24 via 198.51.100.1"));
    m_line->setAccessibleName(tr("Command"));
    m_line->setPlaceholderText(m_session.waits() ? tr("Ctrl+C ends the command that runs")
                                                 : tr("a command on %1: ip, bridge, sysctl, ping, traceroute …")
                                                       .arg(nodeName(m_document.network(), m_node)));
}

void TerminalView::enter()
{
    if (m_session.waits())
        return;
    const QString line = m_line->text();
    m_line->clear();
    print(m_prompt->text() + QLatin1Char(' ') + line, Ink::Prompt);
    if (!line.trimmed().isEmpty()) {
        m_line->remember(line);
        if (!std::exchange(m_used, true))
            emit used();
    }
    const QString text = m_begun.isEmpty() ? line : m_begun + QLatin1Char('\n') + line;
    const bool waits = model::shell::isUnfinished(text.toStdString());
    m_begun = waits ? text : QString();
    if (text.trimmed() == QLatin1String("clear"))
        m_output->clear();
    else if (!waits && !text.trimmed().isEmpty())
        run(text);
    sync();
}

void TerminalView::complete(const QString &upToCursor)
{
    const model::Netns *netns = m_document.network().find(m_session.where());
    if (!netns)
        return;
    const std::string line = upToCursor.toStdString();
    const model::Completion found = model::complete(m_document.project(), netns->id, line);
    QStringList candidates;
    for (const std::string &candidate : found.candidates)
        candidates << QString::fromStdString(candidate);
    m_line->offer(QString::fromStdString(line.substr(0, found.start)).size(), candidates);
}

void TerminalView::giveUp()
{
    print(m_session.waits() ? QStringLiteral("^C")
                            : m_prompt->text() + QLatin1Char(' ') + m_line->text() + QStringLiteral("^C"),
          Ink::Prompt);
    print(model::interrupt(m_session), false);
    m_line->clear();
    m_begun.clear();
    sync();
}

void TerminalView::run(const QString &text)
{
    const std::string typed = text.toStdString();
    const std::string where = m_session.where();
    m_session.clock = microsecondsOfDay();
    const model::TypedLine done = model::typeLine(m_document.project(), m_session, typed);
    print(done.printed, done.status != 0);
    if (!done.frames.empty())
        emit framesSent(done.frames);
    if (m_session.where().empty())
        m_session = model::openSession(nameOf(m_document.network(), m_node));
    const auto words = model::splitWords(typed);
    const model::Netns *netns = m_document.network().find(where);
    if (words && netns)
        print(hintOn(netns->id, *words, done), Ink::Hint);
    if (!done.edits.empty()) {
        if (const auto performed = m_document.perform(text.trimmed(), done.edits); !performed)
            print(QString::fromStdString(model::refusal(performed.error()).err), Ink::Error);
    }
    if (done.sent)
        emit sent(done.sent->from, done.sent->to);
}

void TerminalView::hear(std::span<const model::simulation::SeenFrame> frames)
{
    print(model::hearFrames(m_document.project(), m_session, frames), false);
    sync();
}

void TerminalView::watch()
{
    print(model::watchNetwork(m_document.network(), m_session), false);
}

QString TerminalView::hintOn(model::NetnsId at, const std::vector<std::string> &words,
                             const model::TypedLine &done) const
{
    model::Reply reply;
    reply.status = done.status;
    for (const model::TypedLine::Piece &piece : done.printed)
        (piece.isError ? reply.err : reply.out) += piece.text;
    return QString::fromStdString(model::hint(m_document.project(), at, words, reply).value_or(std::string()));
}

void TerminalView::print(std::span<const model::TypedLine::Piece> pieces, bool failed)
{
    for (const model::TypedLine::Piece &piece : pieces)
        print(QString::fromStdString(piece.text), !piece.isError ? Ink::Plain : failed ? Ink::Error : Ink::Hint);
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
    switch (ink) {
    case Ink::Error: return theme.bad;
    case Ink::Prompt: return theme.accent;
    case Ink::Hint: return theme.mutedText;
    case Ink::Plain: break;
    }
    return theme.text;
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
