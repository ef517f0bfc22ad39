#pragma once

class QMainWindow;
class QWidget;

namespace netdraft::app {

/// Moves the keyboard to what takes it next by Tab, or before that by Shift+Tab, past panels that lie behind others.
/// Returns whether there was any.
bool focusNext(QWidget &window, bool next);

/// Moves the keyboard to the next part of the window, or the one before: the canvas, or a panel in sight, there to
/// where it last was.
void focusNextPart(QMainWindow &window, QWidget &canvas, bool next);

} // namespace netdraft::app
