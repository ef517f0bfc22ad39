#include "views/panels/command_line.h"

#include "views/style/theme.h"

#include <QAbstractItemView>
#include <QApplication>
#include <QClipboard>
#include <QCompleter>
#include <QKeyEvent>
#include <QScrollBar>
#include <QStringListModel>

#include <algorithm>

namespace netdraft::views {

namespace {

/// What all of them begin with.
QString commonStart(const QStringList &texts)
{
    QString common = texts.constFirst();
    for (const QString &text : texts) {
        const auto [differs, other] = std::ranges::mismatch(common, text);
        common.truncate(differs - common.begin());
    }
    return common;
}

} // namespace

CommandLine::CommandLine(QWidget *parent)
    : QLineEdit(parent), m_candidates(new QStringListModel(this)), m_list(new QCompleter(m_candidates, this))
{
    m_list->setWidget(this);
    m_list->setCompletionMode(QCompleter::UnfilteredPopupCompletion);
    m_list->setMaxVisibleItems(10);
    m_list->popup()->setObjectName(QStringLiteral("completions"));
    m_list->popup()->setFont(fixedFont());
    connect(m_list, qOverload<const QString &>(&QCompleter::activated), this,
            [this](const QString &chosen) { put(m_from, chosen + QLatin1Char(' ')); });
    // What is typed on makes the list stale.
    connect(this, &QLineEdit::textEdited, m_list->popup(), &QWidget::hide);
}

void CommandLine::remember(const QString &line)
{
    if (m_history.isEmpty() || m_history.back() != line)
        m_history << line;
    m_place = m_history.size();
    m_typed.clear();
}

void CommandLine::recall(qsizetype place)
{
    if (place < 0 || place > m_history.size())
        return;
    if (m_place == m_history.size())
        m_typed = text();
    m_place = place;
    setText(place == m_history.size() ? m_typed : m_history[place]);
}

void CommandLine::put(qsizetype from, const QString &with)
{
    const QString before = text().left(from);
    const QString after = text().mid(cursorPosition());
    setText(before + with + (with.endsWith(u' ') && after.startsWith(u' ') ? after.mid(1) : after));
    setCursorPosition(static_cast<int>(before.size() + with.size()));
}

void CommandLine::offer(qsizetype from, const QStringList &candidates)
{
    if (candidates.isEmpty() || from > cursorPosition())
        return;
    if (candidates.size() == 1) {
        // What ends in one of these goes on: a folder, a key's part, an option with its value.
        const QString &only = candidates.constFirst();
        const bool goesOn = only.endsWith(u'/') || only.endsWith(u'=') || only.endsWith(u'.');
        put(from, goesOn ? only : only + QLatin1Char(' '));
        return;
    }
    const QString common = commonStart(candidates);
    if (common.size() > cursorPosition() - from) {
        put(from, common);
        return;
    }
    m_from = from;
    m_candidates->setStringList(candidates);
    QAbstractItemView *list = m_list->popup();
    QRect place = cursorRect();
    place.setWidth(list->sizeHintForColumn(0) + list->verticalScrollBar()->sizeHint().width() + spacing::wide);
    m_list->complete(place);
    list->setCurrentIndex(m_list->completionModel()->index(0, 0));
}

bool CommandLine::event(QEvent *event)
{
    if (event->type() == QEvent::ShortcutOverride) {
        auto *key = static_cast<QKeyEvent *>(event);
        // An empty line leaves undo and redo to the window, which takes back the last command.
        if (text().isEmpty() && (key->matches(QKeySequence::Undo) || key->matches(QKeySequence::Redo)))
            return false;
        if (key->modifiers() == Qt::ControlModifier && (key->key() == Qt::Key_L || key->key() == Qt::Key_U)) {
            key->accept();
            return true;
        }
    }
    // Tab is the shell's, but to leave an empty line.
    if (event->type() == QEvent::KeyPress) {
        const auto *key = static_cast<QKeyEvent *>(event);
        if (key->key() == Qt::Key_Tab && key->modifiers() == Qt::NoModifier && !text().isEmpty()) {
            emit completionWanted(text().left(cursorPosition()));
            return true;
        }
    }
    return QLineEdit::event(event);
}

bool CommandLine::pasteLines()
{
    QStringList lines = QApplication::clipboard()->text().split(u'\n');
    if (lines.size() < 2)
        return false;
    for (const QString &line : lines.mid(0, lines.size() - 1)) {
        insert(line);
        emit returnPressed();
    }
    insert(lines.constLast());
    return true;
}

void CommandLine::keyPressEvent(QKeyEvent *event)
{
    const bool control = event->modifiers() == Qt::ControlModifier;
    if (event->key() == Qt::Key_Up)
        recall(m_place - 1);
    else if (event->key() == Qt::Key_Down)
        recall(m_place + 1);
    else if (control && event->key() == Qt::Key_C && !hasSelectedText())
        emit givenUp();
    else if (control && event->key() == Qt::Key_L)
        emit clearWanted();
    else if (control && event->key() == Qt::Key_U)
        put(0, {});
    else if (!event->matches(QKeySequence::Paste) || !pasteLines())
        QLineEdit::keyPressEvent(event);
}

} // namespace netdraft::views
