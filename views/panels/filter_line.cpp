#include "views/panels/filter_line.h"

#include <QAbstractItemView>
#include <QCompleter>
#include <QKeyEvent>
#include <QStringListModel>

namespace netdraft::views {

FilterLine::FilterLine(std::function<QStringList()> suggestions, QWidget *parent)
    : QLineEdit(parent), m_suggestions(std::move(suggestions)), m_lines(new QStringListModel(this)),
      m_completer(new QCompleter(m_lines, this))
{
    m_completer->setCaseSensitivity(Qt::CaseInsensitive);
    m_completer->setMaxVisibleItems(12);
    setCompleter(m_completer);
    setClearButtonEnabled(true);
    connect(this, &QLineEdit::textEdited, this, &FilterLine::suggest);
}

void FilterLine::suggest(const QString &text)
{
    const QString joint = QStringLiteral(" and ");
    const qsizetype last = text.lastIndexOf(joint);
    const QString head = last < 0 ? QString() : text.left(last + joint.size());
    QStringList lines;
    for (const QString &each : m_suggestions())
        lines << head + each;
    m_lines->setStringList(lines);
}

void FilterLine::keyPressEvent(QKeyEvent *event)
{
    if (event->key() != Qt::Key_Down || m_completer->popup()->isVisible())
        return QLineEdit::keyPressEvent(event);
    suggest(text());
    m_completer->setCompletionPrefix(text());
    m_completer->complete();
}

} // namespace netdraft::views
