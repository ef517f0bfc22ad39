#include "views/canvas/tools/stretch_gesture.h"

#include "views/canvas/annotation_words.h"
#include "views/canvas/network_scene.h"
#include "views/document/document.h"

#include <QCoreApplication>

namespace netdraft::views {

StretchGesture::StretchGesture(ToolContext &context, model::AnnotationId id, const Grip &grip)
    : m_context(context), m_id(id), m_grip(grip)
{
    if (const AnnotationItem *item = context.scene.annotations().item(id))
        m_from = item->shown();
}

void StretchGesture::move(const Pointer &pointer)
{
    if (AnnotationItem *item = m_context.scene.annotations().item(m_id))
        item->show(pulled(m_from, m_grip, pointer.snapped(pointer.place)));
}

void StretchGesture::finish()
{
    const AnnotationItem *item = m_context.scene.annotations().item(m_id);
    if (!item || item->shown() == m_from)
        return;
    const QString text =
        QCoreApplication::translate("AnnotationEdits", "Resize %1").arg(annotationTitle(item->shown()));
    if (!m_context.perform(text, {model::PutAnnotation{m_id, item->shown()}}))
        cancel();
}

void StretchGesture::cancel()
{
    m_context.scene.annotations().sync(m_context.document.drawing());
}

} // namespace netdraft::views
