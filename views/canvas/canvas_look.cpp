#include "views/canvas/canvas_look.h"

#include <QFontInfo>
#include <QGuiApplication>

#include <algorithm>

namespace netdraft::views {

CanvasLook::CanvasLook()
    : nameFont(QGuiApplication::font()), detailFont(nameFont), strongDetailFont(nameFont), noteFont(nameFont)
{
    nameFont.setWeight(QFont::DemiBold);
    strongDetailFont.setWeight(QFont::DemiBold);
    setTextScale(1);
}

void CanvasLook::setTextScale(qreal scale)
{
    for (QFont *font : {&nameFont, &noteFont})
        font->setPixelSize(qRound(13 * scale));
    for (QFont *font : {&detailFont, &strongDetailFont})
        font->setPixelSize(qRound(11 * scale));
}

qreal textScaleOf(const QFont &font)
{
    constexpr qreal usual = 13;
    return std::clamp(QFontInfo(font).pixelSize() / usual, 1.0, 1.6);
}

} // namespace netdraft::views
