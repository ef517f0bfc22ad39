#pragma once

#include "model/result.h"

#include <QString>

namespace netdraft::views {

class Document;

/// Reads a file (a project, or a script that Netdraft wrote) into the document; on an error, which names
/// file, line and column, the document stays as it is. Only a project file becomes the document's path:
/// saving never writes JSON over a script.
model::Result<void> openProject(Document &document, const QString &path);

/// The same for a network compiled into the program: the document has no path afterwards.
model::Result<void> openExample(Document &document, const QString &resource);

/// Writes the document as a project file, whole or not at all, and makes that file its own.
model::Result<void> saveProject(Document &document, const QString &path);

/// How the name of a project file ends, without the dot.
inline constexpr const char *projectSuffix = "netdraft";

} // namespace netdraft::views
