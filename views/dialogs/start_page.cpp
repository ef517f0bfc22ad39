#include "views/dialogs/start_page.h"

#include "views/actions/action_set.h"
#include "views/dialogs/example_button.h"
#include "views/dialogs/example_list.h"
#include "views/dialogs/file_flow.h"
#include "views/document/document_file.h"
#include "views/style/icon.h"
#include "views/style/theme.h"

#include <QAction>
#include <QCheckBox>
#include <QDir>
#include <QEvent>
#include <QFileInfo>
#include <QGridLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QPainter>
#include <QScrollArea>
#include <QSettings>
#include <QTimer>
#include <QToolButton>
#include <QVBoxLayout>
#include <QWheelEvent>

#include <algorithm>

namespace netdraft::views {

namespace {

constexpr auto hiddenKey = "startPage/hidden";
constexpr int exampleColumns = 2;
constexpr qsizetype mostRecent = 6;

QLabel *startHeading(const QString &text)
{
    auto *label = new QLabel(text);
    QFont bold = label->font();
    bold.setWeight(QFont::DemiBold);
    label->setFont(bold);
    return label;
}

QToolButton *flatButton(const QString &objectName, const QString &text)
{
    auto *button = new QToolButton;
    button->setObjectName(objectName);
    button->setText(text);
    button->setAutoRaise(true);
    button->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    button->setFocusPolicy(Qt::StrongFocus);
    return button;
}

/// The network alone: what notes say is too small to read here.
model::Project withoutNotes(model::Project project)
{
    model::Drawing drawing = *project.drawing;
    std::erase_if(drawing.annotations,
                  [](const auto &entry) { return entry.second.kind == model::AnnotationKind::Text; });
    project.drawing = std::make_shared<model::Drawing>(std::move(drawing));
    return project;
}

/// The middle of a picture's room, in which it is drawn.
QIcon centred(const QPixmap &picture, QSize size, qreal ratio, const Theme &theme)
{
    QPixmap room(size * ratio);
    room.setDevicePixelRatio(ratio);
    room.fill(theme.canvas);
    QPainter painter(&room);
    const QSizeF drawn = picture.deviceIndependentSize();
    painter.drawPixmap(QPointF((size.width() - drawn.width()) / 2, (size.height() - drawn.height()) / 2), picture);
    return QIcon(room);
}

} // namespace

StartPage::StartPage(const QList<QAction *> &actions, Draw draw, QWidget *over) : QFrame(over), m_draw(std::move(draw))
{
    setObjectName(QStringLiteral("startPage"));
    setAccessibleName(tr("Start page"));
    setAttribute(Qt::WA_DeleteOnClose);
    setFrameShape(QFrame::StyledPanel);
    setAutoFillBackground(true);
    setCursor(Qt::ArrowCursor);
    setFocusPolicy(Qt::ClickFocus);

    auto *close = flatButton(QStringLiteral("startPage.close"), {});
    close->setIcon(icon(QStringLiteral("close")));
    close->setToolButtonStyle(Qt::ToolButtonIconOnly);
    close->setAccessibleName(tr("Close the start page"));
    close->setToolTip(tr("Close the start page (Escape)"));
    connect(close, &QToolButton::clicked, this, &StartPage::leave);
    auto *title = startHeading(tr("Begin"));
    QFont large = title->font();
    large.setPointSizeF(large.pointSizeF() * 1.3);
    title->setFont(large);
    auto *head = new QHBoxLayout;
    head->addWidget(title, 1);
    head->addWidget(close);

    auto *left = new QVBoxLayout;
    left->setSpacing(spacing::wide);
    left->addWidget(beginnings(actions));
    left->addWidget(recentFiles());
    left->addStretch(1);
    auto *columns = new QHBoxLayout;
    columns->setContentsMargins(0, 0, spacing::tight, 0);
    columns->setSpacing(spacing::wide * 2);
    columns->addLayout(left, 1);
    columns->addWidget(exampleGrid());
    auto *content = new QWidget;
    content->setLayout(columns);
    auto *area = new QScrollArea;
    area->setObjectName(QStringLiteral("startPage.content"));
    area->setWidgetResizable(true);
    area->setFrameShape(QFrame::NoFrame);
    area->setFocusPolicy(Qt::NoFocus);
    area->setWidget(content);

    auto *again = new QCheckBox(tr("&Show this page at the start"));
    again->setObjectName(QStringLiteral("startPage.again"));
    again->setChecked(isWanted());
    connect(again, &QCheckBox::toggled, this,
            [](bool wanted) { QSettings().setValue(QLatin1String(hiddenKey), !wanted); });
    auto *all = new QVBoxLayout(this);
    all->setContentsMargins(spacing::wide, spacing::wide, spacing::wide, spacing::wide);
    all->setSpacing(spacing::normal);
    all->addLayout(head);
    all->addWidget(area, 1);
    all->addWidget(again);
    over->installEventFilter(this);
    if (const auto *scrolled = qobject_cast<const QAbstractScrollArea *>(over))
        scrolled->viewport()->installEventFilter(this);
    place();
}

bool StartPage::isWanted()
{
    return !QSettings().value(QLatin1String(hiddenKey)).toBool();
}

QWidget *StartPage::beginnings(const QList<QAction *> &actions)
{
    auto *group = new QWidget;
    auto *column = new QVBoxLayout(group);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(spacing::tight);
    for (QAction *action : actions) {
        QToolButton *button = flatButton(QStringLiteral("startPage.") + action->objectName(), plainText(*action));
        button->setIcon(action->icon().isNull() ? icon(QStringLiteral("help")) : action->icon());
        button->setToolTip(action->statusTip());
        button->setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
        connect(button, &QToolButton::clicked, this, [this, action = QPointer(action)] {
            leave();
            if (action)
                action->trigger();
        });
        column->addWidget(button);
    }
    return group;
}

QWidget *StartPage::recentFiles()
{
    auto *group = new QWidget;
    auto *column = new QVBoxLayout(group);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(spacing::tight);
    column->addWidget(startHeading(tr("Recent files")));
    QStringList files = FileFlow::recentFiles();
    files.removeIf([](const QString &file) { return !QFileInfo::exists(file); });
    for (const QString &file : files.mid(0, mostRecent)) {
        const QFileInfo info(file);
        QToolButton *button = flatButton(QStringLiteral("startPage.recent"), info.fileName().replace(u'&', "&&"));
        button->setIcon(icon(QStringLiteral("open")));
        button->setToolTip(QDir::toNativeSeparators(file));
        button->setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
        connect(button, &QToolButton::clicked, this, [this, file] { emit fileChosen(file); });
        column->addWidget(button);
    }
    if (files.isEmpty()) {
        auto *none = new QLabel(tr("What you open and save is listed here."));
        none->setObjectName(QStringLiteral("startPage.noRecent"));
        none->setWordWrap(true);
        none->setForegroundRole(QPalette::PlaceholderText);
        column->addWidget(none);
    }
    return group;
}

QWidget *StartPage::exampleGrid()
{
    auto *group = new QWidget;
    auto *grid = new QGridLayout(group);
    grid->setContentsMargins(0, 0, 0, 0);
    grid->setHorizontalSpacing(spacing::normal);
    grid->setVerticalSpacing(spacing::tight);
    grid->addWidget(startHeading(tr("Examples")), 0, 0, 1, exampleColumns);
    int number = 0;
    for (const Example &example : examples()) {
        auto *button = new ExampleButton(example);
        connect(button, &QToolButton::clicked, this,
                [this, resource = example.resource] { emit exampleChosen(resource); });
        grid->addWidget(button, 1 + number / exampleColumns, number % exampleColumns);
        ++number;
        m_examples += button;
    }
    grid->setRowStretch(1 + number, 1);
    return group;
}

void StartPage::drawNext()
{
    if (m_drawn >= m_examples.size())
        return;
    ExampleButton *button = m_examples[m_drawn++];
    if (auto project = readExample(button->resource())) {
        const QSize room = button->iconSize();
        const QPixmap picture = m_draw(withoutNotes(*std::move(project)), room - QSize(8, 4));
        button->setIcon(centred(picture, room, devicePixelRatioF(), themeOf(palette())));
    }
    QTimer::singleShot(0, this, &StartPage::drawNext);
}

void StartPage::showEvent(QShowEvent *event)
{
    QFrame::showEvent(event);
    place();
    if (m_drawn == 0)
        QTimer::singleShot(0, this, &StartPage::drawNext);
}

void StartPage::changeEvent(QEvent *event)
{
    QFrame::changeEvent(event);
    if (event->type() != QEvent::PaletteChange || m_drawn == 0)
        return;
    m_drawn = 0;
    QTimer::singleShot(0, this, &StartPage::drawNext);
}

void StartPage::place()
{
    constexpr int around = spacing::wide;
    const QRect room = parentWidget()->rect().adjusted(around, around, -around, -around);
    const auto *area = findChild<QScrollArea *>();
    const QSize frame = sizeHint() - area->sizeHint();
    const QSize wanted = area->widget()->sizeHint() + frame + QSize(spacing::wide, 2);
    QRect own(QPoint(), wanted.boundedTo(room.size()));
    own.moveCenter(parentWidget()->rect().center());
    setGeometry(own);
}

void StartPage::leave()
{
    emit closed();
    close();
}

void StartPage::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Escape)
        leave();
    else
        QFrame::keyPressEvent(event);
}

bool StartPage::eventFilter(QObject *object, QEvent *event)
{
    if (object == parentWidget() && event->type() == QEvent::Resize)
        place();
    else if (event->type() == QEvent::DragEnter)
        leave(); // What is dragged there is to be seen.
    return QFrame::eventFilter(object, event);
}

// What happens on the page is not for the canvas below it.

void StartPage::mousePressEvent(QMouseEvent *event)
{
    event->accept();
}

void StartPage::mouseReleaseEvent(QMouseEvent *event)
{
    event->accept();
}

void StartPage::mouseDoubleClickEvent(QMouseEvent *event)
{
    event->accept();
}

void StartPage::wheelEvent(QWheelEvent *event)
{
    event->accept();
}

} // namespace netdraft::views
