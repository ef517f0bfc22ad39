#pragma once

#include "views/panels/panel.h"

#include <span>

namespace netdraft::views {

/// One panel of the window, as data.
struct PanelEntry {
    const char *id;    ///< stable: object name of its dock, settings, tests
    const char *title; ///< in English; translated in the context `Panel`
    Qt::DockWidgetArea area;
    Panel *(*make)(const PanelContext &context, QWidget *parent);
};

/// All panels that can be moved and closed, in the order in which they are placed: those of one area are
/// below each other at the sides, and tabs at the bottom.
std::span<const PanelEntry> panelList();

} // namespace netdraft::views
