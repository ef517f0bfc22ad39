#pragma once

#include "model/edit/apply.h"

#include <span>

namespace netdraft::model {

/// A file that an exporter wants written: a name relative to where the user pointed, and its bytes.
struct OutputFile {
    std::string name;
    std::string text;
    bool executable = false;
};

/// A form in which a network can leave Netdraft. `write` opens no file; one caller saves the result, all or none.
struct ExportFormat {
    std::string_view id;        ///< the word on the command line: `bash`
    std::string_view title;     ///< for menus and dialogs: `Lab script (bash)`
    std::string_view extension; ///< without the dot: `sh`
    std::string_view help;      ///< one line for `export --list`
    /// `name` is the project's name: the base name of its file.
    Result<OutputFile> (*write)(const Project &project, std::string_view name);
};

/// All of them, in the order in which menus show them.
std::span<const ExportFormat> exportFormats();
/// Null when no format has this id.
const ExportFormat *exportFormat(std::string_view id);

/// Reads a project file, or a script that Netdraft wrote, from its text; `file` is its name for error positions.
/// Nothing from it is ever executed. Errors say FILE:LINE:COLUMN, what is wrong, and what would be right.
Result<Project> readProject(std::string_view text, const std::string &file);

/// The project file's text: JSON, versioned, the same bytes for the same project.
std::string writeProject(const Project &project);

/// The edits that build the network of `project` from nothing, and its drawing; applied to an empty project they
/// give an equal one (but for ids and what only history explains).
EditList rebuild(const Project &project);

/// Reads a whole file; an error names it and says why.
Result<std::string> readFile(const std::string &path);
/// Puts a file in place whole: written beside it, synced, then renamed over it, so that at every moment the old or
/// the new one is there. On an error the old one is untouched.
Result<void> writeFileAtomically(const std::string &path, std::string_view text, bool executable = false);

} // namespace netdraft::model
