#pragma once

class QString;
class QWidget;

namespace netdraft::views {

/// Says what this is, which version, and under which licence.
void showAbout(const QString &version, QWidget *window);

} // namespace netdraft::views
