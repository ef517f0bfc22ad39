#include "views/canvas/render.h"

#include "views/canvas/network_scene.h"

#include <QBuffer>
#include <QCoreApplication>
#include <QFileInfo>
#include <QImage>
#include <QPainter>
#include <QPdfWriter>
#include <QSaveFile>
#include <QSvgGenerator>

#include <cmath>

namespace netdraft::views {

namespace {

constexpr qreal margin = 16;
/// Larger pictures than this on a side are scaled down: a PNG of thousands of nodes shall not need gigabytes.
constexpr int mostPixels = 16000;

QByteArray asSvg(NetworkScene &scene, const QRectF &bounds)
{
    QBuffer buffer;
    QSvgGenerator generator;
    generator.setOutputDevice(&buffer);
    generator.setResolution(96);
    generator.setSize(bounds.size().toSize());
    generator.setViewBox(QRectF(QPointF(), bounds.size()));
    generator.setTitle(QCoreApplication::translate("Render", "Network drawing"));
    QPainter painter(&generator);
    painter.setRenderHint(QPainter::Antialiasing);
    scene.render(&painter, QRectF(QPointF(), bounds.size()), bounds);
    painter.end();
    return buffer.data();
}

QByteArray asPng(NetworkScene &scene, const QRectF &bounds)
{
    const qreal scale = std::min(2.0, mostPixels / std::max(bounds.width(), bounds.height()));
    const QSize size((bounds.size() * scale).toSize());
    QImage image(size, QImage::Format_RGB32);
    image.fill(scene.look().theme->canvas);
    QPainter painter(&image);
    painter.setRenderHints(QPainter::Antialiasing | QPainter::TextAntialiasing | QPainter::SmoothPixmapTransform);
    scene.render(&painter, QRectF(QPointF(), size), bounds);
    painter.end();
    QBuffer buffer;
    buffer.open(QIODevice::WriteOnly);
    image.save(&buffer, "PNG");
    return buffer.data();
}

QByteArray asPdf(NetworkScene &scene, const QRectF &bounds)
{
    QBuffer buffer;
    buffer.open(QIODevice::WriteOnly);
    QPdfWriter writer(&buffer);
    writer.setTitle(QCoreApplication::translate("Render", "Network drawing"));
    // One unit of the scene is one pixel of a 96 dpi screen.
    writer.setResolution(96);
    writer.setPageSize(QPageSize(bounds.size() * 72 / 96, QPageSize::Point, QString(), QPageSize::ExactMatch));
    writer.setPageMargins({});
    QPainter painter(&writer);
    painter.setRenderHint(QPainter::Antialiasing);
    scene.render(&painter, QRectF(0, 0, writer.width(), writer.height()), bounds);
    painter.end();
    return buffer.data();
}

/// Draws the project as lines; returns what it covers with a margin, null where nothing is drawn.
QRectF fill(NetworkScene &scene, const model::Project &project, const Theme &theme)
{
    CanvasLook look;
    look.theme = &theme;
    look.vector = true;
    scene.setLook(look);
    scene.reset(project);
    const QRectF content = scene.contentBounds();
    return content.isNull() ? QRectF() : content.adjusted(-margin, -margin, margin, margin).toAlignedRect();
}

} // namespace

model::Result<void> renderProject(const model::Project &project, const QString &path)
{
    const QString suffix = QFileInfo(path).suffix().toLower();
    const auto write = suffix == QLatin1String("svg")   ? &asSvg
                       : suffix == QLatin1String("png") ? &asPng
                       : suffix == QLatin1String("pdf") ? &asPdf
                                                        : nullptr;
    if (!write) {
        return model::fail(model::ErrorCode::Input,
                           path.toStdString() + ": a picture's name ends in .svg, .png or .pdf");
    }
    NetworkScene scene;
    const QRectF bounds = fill(scene, project, lightTheme());
    if (bounds.isNull())
        return model::fail(model::ErrorCode::Input, "the network has no node to draw");
    const QByteArray picture = write(scene, bounds);
    QSaveFile file(path);
    if (!file.open(QIODevice::WriteOnly) || file.write(picture) != picture.size() || !file.commit())
        return model::fail(model::ErrorCode::Io, path.toStdString() + ": " + file.errorString().toStdString());
    return {};
}

QPixmap drawnWithin(const model::Project &project, QSize size, qreal pixelRatio, const Theme &theme)
{
    NetworkScene scene;
    const QRectF bounds = fill(scene, project, theme);
    if (bounds.isNull() || size.isEmpty())
        return {};
    const qreal scale = std::min({1.0, size.width() / bounds.width(), size.height() / bounds.height()});
    QPixmap pixmap((bounds.size() * scale * pixelRatio).toSize().expandedTo({1, 1}));
    pixmap.setDevicePixelRatio(pixelRatio);
    pixmap.fill(theme.canvas);
    QPainter painter(&pixmap);
    painter.setRenderHints(QPainter::Antialiasing | QPainter::TextAntialiasing);
    scene.render(&painter, QRectF(QPointF(), bounds.size() * scale), bounds);
    return pixmap;
}

} // namespace netdraft::views
