#include "views/canvas/annotation_edits.h"

#include "views/canvas/annotation_item.h"
#include "views/canvas/annotation_words.h"
#include "views/document/document.h"
#include "views/document/selection.h"

#include <QCoreApplication>

namespace netdraft::views {

namespace {

struct AnnotationEditWords {
    Q_DECLARE_TR_FUNCTIONS(AnnotationEdits)
};

constexpr double noteWidth = 200;
constexpr double boxWidth = 240;
constexpr double boxHeight = 160;
constexpr double arrowLength = 120;

} // namespace

model::Annotation newAnnotation(model::AnnotationKind kind, QPointF place)
{
    const auto point = [&](double x, double y) { return model::Point{place.x() + x, place.y() + y}; };
    switch (kind) {
    case model::AnnotationKind::Text:
        return {kind, point(0, 0), point(noteWidth, 0), {}, model::AnnotationColour::Yellow};
    case model::AnnotationKind::Box:
        return {kind,
                point(-boxWidth / 2, -boxHeight / 2),
                point(boxWidth / 2, boxHeight / 2),
                {},
                model::AnnotationColour::Blue};
    case model::AnnotationKind::Arrow: break;
    }
    return {kind, point(-arrowLength / 2, 0), point(arrowLength / 2, 0), {}, model::AnnotationColour::Grey};
}

void addAnnotation(ToolContext &context, const model::Annotation &annotation)
{
    const model::AnnotationId id = model::freeAnnotation(context.document.drawing());
    const QString text = AnnotationEditWords::tr("Add %1").arg(annotationTitle(annotation));
    if (!context.perform(text, {model::PutAnnotation{id, annotation}}))
        return;
    context.selection.set({}, {}, {id});
    context.say(annotation.kind == model::AnnotationKind::Text
                    ? text
                    : AnnotationEditWords::tr("Double-click it, or press F2, to write on it"));
}

void writeAnnotation(ToolContext &context, model::AnnotationId id, const std::string &text)
{
    const auto &all = context.document.drawing().annotations;
    const auto found = all.find(id);
    if (found == all.end() || found->second.text == text)
        return;
    model::Annotation written = found->second;
    if (text.empty() && written.kind == model::AnnotationKind::Text) {
        if (context.perform(AnnotationEditWords::tr("Remove %1").arg(annotationTitle(written)),
                            {model::RemoveAnnotation{id}}))
            context.selection.clear();
        return;
    }
    written.text = text;
    context.perform(AnnotationEditWords::tr("Write %1").arg(annotationTitle(written)),
                    {model::PutAnnotation{id, written}});
}

void colourSelected(ToolContext &context, model::AnnotationColour colour)
{
    const auto &all = context.document.drawing().annotations;
    model::EditList edits;
    for (const model::AnnotationId id : context.selection.annotations()) {
        const auto found = all.find(id);
        if (found == all.end())
            continue;
        model::Annotation coloured = found->second;
        coloured.colour = colour;
        edits.add(model::PutAnnotation{id, std::move(coloured)});
    }
    if (edits.empty())
        context.say(AnnotationEditWords::tr("Select the notes, boxes and arrows to colour"));
    else
        context.perform(AnnotationEditWords::tr("Colour annotations"), edits);
}

void stretchSelected(ToolContext &context, QPointF shift)
{
    const model::AnnotationId id = context.selection.singleAnnotation();
    const auto &all = context.document.drawing().annotations;
    const auto found = all.find(id);
    if (found == all.end())
        return;
    const Grip corner{.place = {}, .toX = true, .toY = true};
    const model::Point to = found->second.to;
    context.perform(AnnotationEditWords::tr("Resize %1").arg(annotationTitle(found->second)),
                    {model::PutAnnotation{id, pulled(found->second, corner, QPointF(to.x, to.y) + shift)}});
}

model::EditList shifting(const model::Drawing &drawing, const AnnotationIds &annotations, QPointF shift)
{
    model::EditList edits;
    for (const model::AnnotationId id : annotations) {
        if (const auto found = drawing.annotations.find(id); found != drawing.annotations.end())
            edits.add(model::PutAnnotation{id, model::shifted(found->second, {shift.x(), shift.y()})});
    }
    return edits;
}

} // namespace netdraft::views
