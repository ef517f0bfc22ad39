#include "views/document/step_through.h"

#include "model/command/command.h"
#include "views/document/document.h"

#include <QScopedValueRollback>

#include <algorithm>

namespace netdraft::views {

namespace {

bool hasCommand(const model::Edit &edit)
{
    return !model::netnsOf(edit).empty();
}

} // namespace

StepThrough::StepThrough(Document &document, QObject *parent) : QObject(parent), m_document(document)
{
    connect(&document.undoStack(), &QUndoStack::indexChanged, this, [this] {
        if (m_on && !m_isOwn)
            end();
    });
    connect(&document, &Document::reset, this, &StepThrough::end);
}

bool StepThrough::canBegin() const
{
    const std::vector<model::EditList> history = m_document.history();
    return !m_on && !history.empty() && std::ranges::count_if(history.back(), hasCommand) > 1;
}

void StepThrough::begin()
{
    if (!canBegin())
        return;
    const QScopedValueRollback own(m_isOwn, true);
    m_index = m_document.undoStack().index() - 1;
    m_text = m_document.undoStack().text(m_index);
    m_edits = m_document.history().back();
    m_done = 0;
    m_on = true;
    m_document.undoStack().undo();
    emit moved();
}

void StepThrough::next()
{
    if (!m_on)
        return;
    const QScopedValueRollback own(m_isOwn, true);
    while (m_done < m_edits.edits.size()) {
        const model::Edit &edit = m_edits.edits[m_done];
        const bool isLast = hasCommand(edit);
        const QString text = isLast ? QString::fromStdString(model::commandLine(edit, model::Prompt::Node)) : m_text;
        if (!m_document.perform(text, {edit}))
            return end();
        ++m_done;
        if (isLast)
            break;
    }
    // What has no command, as a place on the canvas, needs no step of its own at the end.
    if (std::none_of(m_edits.edits.begin() + static_cast<std::ptrdiff_t>(m_done), m_edits.edits.end(), hasCommand))
        join();
    emit moved();
}

void StepThrough::join()
{
    while (m_document.undoStack().index() > m_index)
        m_document.undoStack().undo();
    [[maybe_unused]] const auto again = m_document.perform(m_text, m_edits);
    Q_ASSERT(again);
    m_on = false;
}

void StepThrough::end()
{
    m_on = false;
    emit moved();
}

} // namespace netdraft::views
