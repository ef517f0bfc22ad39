#include "views/document/document.h"

#include <QFileInfo>
#include <QUndoCommand>

#include <algorithm>

namespace netdraft::views {

/// The undo command of the whole program: edits are values, and undoing one list is performing its inverse.
class EditCommand : public QUndoCommand
{
public:
    EditCommand(Document &document, const QString &text, model::EditList edits, model::EditList inverse)
        : QUndoCommand(text), m_document(document), m_edits(std::move(edits)), m_other(std::move(inverse))
    {
    }

    const model::EditList &edits() const { return m_edits; }

    void undo() override { swap(); }

    void redo() override
    {
        // The first redo comes from the push that follows the apply which made this command.
        if (m_pushed)
            swap();
        m_pushed = true;
    }

private:
    Document &m_document;
    model::EditList m_edits; ///< as performed: for the history
    model::EditList m_other; ///< leads to the state on the other side of this command
    bool m_pushed = false;

    void swap()
    {
        auto applied = model::apply(m_document.m_project, m_other);
        Q_ASSERT(applied);
        m_other = std::move(applied->inverse);
        emit m_document.changed(applied->changes);
    }
};

namespace {

bool onlyCounts(const model::EditList &edits)
{
    return std::ranges::all_of(edits, [](const model::Edit &edit) {
        return std::holds_alternative<model::netfilter::CountPackets>(edit.kind);
    });
}

} // namespace

Document::Document(QObject *parent) : QObject(parent)
{
    connect(&m_answers, &Answers::found, this, &Document::answered);
    connect(&m_answers, &Answers::late, this, &Document::answered);
}

Document::~Document()
{
    // A stack that goes announces that it is clean again, when half of what a listener would ask for is gone.
    m_undoStack.blockSignals(true);
}

void Document::setPath(const QString &path)
{
    if (path == m_path)
        return;
    m_path = path;
    emit pathChanged();
}

QString Document::name() const
{
    if (!m_path.isEmpty())
        return QFileInfo(m_path).completeBaseName();
    return m_name.isEmpty() ? tr("Untitled") : m_name;
}

void Document::load(model::Project project, const QString &path, const QString &name, Origin origin)
{
    m_project = std::move(project);
    m_answers.clear();
    m_name = name;
    m_undoStack.clear();
    if (origin == Origin::Unsaved)
        m_undoStack.resetClean();
    m_path = path;
    emit pathChanged();
    emit reset();
}

model::Result<void> Document::perform(const QString &text, const model::EditList &edits)
{
    auto applied = model::apply(m_project, edits);
    if (!applied)
        return model::fail(applied.error());
    if (applied->changes.empty())
        return {};
    if (!onlyCounts(edits))
        m_undoStack.push(new EditCommand(*this, text, edits, std::move(applied->inverse)));
    emit changed(applied->changes);
    return {};
}

model::Result<void> Document::check(const model::EditList &edits) const
{
    model::Project copy = m_project;
    if (auto applied = model::apply(copy, edits); !applied)
        return model::fail(applied.error());
    return {};
}

std::shared_ptr<const model::DataPlane> Document::plane() const
{
    m_answers.ask(network());
    return m_answers.plane();
}

std::shared_ptr<const model::Reachability> Document::reachability() const
{
    m_answers.ask(network());
    return m_answers.reachability();
}

const std::vector<model::Problem> &Document::problems() const
{
    m_answers.ask(network());
    return m_answers.problems();
}

bool Document::isAnswering() const
{
    m_answers.ask(network());
    return m_answers.isWorking();
}

std::optional<double> Document::answersAwaited() const
{
    m_answers.ask(network());
    return m_answers.isLate() ? std::optional(m_answers.share()) : std::nullopt;
}

std::vector<model::EditList> Document::history() const
{
    std::vector<model::EditList> lists;
    lists.reserve(static_cast<std::size_t>(m_undoStack.index()));
    for (int i = 0; i < m_undoStack.index(); ++i)
        lists.push_back(static_cast<const EditCommand *>(m_undoStack.command(i))->edits());
    return lists;
}

} // namespace netdraft::views
