#pragma once

#include "model/drawing/project.h"
#include "model/result.h"

#include <QPixmap>
#include <QString>

namespace netdraft::views {

/// Writes the drawing of a project as a picture, in the light theme with tight margins: `.svg`, `.png` (two pixels
/// a unit) or `.pdf`, as the suffix says. Needs a QGuiApplication, not a display. Fails with Io when the file cannot
/// be written and with Input when the suffix is another one or nothing is drawn; then no file is changed.
model::Result<void> renderProject(const model::Project &project, const QString &path);

struct Theme;

/// The drawing of a project on the canvas's ground, as large as fits into `size` and not larger than it is, for a
/// screen with so many pixels a unit; null when nothing is drawn.
QPixmap drawnWithin(const model::Project &project, QSize size, qreal pixelRatio, const Theme &theme);

} // namespace netdraft::views
