#pragma once

#include "model/drawing/arrangement.h"
#include "model/edit/apply.h"
#include "model/network/id.h"
#include "views/canvas/canvas_tool.h"
#include "views/canvas/marks_item.h"
#include "views/canvas/packet_path_item.h"

#include <QGraphicsView>
#include <QPointer>

#include <functional>
#include <memory>
#include <optional>
#include <vector>

class QMenu;

class QVariantAnimation;

namespace netdraft::views {

class AnnotationEditor;
class Document;
class Gliding;
class NameEditor;
class NetworkScene;
class SubnetsItem;
class NodeGhost;
class Overview;
class DropTarget;
class Selection;
class Tool;
struct Pointer;
struct ToolContext;

/// The canvas: draws the document's network and lets people change it with the mouse and the keyboard.
///
/// Its actions (tools, zoom, editing, what is shown) are QWidget::actions(), each with an object name that starts
/// with `canvas.`, a text, an icon and its keys; menus and toolbars show these same objects:
/// `canvas.select`, `canvas.connect`, `canvas.zoomIn`, `canvas.zoomOut`, `canvas.zoomReset`, `canvas.fitAll`,
/// `canvas.fitSelection`, `canvas.selectAll`, `canvas.selectNone`, `canvas.remove`, `canvas.rename`,
/// `canvas.duplicate`, `canvas.cut`, `canvas.copy`, `canvas.paste`, `canvas.add`, `canvas.fold`, `canvas.takeOut`,
/// `canvas.alignRow`, `canvas.alignColumn`, `canvas.spreadRow`, `canvas.spreadColumn`, `canvas.layOutWires`,
/// `canvas.layOutLayers`, `canvas.layOutCircle`, `canvas.layOutGrid`, `canvas.showInterfaceNames`,
/// `canvas.showAddresses`, `canvas.showGrid`, `canvas.shadeSubnets`, `canvas.snap`,
/// `canvas.showOverview`, `canvas.nextNode`, `canvas.previousNode`, `canvas.nextCable`, `canvas.previousCable`,
/// `canvas.addNote`, `canvas.addBox`, `canvas.addArrow`, `canvas.nextAnnotation`, `canvas.previousAnnotation`, and
/// `canvas.colour.grey` and so on for each colour of annotations.
class NetworkView : public QGraphicsView
{
    Q_OBJECT

public:
    /// Reads both as long as it lives and writes through them; takes neither over.
    NetworkView(Document &document, Selection &selection, QWidget *parent = nullptr);
    ~NetworkView() override;

    /// One of the actions above, by its object name; it must exist.
    QAction *action(const QString &name) const;

    CanvasTool tool() const { return m_toolKind; }
    /// Ends the present tool, dropping what it has begun. CanvasTool::Place is startPlacing() with a device,
    /// CanvasTool::Annotate is startAnnotating() with a note.
    void setTool(CanvasTool tool);
    /// The tool that puts a new node of this kind where the user clicks next; Escape goes back to selecting.
    void startPlacing(model::NodeKind kind);
    /// The tool that draws an annotation of this kind by a click or a drag.
    void startAnnotating(model::AnnotationKind kind);
    /// Draws one of the usual size there; a note is written first.
    void annotateAt(model::AnnotationKind kind, QPointF place);
    /// Edits the words of an annotation in their place.
    void write(model::AnnotationId annotation);
    void colourSelection(model::AnnotationColour colour);
    /// The connect tool, with its first node chosen.
    void startConnecting(model::NetnsId node);
    /// Puts a new node of this kind into the middle of what is seen, as a double-click on the palette does.
    void placeInMiddle(model::NodeKind kind);
    /// Puts one there, on a cable into that.
    void placeAt(model::NodeKind kind, QPointF place);

