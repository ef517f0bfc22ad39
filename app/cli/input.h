#pragma once

#include "model/exchange/exchange.h"
#include "model/exchange/import.h"

namespace netdraft::app {

inline constexpr int yes = 0;
inline constexpr int no = 1;
inline constexpr int wrong = 2;

/// Says on the standard error what is wrong, and gives the exit status for that. What has no place in a file is said
/// after the program's name.
int complain(const model::Error &error);
int complain(std::string_view what);

/// The project in a file or a folder; nothing, after a complaint, when it cannot be read whole.
std::optional<model::Project> loadProject(const std::string &path);

/// What is understood of a file or a folder, in the form that claims it or in `format` if that is not null; nothing,
/// after a complaint, when that is nothing at all.
std::optional<model::Imported> loadImport(const std::string &path, const model::ImportFormat *format);

/// Says on the standard error what an import has to say of its source.
void sayTroubles(const model::Imported &imported);

/// The node with a name; null, after a complaint that lists those there are, when there is none.
const model::Netns *findNode(const model::Project &project, const std::string &name);

/// Writes to the standard output; a complaint when that fails.
int print(std::string_view text, int status);

} // namespace netdraft::app
