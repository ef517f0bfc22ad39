#include "views/canvas/canvas_look.h"

#include <QApplication>

namespace netdraft::views {

CanvasLook::CanvasLook()
{
    const QFont base = QGuiApplication::font();
    nameFont = base;
    nameFont.setPixelSize(13);
    nameFont.setWeight(QFont::DemiBold);
    detailFont = base;
    detailFont.setPixelSize(11);
    strongDetailFont = detailFont;
    strongDetailFont.setWeight(QFont::DemiBold);
}

} // namespace netdraft::views
