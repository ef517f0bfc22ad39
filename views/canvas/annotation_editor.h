#pragma once

#include "views/canvas/tools/tool.h"

#include <QPlainTextEdit>

namespace netdraft::views {

/// Stands where the words of an annotation stand while they are written: Enter takes them, Shift+Enter begins a new
/// line, Escape leaves what was there. Deletes itself when done.
class AnnotationEditor : public QPlainTextEdit
{
    Q_OBJECT

public:
    /// Writes on one that is there, or with 0 draws `annotation` once there are words for it.
    AnnotationEditor(ToolContext &context, const model::Annotation &annotation, model::AnnotationId id,
                     QWidget *viewport);
    ~AnnotationEditor() override;

    model::AnnotationId id() const { return m_id; }
    const model::Annotation &annotation() const { return m_annotation; }
    /// Puts it over the words, at the canvas's zoom.
    void place(const QRectF &onViewport, qreal zoom);

protected:
    void keyPressEvent(QKeyEvent *event) override;
    void focusOutEvent(QFocusEvent *event) override;

private:
    ToolContext &m_context;
    model::Annotation m_annotation;
    model::AnnotationId m_id;
    bool m_done = false;

    void finish(bool takes);
};

} // namespace netdraft::views
