#pragma once

#include "model/network/id.h"
#include "views/canvas/tools/tool.h"

#include <QLineEdit>

namespace netdraft::views {

class NodeItem;

/// Stands in place of a node's name while it is edited: Enter takes the new name, Escape the old one. What cannot
/// be a name is said at once. Deletes itself when done.
class NameEditor : public QLineEdit
{
    Q_OBJECT

public:
    NameEditor(ToolContext &context, model::NetnsId node, QWidget *viewport);
    ~NameEditor() override;

    model::NetnsId node() const { return m_node; }
    /// Puts it over the name; `scale` is the canvas's zoom.
    void place(const QRectF &nameOnViewport);

protected:
    void keyPressEvent(QKeyEvent *event) override;
    void focusOutEvent(QFocusEvent *event) override;

private:
    enum class Outcome { Take, Drop };

    ToolContext &m_context;
    model::NetnsId m_node;
    QString m_before;
    bool m_done = false;

    void check();
    /// Why the present text cannot be the name; empty when it can.
    QString complaint() const;
    void finish(Outcome outcome);
};

} // namespace netdraft::views
