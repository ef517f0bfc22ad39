#pragma once

#include "model/exchange/import.h"

class QString;
class QWidget;

namespace netdraft::views {

/// Lists what of a file was not understood, each with its place, and what is drawn otherwise, and asks whether the rest
/// shall be opened.
bool acceptTroubles(const QString &file, const model::Imported &imported, QWidget *window);

} // namespace netdraft::views
