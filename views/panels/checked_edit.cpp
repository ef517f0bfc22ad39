#include "views/panels/checked_edit.h"

#include "views/panels/panel.h"
#include "views/style/icon.h"

#include <QAbstractItemView>
#include <QAction>
#include <QCompleter>
#include <QCoreApplication>
#include <QKeyEvent>

namespace netdraft::views {

CheckedEdit::CheckedEdit(QWidget *parent) : QLineEdit(parent)
{
    connect(this, &QLineEdit::textChanged, this, &CheckedEdit::judge);
    connect(this, &QLineEdit::returnPressed, this, &CheckedEdit::commit);
}

void CheckedEdit::setCheck(Check check)
{
    m_check = std::move(check);
    judge();
}

void CheckedEdit::setValue(const QString &value)
{
    const bool typing = hasFocus() && text() != m_value;
    m_value = value;
    if (!typing)
        setText(value);
    judge();
}

void CheckedEdit::judge()
{
    const QString problem = m_check && text() != m_value ? m_check(text()) : QString();
    if (problem == m_problem)
        return;
    m_problem = problem;
    QPalette colours;
    if (!problem.isEmpty())
        colours.setColor(QPalette::Text, themeOf(palette()).bad);
    setPalette(colours);
    setToolTip(problem);
    if (problem.isEmpty()) {
        delete m_mark;
        m_mark = nullptr;
    } else if (!m_mark) {
        m_mark = addAction(icon(QStringLiteral("bad"), themeOf(palette()).bad), QLineEdit::TrailingPosition);
    }
    if (m_mark)
        m_mark->setToolTip(problem);
    emit problemChanged(problem);
}

void CheckedEdit::commit()
{
    if (text() == m_value || !m_problem.isEmpty())
        return;
    const QString text = this->text();
    emit committed(text);
}

void CheckedEdit::revert()
{
    setText(m_value);
}

bool CheckedEdit::event(QEvent *event)
{
    // A field in which nothing was typed leaves undo and redo to the window.
    if (event->type() == QEvent::ShortcutOverride) {
        auto *key = static_cast<QKeyEvent *>(event);
        if ((key->matches(QKeySequence::Undo) && !isUndoAvailable()) ||
            (key->matches(QKeySequence::Redo) && !isRedoAvailable()))
            return false;
    }
    if (event->type() == QEvent::KeyPress && leavesSuggestions(*static_cast<QKeyEvent *>(event)))
        return true;
    return QLineEdit::event(event);
}

bool CheckedEdit::leavesSuggestions(const QKeyEvent &key)
{
    QAbstractItemView *popup = completer() ? completer()->popup() : nullptr;
    const bool ends = key.key() == Qt::Key_Return || key.key() == Qt::Key_Enter || key.key() == Qt::Key_Tab;
    if (!ends || !popup || !popup->isVisible() || popup->currentIndex().isValid())
        return false;
    // The list swallows the key that closes it, though the user chose nothing from it and means the field.
    popup->hide();
    QCoreApplication::postEvent(this, key.clone());
    return true;
}

void CheckedEdit::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Escape && text() != m_value) {
        revert();
        return;
    }
    QLineEdit::keyPressEvent(event);
}

void CheckedEdit::focusOutEvent(QFocusEvent *event)
{
    QLineEdit::focusOutEvent(event);
    if (event->reason() == Qt::PopupFocusReason || event->reason() == Qt::ActiveWindowFocusReason)
        return;
    if (m_problem.isEmpty())
        commit();
    else
        revert();
}

CheckedDelegate::CheckedDelegate(Check check, Suggest suggest, QObject *parent)
    : QStyledItemDelegate(parent), m_check(std::move(check)), m_suggest(std::move(suggest))
{
}

QWidget *CheckedDelegate::createEditor(QWidget *parent, const QStyleOptionViewItem & /*option*/,
                                       const QModelIndex &index) const
{
    auto *edit = new CheckedEdit(parent);
    edit->setObjectName(QStringLiteral("cellEditor"));
    edit->setFrame(false);
    edit->setAutoFillBackground(true);
    if (m_suggest) {
        if (const QStringList words = m_suggest(index); !words.isEmpty()) {
            auto *completer = new QCompleter(words, edit);
            completer->setCaseSensitivity(Qt::CaseInsensitive);
            completer->setFilterMode(Qt::MatchStartsWith);
            edit->setCompleter(completer);
        }
    }
    connect(edit, &CheckedEdit::problemChanged, this, &CheckedDelegate::judged);
    connect(edit, &QObject::destroyed, this, [this] { emit judged({}); });
    const QPersistentModelIndex place(index);
    edit->setCheck([this, place](const QString &text) { return place.isValid() ? m_check(place, text) : QString(); });
    return edit;
}

void CheckedDelegate::setEditorData(QWidget *editor, const QModelIndex &index) const
{
    static_cast<CheckedEdit *>(editor)->setValue(index.data(Qt::EditRole).toString());
}

bool CheckedDelegate::eventFilter(QObject *object, QEvent *event)
{
    auto *edit = qobject_cast<CheckedEdit *>(object);
    if (edit && event->type() == QEvent::KeyPress) {
        const int key = static_cast<QKeyEvent *>(event)->key();
        const bool enters = key == Qt::Key_Return || key == Qt::Key_Enter;
        if (enters && !edit->problem().isEmpty())
            return true;
        if (key == Qt::Key_Escape) {
            emit closeEditor(edit, QAbstractItemDelegate::RevertModelCache);
            return true;
        }
    }
    return QStyledItemDelegate::eventFilter(object, event);
}

} // namespace netdraft::views
