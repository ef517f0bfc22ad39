#include "views/dialogs/example_button.h"

#include "views/dialogs/example_list.h"
#include "views/style/theme.h"

#include <QHelpEvent>
#include <QStyleOptionToolButton>
#include <QStylePainter>

#include <algorithm>

namespace netdraft::views {

namespace {

constexpr QSize examplePicture(72, 40);
constexpr int leastExampleTextWidth = 120;

} // namespace

ExampleButton::ExampleButton(const Example &example) : m_resource(example.resource), m_teaches(example.teaches)
{
    setObjectName(QStringLiteral("startPage.example"));
    setText(example.title);
    setAccessibleDescription(example.teaches);
    setAutoRaise(true);
    setFocusPolicy(Qt::StrongFocus);
    setIconSize(examplePicture);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
}

QFont ExampleButton::titleFont() const
{
    QFont bold = font();
    bold.setWeight(QFont::DemiBold);
    return bold;
}

int ExampleButton::textWidth() const
{
    return std::max(QFontMetrics(titleFont()).horizontalAdvance(text()), fontMetrics().horizontalAdvance(m_teaches)) +
           1;
}

QSize ExampleButton::sizeHint() const
{
    const int lines = QFontMetrics(titleFont()).height() + fontMetrics().height();
    return {examplePicture.width() + textWidth() + 2 * spacing::tight + spacing::normal,
            std::max(examplePicture.height(), lines) + 2};
}

QSize ExampleButton::minimumSizeHint() const
{
    return sizeHint() - QSize(std::max(0, textWidth() - leastExampleTextWidth), 0);
}

QRect ExampleButton::textRoom() const
{
    return rect().adjusted(spacing::tight + examplePicture.width() + spacing::normal, 0, -spacing::tight, 0);
}

void ExampleButton::paintEvent(QPaintEvent *)
{
    QStylePainter painter(this);
    QStyleOptionToolButton option;
    initStyleOption(&option);
    option.text.clear();
    option.icon = {};
    painter.drawComplexControl(QStyle::CC_ToolButton, option);

    QRect picture(QPoint(), examplePicture);
    picture.moveCenter({0, rect().center().y()});
    picture.moveLeft(spacing::tight);
    icon().paint(&painter, QStyle::visualRect(layoutDirection(), rect(), picture));

    const QFontMetrics title(titleFont());
    const int height = title.height() + fontMetrics().height();
    const QRect room = textRoom();
    const int top = room.center().y() + 1 - height / 2;
    const QRect first(room.left(), top, room.width(), title.height());
    const QRect second(room.left(), first.bottom() + 1, room.width(), fontMetrics().height());
    const auto write = [&](const QRect &where, const QFontMetrics &metrics, const QString &text) {
        painter.drawText(QStyle::visualRect(layoutDirection(), rect(), where),
                         int(QStyle::visualAlignment(layoutDirection(), Qt::AlignLeft) | Qt::AlignVCenter),
                         metrics.elidedText(text, Qt::ElideRight, where.width()));
    };
    painter.setFont(titleFont());
    painter.setPen(palette().color(QPalette::ButtonText));
    write(first, title, text());
    painter.setFont(font());
    painter.setPen(palette().color(underMouse() ? QPalette::ButtonText : QPalette::PlaceholderText));
    write(second, fontMetrics(), m_teaches);
}

bool ExampleButton::event(QEvent *event)
{
    if (event->type() == QEvent::ToolTip) {
        setToolTip(textWidth() > textRoom().width() ? text() + QLatin1Char('\n') + m_teaches : QString());
    }
    return QToolButton::event(event);
}

} // namespace netdraft::views
