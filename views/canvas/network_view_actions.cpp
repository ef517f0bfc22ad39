// What the canvas's actions do.

#include "views/canvas/annotation_item.h"
#include "views/canvas/cable_item.h"
#include "views/canvas/canvas_walk.h"
#include "views/canvas/docker_edits.h"
#include "views/canvas/gliding.h"
#include "views/canvas/network_scene.h"
#include "views/canvas/network_view.h"
#include "views/canvas/node_item.h"
#include "views/canvas/overview.h"
#include "views/canvas/selection_edits.h"
#include "views/canvas/subnets_item.h"
#include "views/canvas/tools/tool.h"
#include "views/document/document.h"
#include "views/document/selection.h"

#include <QCursor>

namespace netdraft::views {

void NetworkView::selectAll()
{
    selectEverything(*m_context);
}

void NetworkView::selectNone()
{
    m_selection.clear();
}

void NetworkView::removeSelection()
{
    removeSelected(*m_context);
}

void NetworkView::renameSelection()
{
    if (const model::NetnsId node = m_selection.singleNode())
        rename(node);
    else if (const model::AnnotationId annotation = m_selection.singleAnnotation())
        write(annotation);
    else
        emit message(tr("Select one node to rename it, or one annotation to write on it"));
}

void NetworkView::duplicateSelection()
{
    duplicateSelected(*m_context);
}

QPoint NetworkView::pointedAt() const
{
    const QPoint mouse = viewport()->mapFromGlobal(QCursor::pos());
    return viewport()->rect().contains(mouse) ? mouse : viewport()->rect().center();
}

void NetworkView::copySelection()
{
    copySelected(*m_context);
}

void NetworkView::cutSelection()
{
    if (copySelected(*m_context))
        removeSelected(*m_context);
}

void NetworkView::paste()
{
    pasteAt(*m_context, pointerAt(pointedAt(), {}).place);
}

void NetworkView::requestNode()
{
    const QPoint at = pointedAt();
    requestNodeAt(pointerAt(at, {}).place, viewport()->mapToGlobal(at));
}

void NetworkView::requestNodeAt(QPointF place, QPoint global)
{
    emit kindWanted(
        tr("Add a node, a note, a box or an arrow"), global,
        [this, place](model::NodeKind kind) {
            placeAt(kind, place);
            setFocus();
        },
        [this, place](model::AnnotationKind kind) {
            setFocus();
            annotateAt(kind, place);
        });
}

void NetworkView::foldSelection()
{
    foldSelected(*m_context);
}

void NetworkView::takeSelectionOut()
{
    takeOutSelected(*m_context);
}

void NetworkView::startDocker()
{
    switchDocker(*m_context, DockerVerb::Start);
}

void NetworkView::stopDocker()
{
    switchDocker(*m_context, DockerVerb::Stop);
}

void NetworkView::removeDocker()
{
    switchDocker(*m_context, DockerVerb::Remove);
}

void NetworkView::alignInRow()
{
    alignSelected(*m_context, model::Alignment::Row);
}

void NetworkView::alignInColumn()
{
    alignSelected(*m_context, model::Alignment::Column);
}

void NetworkView::spreadInRow()
{
    alignSelected(*m_context, model::Alignment::SpreadRow);
}

void NetworkView::spreadInColumn()
{
    alignSelected(*m_context, model::Alignment::SpreadColumn);
}

void NetworkView::layOutByWires()
{
    layOut(model::Layout::Wires);
}

void NetworkView::layOutInLayers()
{
    layOut(model::Layout::Layers);
}

void NetworkView::layOutInCircle()
{
    layOut(model::Layout::Circle);
}

void NetworkView::layOutOnGrid()
{
    layOut(model::Layout::Grid);
}

void NetworkView::layOut(model::Layout layout)
{
    if (layOutNodes(*m_context, layout))
        m_gliding->afterwards([this] { fitAll(); });
}

void NetworkView::revealSelection()
{
    // Who walks over what is in sight does not make it move.
    const model::NetnsId node = m_selection.singleNode();
    const model::LinkPlace link = m_selection.singleLink();
    const NodeItem *item = m_scene->shownNode(node);
    const CableItem *cable = m_scene->cable(link);
    if (item && (zoom() < detail::labels || !inSight().contains(item->body())))
        reveal(node);
    else if (cable && !inSight().intersects(cable->course().bounds()))
        reveal(link);
    const model::AnnotationId annotation = m_selection.singleAnnotation();
    const AnnotationItem *written = m_scene->annotations().item(annotation);
    if (written && !inSight().contains(written->outline()))
        reveal(annotation);
}

void NetworkView::nextNode()
{
    walkNodes(*m_context, 1);
    revealSelection();
}

void NetworkView::previousNode()
{
    walkNodes(*m_context, -1);
    revealSelection();
}

void NetworkView::nextCable()
{
    walkCables(*m_context, 1);
    revealSelection();
}

void NetworkView::previousCable()
{
    walkCables(*m_context, -1);
    revealSelection();
}

void NetworkView::setInterfaceNamesShown(bool shown)
{
    CanvasLook look = m_scene->look();
    look.interfaceNames = shown;
    m_scene->setLook(look);
}

void NetworkView::setAddressesShown(bool shown)
{
    CanvasLook look = m_scene->look();
    look.addresses = shown;
    m_scene->setLook(look);
}

void NetworkView::setAnswersShown(bool shown)
{
    m_answersShown = shown;
    if (m_path)
        m_path->setVisible(shown);
    for (MarksItem *marks : {m_weak.get(), m_changes.get()}) {
        if (marks)
            marks->setVisible(shown);
    }
}

void NetworkView::setTextScale(double scale)
{
    m_textScale = scale;
    CanvasLook look = m_scene->look();
    look.setTextScale(textScaleOf(font()) * scale);
    m_scene->setLook(look);
    followOverlays();
}

void NetworkView::setGridShown(bool shown)
{
    m_scene->setGridShown(shown);
}

void NetworkView::setSubnetsShaded(bool shaded)
{
    m_subnets.reset();
    if (!shaded)
        return;
    m_subnets = std::make_unique<SubnetsItem>(*m_scene);
    m_scene->addItem(m_subnets.get());
    m_subnets->read(*m_document.plane());
}

void NetworkView::setSnapping(bool snaps)
{
    m_snaps = snaps;
}

void NetworkView::setOverviewShown(bool shown)
{
    m_overview->setWanted(shown);
}

} // namespace netdraft::views
