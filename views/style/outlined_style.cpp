#include "views/style/outlined_style.h"

#include "views/style/icon.h"
#include "views/style/scroll_bar.h"
#include "views/style/theme.h"

#include <QPainter>
#include <QStyleOption>

#include <algorithm>

namespace netdraft::views {

OutlinedStyle::OutlinedStyle() : QProxyStyle(QStringLiteral("fusion")) {}

QColor OutlinedStyle::outline(const QPalette &palette)
{
    return themeOf(palette).dark ? QColor(0x75808f) : QColor(0x838d9b);
}

void OutlinedStyle::drawPrimitive(PrimitiveElement element, const QStyleOption *option, QPainter *painter,
                                  const QWidget *widget) const
{
    if (element == PE_IndicatorTabClose)
        return drawClose(*option, *painter);
    QProxyStyle::drawPrimitive(element, option, painter, widget);
    const bool field = element == PE_FrameLineEdit || element == PE_Frame;
    if (!field && element != PE_IndicatorCheckBox)
        return;
    if (field && (option->state & State_HasFocus))
        return; // Fusion shows the focus in the colour of a selection.
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    QColor colour = outline(option->palette);
    if (!(option->state & State_Enabled))
        colour.setAlphaF(0.5F);
    painter->setPen(colour);
    painter->setBrush(Qt::NoBrush);
    const qreal radius = element == PE_FrameLineEdit ? 2 : 0;
    painter->drawRoundedRect(QRectF(option->rect).adjusted(0.5, 0.5, -0.5, -0.5), radius, radius);
    painter->restore();
}

/// Fusion's is a red button, which draws all eyes to it.
void OutlinedStyle::drawClose(const QStyleOption &option, QPainter &painter)
{
    const Theme &theme = themeOf(option.palette);
    const bool meant =
        option.state.testAnyFlags(State_MouseOver | State_Sunken) && option.state.testFlag(State_Enabled);
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    if (meant) {
        painter.setPen(Qt::NoPen);
        painter.setBrush(theme.border);
        painter.drawRoundedRect(QRectF(option.rect), 3, 3);
    }
    painter.restore();
    const qreal side = std::min(option.rect.width(), option.rect.height()) - 2;
    QRectF mark(0, 0, side, side);
    mark.moveCenter(QRectF(option.rect).center());
    paintIcon(painter, QStringLiteral("close"), meant ? theme.text : theme.mutedText, mark);
}

void OutlinedStyle::drawControl(ControlElement element, const QStyleOption *option, QPainter *painter,
                                const QWidget *widget) const
{
    QProxyStyle::drawControl(element, option, painter, widget);
    const auto *tab = qstyleoption_cast<const QStyleOptionTab *>(option);
    if (element != CE_TabBarTabShape || !tab || tab->shape != QTabBar::RoundedNorth ||
        !tab->state.testFlag(State_Selected))
        return;
    constexpr int thick = 2;
    painter->fillRect(QRect(tab->rect.topLeft(), QSize(tab->rect.width(), thick)).adjusted(1, 0, -2, 0),
                      themeOf(option->palette).accent);
}

void OutlinedStyle::drawComplexControl(ComplexControl control, const QStyleOptionComplex *option, QPainter *painter,
                                       const QWidget *widget) const
{
    const auto *slider = qstyleoption_cast<const QStyleOptionSlider *>(option);
    if (control == CC_ScrollBar && slider)
        scrollBar::paint(*slider, *painter);
    else
        QProxyStyle::drawComplexControl(control, option, painter, widget);
}

QRect OutlinedStyle::subControlRect(ComplexControl control, const QStyleOptionComplex *option, SubControl part,
                                    const QWidget *widget) const
{
    const auto *slider = qstyleoption_cast<const QStyleOptionSlider *>(option);
    if (control == CC_ScrollBar && slider)
        return scrollBar::part(*slider, part);
    return QProxyStyle::subControlRect(control, option, part, widget);
}

int OutlinedStyle::pixelMetric(PixelMetric metric, const QStyleOption *option, const QWidget *widget) const
{
    if (metric == PM_ScrollBarExtent)
        return scrollBar::extent;
    if (metric == PM_ScrollBarSliderMin)
        return scrollBar::shortestHandle;
    if (metric == PM_TabBarTabHSpace)
        return 2 * spacing::normal; // ten tabs stand side by side on a laptop
    return QProxyStyle::pixelMetric(metric, option, widget);
}

} // namespace netdraft::views