    /// Draws the way of a packet over what is there: the links in the order in which it passed them, an arrow for
    /// the direction, `text` beside its end; with a cross where it was lost; in neither colour while it is under
    /// way. `at` is the node where it ended, which a way without any link needs; without it, it is where the links
    /// lead. Replaces an earlier one.
    void showPath(const std::vector<model::LinkPlace> &links, PacketFate fate, const QString &text,
                  model::NetnsId at = {});
    void clearPath();
    /// Draws the single points of failure over what is there, in the place of earlier ones.
    void showWeakPoints(std::vector<CanvasMark> marks);
    /// The same for what the last change broke and healed.
    void showChanges(std::vector<CanvasMark> marks);

    /// Scrolls a node, a cable or an annotation into sight.
    void reveal(model::NetnsId node);
    void reveal(model::LinkPlace link);
    void reveal(model::AnnotationId annotation);

    /// Whether nodes glide to where a layout, an alignment or an undo puts them; off at first.
    void setAnimated(bool animated) { m_animated = animated; }
    /// Whether the way of a packet and the marks of changes and weak points are drawn; at first they are.
    void setAnswersShown(bool shown);
    /// Whether an empty canvas says what to do with it; at first it does.
    void setHintShown(bool shown);
    /// Names and labels so many times as large as the system's font asks for.
    void setTextScale(double scale);
    /// Shows another part of the drawing, at the same zoom.
    void lookAt(QPointF place);

