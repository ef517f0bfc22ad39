#include "views/style/icon.h"

#include <QApplication>
#include <QFile>
#include <QIconEngine>
#include <QPainter>
#include <QPalette>
#include <QPixmapCache>
#include <QSvgRenderer>

#include <memory>
#include <unordered_map>

// Q_INIT_RESOURCE must stand outside of every namespace; nothing else names the object file of the icons.
static void initializeIconResource()
{
    Q_INIT_RESOURCE(icons);
}

namespace netdraft::views {

namespace {

QByteArray drawing(const QString &name)
{
    static const bool initialized = (initializeIconResource(), true);
    Q_UNUSED(initialized)
    QFile file(QStringLiteral(":/icons/%1.svg").arg(name));
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

/// A parsed drawing in one colour; there are a few dozen of both in all.
QSvgRenderer *renderer(const QString &name, const QColor &colour)
{
    static std::unordered_map<QString, std::unique_ptr<QSvgRenderer>> parsed;
    auto &slot = parsed[name + colour.name(QColor::HexArgb)];
    if (!slot) {
        QByteArray svg = drawing(name);
        svg.replace("currentColor", colour.name(QColor::HexRgb).toLatin1());
        slot = std::make_unique<QSvgRenderer>(svg);
    }
    return slot.get();
}

/// Looks the colour up when painting, not when made.
class LineIconEngine : public QIconEngine
{
public:
    LineIconEngine(QString name, QColor colour) : m_name(std::move(name)), m_colour(std::move(colour)) {}

    void paint(QPainter *painter, const QRect &rect, QIcon::Mode mode, QIcon::State) override
    {
        paintIcon(*painter, m_name, colour(mode), rect);
    }

    QPixmap pixmap(const QSize &size, QIcon::Mode mode, QIcon::State state) override
    {
        return scaledPixmap(size, mode, state, 1);
    }

    QPixmap scaledPixmap(const QSize &size, QIcon::Mode mode, QIcon::State, qreal scale) override
    {
        // The size is in device pixels already; Qt sets the ratio of what it gets.
        Q_UNUSED(scale)
        return iconPixmap(m_name, colour(mode), std::min(size.width(), size.height()), 1);
    }

    QIconEngine *clone() const override { return new LineIconEngine(m_name, m_colour); }
    QString key() const override { return QStringLiteral("netdraft-line"); }
    bool isNull() override { return false; }

private:
    QString m_name;
    QColor m_colour; ///< invalid: the palette's text

    QColor colour(QIcon::Mode mode) const
    {
        const QPalette palette = QApplication::palette();
        if (mode == QIcon::Disabled)
            return palette.color(QPalette::Disabled, QPalette::WindowText);
        if (m_colour.isValid())
            return m_colour;
        return palette.color(mode == QIcon::Selected ? QPalette::HighlightedText : QPalette::WindowText);
    }
};

class BlankIconEngine : public QIconEngine
{
public:
    void paint(QPainter *, const QRect &, QIcon::Mode, QIcon::State) override {}
    QIconEngine *clone() const override { return new BlankIconEngine; }

    QPixmap pixmap(const QSize &size, QIcon::Mode, QIcon::State) override
    {
        QPixmap pixmap(size);
        pixmap.fill(Qt::transparent);
        return pixmap;
    }
};

} // namespace

QIcon icon(const QString &name)
{
    return icon(name, {});
}

QIcon icon(const QString &name, const QColor &colour)
{
    if (drawing(name).isEmpty())
        return {};
    return QIcon(new LineIconEngine(name, colour));
}

QIcon blankIcon()
{
    return QIcon(new BlankIconEngine);
}

QPixmap iconPixmap(const QString &name, const QColor &colour, qreal size, qreal devicePixelRatio)
{
    const int side = qMax(1, qRound(size * devicePixelRatio));
    const QString key = QStringLiteral("netdraft/%1/%2/%3").arg(name, colour.name(QColor::HexArgb)).arg(side);
    QPixmap pixmap;
    if (!QPixmapCache::find(key, &pixmap)) {
        pixmap = QPixmap(side, side);
        pixmap.fill(Qt::transparent);
        QPainter painter(&pixmap);
        painter.setRenderHint(QPainter::Antialiasing);
        paintIcon(painter, name, colour, QRectF(0, 0, side, side));
        painter.end();
        QPixmapCache::insert(key, pixmap);
    }
    pixmap.setDevicePixelRatio(devicePixelRatio);
    return pixmap;
}

void paintIcon(QPainter &painter, const QString &name, const QColor &colour, const QRectF &bounds)
{
    const qreal opacity = painter.opacity();
    painter.setOpacity(opacity * colour.alphaF());
    renderer(name, colour)->render(&painter, bounds);
    painter.setOpacity(opacity);
}

QString iconName(model::NodeKind kind)
{
    return QString::fromLatin1(model::kindName(kind).data(), qsizetype(model::kindName(kind).size()));
}

QString kindTitle(model::NodeKind kind)
{
    switch (kind) {
    case model::NodeKind::Device: return QApplication::translate("NodeKind", "Device");
    case model::NodeKind::Switch: return QApplication::translate("NodeKind", "Switch");
    case model::NodeKind::Router: return QApplication::translate("NodeKind", "Router");
    case model::NodeKind::Namespace: return QApplication::translate("NodeKind", "Namespace");
    case model::NodeKind::Machine: return QApplication::translate("NodeKind", "Machine");
    }
    return {};
}

QString iconName(model::AnnotationKind kind)
{
    const std::string_view name = model::annotationKindName(kind);
    return QStringLiteral("annotation-") + QString::fromLatin1(name.data(), qsizetype(name.size()));
}

QString kindTitle(model::AnnotationKind kind)
{
    switch (kind) {
    case model::AnnotationKind::Text: return QApplication::translate("AnnotationKind", "Note");
    case model::AnnotationKind::Box: return QApplication::translate("AnnotationKind", "Box");
    case model::AnnotationKind::Arrow: return QApplication::translate("AnnotationKind", "Arrow");
    }
    return {};
}

QString colourTitle(model::AnnotationColour colour)
{
    switch (colour) {
    case model::AnnotationColour::Grey: return QApplication::translate("AnnotationColour", "Grey");
    case model::AnnotationColour::Blue: return QApplication::translate("AnnotationColour", "Blue");
    case model::AnnotationColour::Green: return QApplication::translate("AnnotationColour", "Green");
    case model::AnnotationColour::Yellow: return QApplication::translate("AnnotationColour", "Yellow");
    case model::AnnotationColour::Orange: return QApplication::translate("AnnotationColour", "Orange");
    case model::AnnotationColour::Purple: return QApplication::translate("AnnotationColour", "Purple");
    }
    return {};
}

} // namespace netdraft::views
