#pragma once

#include <QString>

class QWidget;

namespace netdraft::views {

class Autosave;
class Document;

/// Offers what an earlier window, which did not end well, has left in the folder. Gives true when a copy was
/// recovered into the document, which then counts as unsaved and is kept by `autosave` in its turn.
bool offerRecovery(Document &document, Autosave &autosave, const QString &folder, QWidget *window);

} // namespace netdraft::views