    /// Pixels a scene unit; 1 is 100 %.
    double zoom() const;
    NetworkScene &networkScene() const { return *m_scene; }

public slots:
    void zoomIn();
    void zoomOut();
    void zoomReset();
    void fitAll();
    void fitSelection();
    void selectAll();
    void selectNone();
    void removeSelection();
    /// Edits the name of the selected node, or the words of the selected annotation, in their place; says so when
    /// not exactly one is selected.
    void renameSelection();
    void duplicateSelection();
    void setInterfaceNamesShown(bool shown);
    void setAddressesShown(bool shown);
    void setGridShown(bool shown);
    void setSnapping(bool snaps);
    /// Shades each broadcast domain in a colour, with its prefixes.
    void setSubnetsShaded(bool shaded);
    void setOverviewShown(bool shown);
    /// Asks by kindWanted() for a node where the mouse is.
    void requestNode();
    void copySelection();
    void cutSelection();
    /// Where the mouse is.
    void paste();
    void foldSelection();
    void takeSelectionOut();
    /// These switch Docker on the selected node.
    void startDocker();
    void stopDocker();
    void removeDocker();
    void alignInRow();
    void alignInColumn();
    void spreadInRow();
    void spreadInColumn();
    /// These place what is selected anew, or everything.
    void layOutByWires();
    void layOutInLayers();
    void layOutInCircle();
    void layOutOnGrid();
    /// These go on from what is selected, by the keyboard.
    void nextNode();
    void previousNode();
    void nextCable();
    void previousCable();
    void nextAnnotation();
    void previousAnnotation();
    /// These begin to draw one.
    void addNote();
    void addBox();
    void addArrow();

signals:
    void toolChanged(netdraft::views::CanvasTool tool);
    /// Something to say in the status bar: a hint for the present step, or why a gesture was refused; empty to
    /// take it away.
    void message(const QString &text);
    void zoomChanged(double zoom);
    /// Somebody wants to choose a kind of node for something that is seen there on the screen, or, where `annotates` is
    /// not empty, a kind of annotation.
    void kindWanted(const QString &prompt, QPoint global, const std::function<void(netdraft::model::NodeKind)> &chosen,
                    const std::function<void(netdraft::model::AnnotationKind)> &annotates);
    /// A file or a folder was dropped on the canvas.
    void fileDropped(const QString &path);
    /// A node was double-clicked or opened with Enter.
    void activated(netdraft::model::NetnsId node);
    /// A context menu is about to show on a node or on one end of a cable (the other one is 0), or on the empty
    /// canvas (both are): others may add to it.
    void menuRequested(QMenu *menu, netdraft::model::NetnsId node, netdraft::model::LinkPlace link);

protected:
    bool event(QEvent *event) override;
    bool viewportEvent(QEvent *event) override;
    void changeEvent(QEvent *event) override;
    void paintEvent(QPaintEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;
    void mouseMoveEvent(QMouseEvent *event) override;
    void mouseReleaseEvent(QMouseEvent *event) override;
    void mouseDoubleClickEvent(QMouseEvent *event) override;
    void contextMenuEvent(QContextMenuEvent *event) override;
    void wheelEvent(QWheelEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void keyReleaseEvent(QKeyEvent *event) override;
    void focusOutEvent(QFocusEvent *event) override;
    void dragEnterEvent(QDragEnterEvent *event) override;
    void dragMoveEvent(QDragMoveEvent *event) override;
    void dragLeaveEvent(QDragLeaveEvent *event) override;
    void dropEvent(QDropEvent *event) override;
    void showEvent(QShowEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void drawBackground(QPainter *painter, const QRectF &rect) override;
    void drawForeground(QPainter *painter, const QRectF &rect) override;
    void scrollContentsBy(int dx, int dy) override;

private:
    void requestNodeAt(QPointF place, QPoint global);
    /// Moving the view with the mouse.
    struct Pan {
        Qt::MouseButton button;
        QPoint start;
        QPoint last;
        bool moved = false;
    };

    Document &m_document;
    Selection &m_selection;
    NetworkScene *m_scene;
    QVariantAnimation *m_travel; ///< of the packet along the path
    std::unique_ptr<Gliding> m_gliding;
    bool m_animated = false;
    bool m_answersShown = true;
    bool m_hintShown = true;
    double m_textScale = 1;
    std::unique_ptr<ToolContext> m_context;
    std::unique_ptr<Tool> m_tool;
    std::vector<std::unique_ptr<Tool>> m_formerTools; ///< until the event is over in which they were left
    CanvasTool m_toolKind = CanvasTool::Select;
    std::unique_ptr<PacketPathItem> m_path;
    std::unique_ptr<SubnetsItem> m_subnets; ///< while they are shaded
    std::unique_ptr<MarksItem> m_weak;
    std::unique_ptr<MarksItem> m_changes;
    std::unique_ptr<NodeGhost> m_dragged;
    bool m_dragsAnnotation = false;
    std::unique_ptr<DropTarget> m_dragTarget;
    QPointer<NameEditor> m_nameEditor;
    QPointer<AnnotationEditor> m_annotationEditor;
    Overview *m_overview;
    QRect m_painted; ///< what is being painted, on the viewport
    std::optional<Pan> m_pan;
    bool m_scrolling = false; ///< in both directions, one after the other
    bool m_spaceDown = false;
    bool m_snaps = true;
    /// The drawing keeps fitting the window as that takes its shape, until the user has done something here.
    bool m_fitsWindow = true;

    void takeOver(const model::ChangeSet &changes);
    /// Whether all nodes of a drawing of not too many are in sight.
    bool seesAll() const;
    void useTool(CanvasTool kind, std::unique_ptr<Tool> tool);
    void rename(model::NetnsId node);
    void layOut(model::Layout layout);
    void showMenu(QPoint position, QPoint global);
    void zoomBy(double factor, QPointF anchor);
    void scrollBy(QPoint step);
    void afterScroll();
    void lookAround();
    void fit(const QRectF &bounds);
    void afterZoom();
    void followOverlays();
    void showMarks(std::unique_ptr<MarksItem> &item, std::vector<CanvasMark> marks);
    QRectF inSight() const;
    void placeNameEditor();
    void openEditor(const model::Annotation &annotation, model::AnnotationId id);
    void placeAnnotationEditor();
    /// Where the mouse is over the canvas, else the middle of it.
    QPoint pointedAt() const;
    Pointer pointerAt(QPointF position, Qt::KeyboardModifiers modifiers) const;
    bool escape();
    bool nudge(const QKeyEvent &event);
    void walk(const QKeyEvent &event);
    void revealSelection();
    std::optional<model::NodeKind> draggedKind(const QDropEvent &event) const;
    void showSelection();
    void updateCursor();
};

} // namespace netdraft::views
