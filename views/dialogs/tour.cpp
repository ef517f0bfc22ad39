#include "views/dialogs/tour.h"

#include "views/style/theme.h"

#include <QCoreApplication>
#include <QDockWidget>
#include <QEvent>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QMainWindow>
#include <QPainter>
#include <QPushButton>
#include <QSettings>
#include <QVBoxLayout>

#include <algorithm>

namespace netdraft::views {

namespace {

constexpr auto seenKey = "tour/seen";
/// Wide enough for lines that are good to read.
constexpr int textWidth = 320;

struct TourStep {
    const char *part; ///< the object name of a widget of the window
    const char *title;
    const char *text;
};

constexpr TourStep steps[] = {
    {"canvas", QT_TRANSLATE_NOOP("Tour", "A network"),
     QT_TRANSLATE_NOOP("Tour", "Devices, switches and a router, wired up. Double-click to add something; press L and "
                               "drag from one to another to wire them.")},
    {"summaryBanner", QT_TRANSLATE_NOOP("Tour", "Does it work?"),
     QT_TRANSLATE_NOOP("Tour",
                       "After every change it says whether everybody reaches everybody, and if not, why not. The "
                       "button on the right mends it, one step at a time.")},
    {"dock.matrix", QT_TRANSLATE_NOOP("Tour", "Who reaches whom"),
     QT_TRANSLATE_NOOP("Tour",
                       "A row pings a column. Point at a cell for the reason, or click it to see on the canvas how "
                       "far the packet comes.")},
    {"dock.inspector", QT_TRANSLATE_NOOP("Tour", "What a node is"),
     QT_TRANSLATE_NOOP("Tour", "Select a node to see and change its interfaces, addresses and routes. Enter opens its "
                               "terminal, which knows ip, bridge, ping, tcpdump and many others.")},
    {"dock.commands", QT_TRANSLATE_NOOP("Tour", "The same as commands"),
     QT_TRANSLATE_NOOP("Tour", "Whatever you do is written down as the commands that do it on a real machine. Export "
                               "(Ctrl+E) makes a script of them that builds this very network in namespaces.")},
};
constexpr int stepCount = static_cast<int>(std::size(steps));

/// Lies around the part of the window that a step tells of.
class PartFrame : public QWidget
{
public:
    explicit PartFrame(QWidget *window) : QWidget(window) { setAttribute(Qt::WA_TransparentForMouseEvents); }

protected:
    void paintEvent(QPaintEvent *) override
    {
        QPainter painter(this);
        painter.setRenderHint(QPainter::Antialiasing);
        painter.setPen(QPen(themeOf(palette()).accent, 3));
        painter.drawRoundedRect(QRectF(rect()).adjusted(2, 2, -2, -2), 6, 6);
    }
};

} // namespace

Tour::Tour(QWidget *window)
    : QFrame(window), m_title(new QLabel), m_text(new QLabel), m_count(new QLabel), m_next(new QPushButton),
      m_frame(new PartFrame(window))
{
    setObjectName(QStringLiteral("tour"));
    setAccessibleName(tr("Tour"));
    setAttribute(Qt::WA_DeleteOnClose);
    setFrameShape(QFrame::StyledPanel);
    setAutoFillBackground(true);
    m_title->setObjectName(QStringLiteral("tourTitle"));
    QFont bold = font();
    bold.setWeight(QFont::DemiBold);
    bold.setPointSizeF(bold.pointSizeF() * 1.15);
    m_title->setFont(bold);
    m_text->setObjectName(QStringLiteral("tourText"));
    m_text->setWordWrap(true);
    m_text->setFixedWidth(textWidth);
    m_count->setObjectName(QStringLiteral("tourCount"));
    m_count->setForegroundRole(QPalette::PlaceholderText);
    auto *skip = new QPushButton(tr("&Skip"));
    skip->setObjectName(QStringLiteral("tourSkip"));
    skip->setAutoDefault(false);
    m_next->setObjectName(QStringLiteral("tourNext"));
    connect(skip, &QPushButton::clicked, this, &Tour::end);
    connect(m_next, &QPushButton::clicked, this, &Tour::next);

    auto *buttons = new QHBoxLayout;
    buttons->setSpacing(spacing::normal);
    buttons->addWidget(m_count, 1);
    buttons->addWidget(skip);
    buttons->addWidget(m_next);
    auto *all = new QVBoxLayout(this);
    all->setContentsMargins(spacing::wide, spacing::wide, spacing::wide, spacing::wide);
    all->setSpacing(spacing::normal);
    all->addWidget(m_title);
    all->addWidget(m_text);
    all->addLayout(buttons);
    window->installEventFilter(this);
    if (const auto *main = qobject_cast<QMainWindow *>(window); main && main->centralWidget())
        main->centralWidget()->installEventFilter(this); // which a click on a panel's tab raises
    m_frame->setObjectName(QStringLiteral("tourFrame"));
    show(0);
    QFrame::show();
    m_next->setFocus();
}

Tour::~Tour()
{
    delete m_frame;
}

bool Tour::wasSeen()
{
    return QSettings().value(QLatin1String(seenKey)).toBool();
}

QWidget *Tour::part() const
{
    return parentWidget()->findChild<QWidget *>(QLatin1String(steps[m_step].part));
}

void Tour::show(int step)
{
    m_step = step;
    m_title->setText(QCoreApplication::translate("Tour", steps[step].title));
    m_text->setText(QCoreApplication::translate("Tour", steps[step].text));
    m_count->setText(tr("%1 of %2").arg(step + 1).arg(stepCount));
    m_next->setText(step + 1 == stepCount ? tr("&Done") : tr("&Next"));
    if (auto *dock = qobject_cast<QDockWidget *>(part())) {
        dock->show();
        dock->raise();
    }
    place();
}

void Tour::next()
{
    if (m_step + 1 == stepCount)
        end();
    else
        show(m_step + 1);
}

void Tour::end()
{
    QSettings().setValue(QLatin1String(seenKey), true);
    close();
}

/// Beside the part where there is room, else in its middle.
void Tour::place()
{
    const QWidget *about = part();
    const QWidget *window = parentWidget();
    if (!about)
        return;
    QRect around(about->mapTo(window, QPoint(0, 0)), about->size());
    if (const auto *main = qobject_cast<const QMainWindow *>(window)) {
        // The tabs are above the panel that they show.
        auto *dock = qobject_cast<QDockWidget *>(part());
        if (dock && !main->tabifiedDockWidgets(dock).isEmpty())
            around.setTop(around.top() - fontMetrics().height() * 2);
    }
    m_frame->setGeometry(around);
    m_frame->show();
    m_frame->raise();
    adjustSize();
    constexpr int gap = spacing::wide;
    const QRect room = window->rect().adjusted(gap, gap, -gap, -gap);
    QRect own(QPoint(), size());
    const QPoint middle = around.center() - own.center();
    const QPoint places[] = {{middle.x(), around.bottom() + gap},
                             {middle.x(), around.top() - gap - own.height()},
                             {around.left() - gap - own.width(), middle.y()},
                             {around.right() + gap, middle.y()},
                             middle};
    for (const QPoint &at : places) {
        own.moveTo(std::clamp(at.x(), room.left(), std::max(room.left(), room.right() - own.width())),
                   std::clamp(at.y(), room.top(), std::max(room.top(), room.bottom() - own.height())));
        if (!own.intersects(around))
            break;
    }
    move(own.topLeft());
    raise();
}

void Tour::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Escape)
        end();
    else if (event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter)
        next();
    else
        QFrame::keyPressEvent(event);
}

bool Tour::eventFilter(QObject *object, QEvent *event)
{
    if (object == parentWidget() && (event->type() == QEvent::Resize || event->type() == QEvent::LayoutRequest))
        place();
    if (event->type() == QEvent::ZOrderChange) {
        m_frame->raise();
        raise();
    }
    return QFrame::eventFilter(object, event);
}

} // namespace netdraft::views
