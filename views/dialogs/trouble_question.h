#pragma once

#include "model/result.h"

#include <vector>

class QString;
class QWidget;

namespace netdraft::views {

/// Lists what of a file was not understood, each with its place, and asks whether the rest shall be opened.
bool acceptTroubles(const QString &file, const std::vector<model::Error> &troubles, QWidget *window);

} // namespace netdraft::views
