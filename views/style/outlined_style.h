#pragma once

#include <QProxyStyle>

namespace netdraft::views {

/// Qt's own Fusion style, with outlines of fields and check boxes that are seen in both themes: Fusion's are darker
/// than the window, which on a dark one is next to nothing. Its scroll bars are white on white, so they are ours. The
/// tab in front has a line above it, since on a dark window all look alike.
class OutlinedStyle : public QProxyStyle
{
public:
    OutlinedStyle();

    void drawPrimitive(PrimitiveElement element, const QStyleOption *option, QPainter *painter,
                       const QWidget *widget) const override;

    void drawControl(ControlElement element, const QStyleOption *option, QPainter *painter,
                     const QWidget *widget) const override;
    void drawComplexControl(ComplexControl control, const QStyleOptionComplex *option, QPainter *painter,
                            const QWidget *widget) const override;
    QRect subControlRect(ComplexControl control, const QStyleOptionComplex *option, SubControl part,
                         const QWidget *widget) const override;
    int pixelMetric(PixelMetric metric, const QStyleOption *option, const QWidget *widget) const override;

    /// The outline on a palette's window; at least 3:1 against it and against its fields.
    static QColor outline(const QPalette &palette);

private:
    static void drawClose(const QStyleOption &option, QPainter &painter);
};

} // namespace netdraft::views
