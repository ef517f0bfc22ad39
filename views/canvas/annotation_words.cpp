#include "views/canvas/annotation_words.h"

#include "views/canvas/canvas_words.h"
#include "views/style/icon.h"

#include <QCoreApplication>

namespace netdraft::views {

namespace {

struct AnnotationWords {
    Q_DECLARE_TR_FUNCTIONS(Annotation)
};

/// Longer notes are told by how they begin.
constexpr qsizetype mostTitleLetters = 60;

} // namespace

QString annotationTitle(const model::Annotation &annotation)
{
    QString text = QString::fromStdString(annotation.text).simplified();
    if (text.isEmpty())
        return kindTitle(annotation.kind);
    if (text.size() > mostTitleLetters)
        text = text.left(mostTitleLetters - 1) + QChar(0x2026);
    return AnnotationWords::tr("%1 “%2”").arg(kindTitle(annotation.kind), text);
}

QString annotationDetails(const model::Project &project, const model::Annotation &annotation)
{
    QString colour = AnnotationWords::tr("Colour: %1.").arg(colourTitle(annotation.colour));
    if (annotation.kind != model::AnnotationKind::Box)
        return colour;
    NodeIds inside;
    for (const auto &[id, node] : project.drawing->nodes) {
        const model::Point at = node.position;
        if (at.x >= annotation.from.x && at.x <= annotation.to.x && at.y >= annotation.from.y &&
            at.y <= annotation.to.y)
            inside.insert(id);
    }
    return inside.empty() ? colour : colour + QLatin1Char(' ') + boxDetails(project, inside);
}

} // namespace netdraft::views
