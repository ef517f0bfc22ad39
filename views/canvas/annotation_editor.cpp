#include "views/canvas/annotation_editor.h"

#include "views/canvas/annotation_edits.h"
#include "views/canvas/annotation_item.h"
#include "views/canvas/network_scene.h"

#include <QKeyEvent>

#include <algorithm>

namespace netdraft::views {

AnnotationEditor::AnnotationEditor(ToolContext &context, const model::Annotation &annotation, model::AnnotationId id,
                                   QWidget *viewport)
    : QPlainTextEdit(viewport), m_context(context), m_annotation(annotation), m_id(id)
{
    setObjectName(QStringLiteral("canvas.annotationEditor"));
    setAccessibleName(tr("Words of the annotation"));
    setFrameShape(QFrame::Box);
    setTabChangesFocus(true);
    setVerticalScrollBarPolicy(Qt::ScrollBarAsNeeded);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setWordWrapMode(QTextOption::WrapAtWordBoundaryOrAnywhere);
    document()->setDocumentMargin(2);
    const NodeColours &colours = context.scene.look().theme->annotation(annotation.colour);
    QPalette palette = viewport->palette();
    palette.setColor(QPalette::Base, colours.fill);
    palette.setColor(QPalette::Text, colours.glyph);
    palette.setColor(QPalette::WindowText, context.scene.look().theme->selection); // of its frame
    setPalette(palette);
    setPlainText(QString::fromStdString(annotation.text));
    selectAll();
    if (AnnotationItem *item = context.scene.annotations().item(id))
        item->setTextHidden(true);
    context.say(tr("Enter takes what is written, Shift+Enter begins a new line, Escape leaves it as it was"));
}

AnnotationEditor::~AnnotationEditor()
{
    if (AnnotationItem *item = m_context.scene.annotations().item(m_id))
        item->setTextHidden(false);
}

void AnnotationEditor::place(const QRectF &onViewport, qreal zoom)
{
    const CanvasLook &look = m_context.scene.look();
    QFont font = m_annotation.kind == model::AnnotationKind::Box ? look.nameFont : look.noteFont;
    constexpr int readable = 11;
    font.setPixelSize(std::max(readable, qRound(font.pixelSize() * zoom)));
    setFont(font);
    const int line = fontMetrics().height();
    constexpr int around = 4;
    QRect room = onViewport.toRect().adjusted(-around, -around, around, around);
    room.setWidth(std::max(room.width(), line * 10));
    room.setHeight(std::max(room.height(), line * 3 + 2 * around));
    if (m_annotation.kind == model::AnnotationKind::Arrow)
        room.moveCenter(onViewport.center().toPoint());
    setGeometry(room);
}

void AnnotationEditor::keyPressEvent(QKeyEvent *event)
{
    switch (event->key()) {
    case Qt::Key_Return:
    case Qt::Key_Enter:
        if (!(event->modifiers() & Qt::ShiftModifier))
            return finish(true);
        break;
    case Qt::Key_Escape: return finish(false);
    default: break;
    }
    QPlainTextEdit::keyPressEvent(event);
}

void AnnotationEditor::focusOutEvent(QFocusEvent *event)
{
    QPlainTextEdit::focusOutEvent(event);
    if (event->reason() != Qt::PopupFocusReason && event->reason() != Qt::ActiveWindowFocusReason)
        finish(true);
}

void AnnotationEditor::finish(bool takes)
{
    if (m_done)
        return;
    m_done = true;
    const std::string text = toPlainText().trimmed().toStdString();
    hide();
    parentWidget()->setFocus();
    deleteLater();
    m_context.say({});
    if (!takes)
        return;
    if (m_id) {
        writeAnnotation(m_context, m_id, text);
    } else if (!text.empty()) {
        m_annotation.text = text;
        addAnnotation(m_context, m_annotation);
    }
}

} // namespace netdraft::views
