#pragma once

class QDockWidget;

namespace netdraft::views {
class ActionSet;
class PacketTrace;
class ShownPing;
} // namespace netdraft::views

namespace netdraft::app {

/// Connects the actions that go through the packets of the shown ping; the first one that is used shows `dock`, in
/// which they are listed.
void connectPacketActions(const views::ActionSet &actions, views::ShownPing &shown, views::PacketTrace &trace,
                          QDockWidget *dock);

} // namespace netdraft::app
