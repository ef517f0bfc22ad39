#include "views/canvas/name_editor.h"

#include "model/address/name.h"
#include "views/canvas/network_scene.h"
#include "views/canvas/node_item.h"
#include "views/document/document.h"
#include "views/style/theme.h"

#include <QKeyEvent>

#include <algorithm>

namespace netdraft::views {

NameEditor::NameEditor(ToolContext &context, model::NetnsId node, QWidget *viewport)
    : QLineEdit(viewport), m_context(context), m_node(node)
{
    setObjectName(QStringLiteral("canvas.nameEditor"));
    setAccessibleName(tr("Name of the node"));
    setAlignment(Qt::AlignHCenter);
    if (NodeItem *item = context.scene.node(node)) {
        m_before = item->name();
        item->setNameHidden(true);
    }
    setText(m_before);
    selectAll();
    connect(this, &QLineEdit::textChanged, this, &NameEditor::check);
}

NameEditor::~NameEditor()
{
    if (NodeItem *item = m_context.scene.node(m_node))
        item->setNameHidden(false);
}

void NameEditor::place(const QRectF &nameOnViewport)
{
    const int width = std::max(120, int(nameOnViewport.width()) + 40);
    const int height = sizeHint().height();
    setGeometry(int(nameOnViewport.center().x()) - width / 2, int(nameOnViewport.top()) - 2, width, height);
}

QString NameEditor::complaint() const
{
    const std::string name = text().trimmed().toStdString();
    if (const auto valid = model::checkNetnsName(name); !valid)
        return QString::fromStdString(model::describe(valid.error()));
    if (text().trimmed() != m_before && m_context.document.network().find(name))
        return tr("There is a node %1 already").arg(text().trimmed());
    return {};
}

void NameEditor::check()
{
    const QString why = complaint();
    const Theme &theme = themeOf(parentWidget()->palette());
    QPalette colours = parentWidget()->palette();
    if (!why.isEmpty()) {
        colours.setColor(QPalette::Text, theme.bad);
        colours.setColor(QPalette::Base, theme.badFill);
    }
    setPalette(colours);
    setToolTip(why);
    m_context.say(why);
}

void NameEditor::keyPressEvent(QKeyEvent *event)
{
    switch (event->key()) {
    case Qt::Key_Return:
    case Qt::Key_Enter:
        // What cannot be a name stays in the field, with the reason in the status bar.
        if (const QString why = complaint(); !why.isEmpty())
            m_context.say(why);
        else
            finish(Outcome::Take);
        return;
    case Qt::Key_Escape: finish(Outcome::Drop); return;
    default: QLineEdit::keyPressEvent(event);
    }
}

void NameEditor::focusOutEvent(QFocusEvent *event)
{
    QLineEdit::focusOutEvent(event);
    if (event->reason() != Qt::PopupFocusReason)
        finish(complaint().isEmpty() ? Outcome::Take : Outcome::Drop);
}

void NameEditor::finish(Outcome outcome)
{
    if (m_done)
        return;
    m_done = true;
    const QString name = text().trimmed();
    const model::Netns *netns = m_context.document.network().find(m_node);
    hide();
    parentWidget()->setFocus();
    deleteLater();
    m_context.say({});
    if (outcome == Outcome::Take && netns && name != m_before) {
        m_context.perform(tr("Rename %1 to %2").arg(m_before, name),
                          {model::RenameNetns{netns->name, name.toStdString()}});
    }
}

} // namespace netdraft::views
