#pragma once

#include "model/drawing/project.h"
#include "model/recipe/shapes/shapes.h"

#include <QDialog>

#include <functional>

class QFormLayout;
class QLabel;
class QListWidget;
class QPushButton;
class QSpinBox;
class QTimer;

namespace netdraft::views {

class Document;

/// Networks of a known shape, of any size, in which every host reaches every other: chosen, looked at, and opened as a
/// new drawing.
class TemplateDialog : public QDialog
{
    Q_OBJECT

public:
    /// Draws a network as a picture of at most this size.
    using Draw = std::function<QPixmap(const model::Project &project, QSize size)>;

    TemplateDialog(Document &document, Draw draw, QWidget *window);

protected:
    void resizeEvent(QResizeEvent *event) override;

private:
    Document &m_document;
    Draw m_draw;
    QListWidget *m_shapes;
    QLabel *m_says;
    QFormLayout *m_numbers;
    QLabel *m_picture;
    QLabel *m_count;
    QPushButton *m_open;
    QTimer *m_soon; ///< it is made and drawn when nothing has been changed for a moment
    std::vector<QSpinBox *> m_boxes;

    const model::Shape &shape() const;
    void showShape();
    std::vector<int> numbers() const;
    QString commandLine() const; ///< that makes the same network without a window
    void count();
    void drawPicture();
    void take();
};

} // namespace netdraft::views
