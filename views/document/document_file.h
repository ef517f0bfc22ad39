#pragma once

#include "model/exchange/import.h"

#include <QString>

namespace netdraft::views {

class Document;

/// What a file or a folder says, in any form that Netdraft reads; an error names file, line and column.
model::Result<model::Imported> readNetwork(const QString &path);

/// Makes what was read from `path` the document. Only a project file becomes the document's path: saving never writes
/// JSON over a script. What was not understood whole is called incomplete in the document's name.
void openNetwork(Document &document, model::Imported imported, const QString &path);

/// A network that is compiled into the program.
model::Result<model::Project> readExample(const QString &resource);
/// Makes it the document, which has no path afterwards.
model::Result<void> openExample(Document &document, const QString &resource);

/// Writes the document as a project file, whole or not at all, and makes that file its own.
model::Result<void> saveProject(Document &document, const QString &path);

/// How the name of a project file ends, without the dot.
inline constexpr const char *projectSuffix = "netdraft";

} // namespace netdraft::views
