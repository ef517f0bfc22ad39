#include "views/panels/panel_list.h"

#include "views/panels/charts_panel.h"
#include "views/panels/commands_panel.h"
#include "views/panels/inspector_panel.h"
#include "views/panels/matrix_panel.h"
#include "views/panels/names_panel.h"
#include "views/panels/packets_panel.h"
#include "views/panels/palette_panel.h"
#include "views/panels/ports_panel.h"
#include "views/panels/problems_panel.h"
#include "views/panels/routes_panel.h"
#include "views/panels/tables/tables_panel.h"
#include "views/panels/terminal_panel.h"
#include "views/panels/what_if_panel.h"

namespace netdraft::views {

namespace {

template <typename P>
Panel *makePanel(const PanelContext &context, QWidget *parent)
{
    return new P(context, parent);
}

} // namespace

std::span<const PanelEntry> panelList()
{
    static constexpr PanelEntry entries[] = {
        {"palette", QT_TRANSLATE_NOOP("Panel", "Palette"), Qt::LeftDockWidgetArea, &makePanel<PalettePanel>},
        {"inspector", QT_TRANSLATE_NOOP("Panel", "Inspector"), Qt::RightDockWidgetArea, &makePanel<InspectorPanel>},
        {"routes", QT_TRANSLATE_NOOP("Panel", "Routing Table"), Qt::RightDockWidgetArea, &makePanel<RoutesPanel>},
        {"problems", QT_TRANSLATE_NOOP("Panel", "Problems"), Qt::BottomDockWidgetArea, &makePanel<ProblemsPanel>},
        {"matrix", QT_TRANSLATE_NOOP("Panel", "Reachability"), Qt::BottomDockWidgetArea, &makePanel<MatrixPanel>},
        {"tables", QT_TRANSLATE_NOOP("Panel", "Tables"), Qt::BottomDockWidgetArea, &makePanel<TablesPanel>},
        {"packets", QT_TRANSLATE_NOOP("Panel", "Packets"), Qt::BottomDockWidgetArea, &makePanel<PacketsPanel>},
        {"names", QT_TRANSLATE_NOOP("Panel", "Names"), Qt::BottomDockWidgetArea, &makePanel<NamesPanel>},
        {"ports", QT_TRANSLATE_NOOP("Panel", "Cluster Ports"), Qt::BottomDockWidgetArea, &makePanel<PortsPanel>},
        {"whatif", QT_TRANSLATE_NOOP("Panel", "What If"), Qt::BottomDockWidgetArea, &makePanel<WhatIfPanel>},
        {"charts", QT_TRANSLATE_NOOP("Panel", "Charts"), Qt::BottomDockWidgetArea, &makePanel<ChartsPanel>},
        {"commands", QT_TRANSLATE_NOOP("Panel", "Commands"), Qt::BottomDockWidgetArea, &makePanel<CommandsPanel>},
        {"terminal", QT_TRANSLATE_NOOP("Panel", "Terminal"), Qt::BottomDockWidgetArea, &makePanel<TerminalPanel>},
    };
    return entries;
}

} // namespace netdraft::views
