#include "views/canvas/tools/annotate_tool.h"

#include "views/canvas/annotation_edits.h"
#include "views/canvas/annotation_item.h"
#include "views/canvas/network_scene.h"
#include "views/style/icon.h"

#include <QApplication>

#include <cmath>

namespace netdraft::views {

AnnotateTool::AnnotateTool(ToolContext &context, model::AnnotationKind kind) : Tool(context), m_kind(kind) {}

AnnotateTool::~AnnotateTool() = default;

QString AnnotateTool::hint() const
{
    return QCoreApplication::translate("AnnotateTool",
                                       "%1: drag from one corner or end to the other, or click, or press Enter; Shift "
                                       "for several, Escape ends")
        .arg(kindTitle(m_kind));
}

/// What a drag from where it began to here makes; of a click, one of the usual size.
model::Annotation AnnotateTool::drawn(const Pointer &pointer) const
{
    model::Annotation annotation = newAnnotation(m_kind, m_start);
    const QPointF way = (pointer.place - m_pressedAt) / pointer.pixel;
    if (way.manhattanLength() < QApplication::startDragDistance())
        return annotation;
    const QPointF end = pointer.snapped(pointer.place);
    annotation.from = {m_start.x(), m_start.y()};
    annotation.to = {end.x(), end.y()};
    return annotation;
}

void AnnotateTool::press(const Pointer &pointer)
{
    m_pressed = true;
    m_pressedAt = pointer.place;
    m_start = pointer.snapped(pointer.place);
    m_preview = std::make_unique<AnnotationItem>(context().scene.look());
    m_preview->setOpacity(0.6);
    m_preview->setVisible(false);
    context().scene.addItem(m_preview.get());
}

void AnnotateTool::move(const Pointer &pointer)
{
    if (!m_pressed)
        return;
    m_preview->show(drawn(pointer));
    m_preview->setVisible(true);
}

void AnnotateTool::release(const Pointer &pointer)
{
    if (m_pressed)
        finish(drawn(pointer), pointer);
}

bool AnnotateTool::enter(const Pointer &middle)
{
    finish(newAnnotation(m_kind, middle.snapped(middle.place)), middle);
    return true;
}

void AnnotateTool::finish(const model::Annotation &annotation, const Pointer &pointer)
{
    cancel();
    if (!(pointer.modifiers & Qt::ShiftModifier))
        context().finished();
    drawAnnotation(context(), annotation);
}

bool AnnotateTool::cancel()
{
    const bool begun = m_pressed;
    m_pressed = false;
    m_preview.reset();
    return begun;
}

void drawAnnotation(ToolContext &context, const model::Annotation &annotation)
{
    if (annotation.kind == model::AnnotationKind::Text)
        context.write(annotation, {});
    else
        addAnnotation(context, annotation);
}

} // namespace netdraft::views
