// How notes, boxes and arrows are made and written on.

#include "views/canvas/annotation_editor.h"
#include "views/canvas/annotation_edits.h"
#include "views/canvas/annotation_item.h"
#include "views/canvas/canvas_walk.h"
#include "views/canvas/name_editor.h"
#include "views/canvas/network_scene.h"
#include "views/canvas/network_view.h"
#include "views/canvas/tools/annotate_tool.h"
#include "views/document/document.h"
#include "views/document/selection.h"

namespace netdraft::views {

void NetworkView::startAnnotating(model::AnnotationKind kind)
{
    useTool(CanvasTool::Annotate, std::make_unique<AnnotateTool>(*m_context, kind));
}

void NetworkView::annotateAt(model::AnnotationKind kind, QPointF place)
{
    m_fitsWindow = false;
    const Pointer pointer{place, Qt::NoModifier, 1 / zoom(), m_snaps};
    drawAnnotation(*m_context, newAnnotation(kind, pointer.snapped(place)));
}

void NetworkView::addNote()
{
    startAnnotating(model::AnnotationKind::Text);
}

void NetworkView::addBox()
{
    startAnnotating(model::AnnotationKind::Box);
}

void NetworkView::addArrow()
{
    startAnnotating(model::AnnotationKind::Arrow);
}

void NetworkView::colourSelection(model::AnnotationColour colour)
{
    colourSelected(*m_context, colour);
}

void NetworkView::nextAnnotation()
{
    walkAnnotations(*m_context, 1);
    revealSelection();
}

void NetworkView::previousAnnotation()
{
    walkAnnotations(*m_context, -1);
    revealSelection();
}

void NetworkView::reveal(model::AnnotationId annotation)
{
    m_fitsWindow = false;
    if (const AnnotationItem *item = m_scene->annotations().item(annotation))
        ensureVisible(item->outline() | item->textPlace(), 40, 40);
}

void NetworkView::write(model::AnnotationId annotation)
{
    const AnnotationItem *item = m_scene->annotations().item(annotation);
    if (!item)
        return;
    reveal(annotation);
    openEditor(item->shown(), annotation);
}

void NetworkView::openEditor(const model::Annotation &annotation, model::AnnotationId id)
{
    delete m_nameEditor;
    delete m_annotationEditor;
    m_annotationEditor = new AnnotationEditor(*m_context, annotation, id, viewport());
    placeAnnotationEditor();
    if (!m_annotationEditor)
        return; // there is nothing to write on
    m_annotationEditor->show();
    m_annotationEditor->setFocus();
}

void NetworkView::placeAnnotationEditor()
{
    if (!m_annotationEditor)
        return;
    const model::AnnotationId id = m_annotationEditor->id();
    const AnnotationItem *item = m_scene->annotations().item(id);
    if (id && !item) {
        delete m_annotationEditor;
        return;
    }
    // One that is not drawn yet stands where it will.
    AnnotationItem draft(m_scene->look());
    draft.show(m_annotationEditor->annotation());
    const AnnotationItem &shown = item ? *item : draft;
    const bool note = shown.shown().kind == model::AnnotationKind::Text;
    const QRectF place = note ? shown.outline() : shown.textPlace();
    m_annotationEditor->place(QRectF(mapFromScene(place).boundingRect()), zoom());
}

} // namespace netdraft::views
