#include "views/panels/message_line.h"

#include "views/panels/panel.h"
#include "views/style/icon.h"
#include "views/style/theme.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QScrollArea>

namespace netdraft::views {

MessageLine::MessageLine(QWidget *parent) : QFrame(parent), m_mark(new QLabel(this)), m_text(new QLabel(this))
{
    m_text->setObjectName(QStringLiteral("messageText"));
    m_text->setWordWrap(true);
    m_text->setTextFormat(Qt::PlainText);
    m_text->setTextInteractionFlags(Qt::TextSelectableByMouse);
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(spacing::normal, spacing::tight, spacing::normal, spacing::tight);
    row->setSpacing(spacing::normal);
    row->addWidget(m_mark, 0, Qt::AlignTop);
    row->addWidget(m_text, 1);
    setAutoFillBackground(true);
    paintMark();
    hide();
}

void MessageLine::setProblem(const QString &problem)
{
    m_text->setText(problem);
    setAccessibleName(problem);
    setVisible(!problem.isEmpty());
}

void MessageLine::showEvent(QShowEvent *event)
{
    QFrame::showEvent(event);
    // In a low window the end of a form may lie out of sight; it has its place once the layout has run.
    QMetaObject::invokeMethod(this, &MessageLine::scrollIntoSight, Qt::QueuedConnection);
}

void MessageLine::scrollIntoSight()
{
    for (QWidget *above = parentWidget(); above; above = above->parentWidget()) {
        if (auto *area = qobject_cast<QScrollArea *>(above)) {
            area->ensureWidgetVisible(this);
            return;
        }
    }
}

QString MessageLine::problem() const
{
    return m_text->text();
}

void MessageLine::changeEvent(QEvent *event)
{
    QFrame::changeEvent(event);
    if (event->type() == QEvent::PaletteChange || event->type() == QEvent::ApplicationPaletteChange)
        paintMark();
}

void MessageLine::paintMark()
{
    const Theme &theme = currentTheme();
    QPalette colours;
    colours.setColor(QPalette::Window, theme.badFill);
    colours.setColor(QPalette::WindowText, theme.bad);
    setPalette(colours);
    m_mark->setPixmap(iconPixmap(QStringLiteral("bad"), theme.bad, 16, devicePixelRatioF()));
}

} // namespace netdraft::views
