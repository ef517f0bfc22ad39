#pragma once

#include "model/edit/apply.h"

#include <functional>
#include <map>
#include <span>

namespace netdraft::model {

/// A file that an exporter wants written: a name relative to where the user pointed, in a folder's with `/` between
/// its parts, and its bytes.
struct OutputFile {
    std::string name;
    std::string text;
    bool executable = false;
};

/// What an exporter makes of a network. It opens no file; one caller saves the result, all or none.
struct Exported {
    std::vector<OutputFile> files;    ///< one, or what stands in the folder, in the order of their names
    std::vector<std::string> omitted; ///< what the form cannot express, a line each: `A: the rules of iptables`

    /// The one file of a form that is no folder.
    const OutputFile &file() const { return files.front(); }
};

/// A choice that a form leaves to its user: `api-group` of clabernetes.
struct ExportOption {
    std::string_view id;                       ///< the word on the command line
    std::string_view title;                    ///< for dialogs
    std::span<const std::string_view> choices; ///< the usual one first
};

/// What is asked of an exporter beside the network.
struct ExportRequest {
    std::string name;                                         ///< the project's: the base name of its file
    std::map<std::string, std::string, std::less<>> chosen{}; ///< by the option's id; what is missing is as usual

    /// The choice of an option; the usual one where none was made.
    std::string_view choice(const ExportOption &option) const;
};

/// What forms are for, as lists gather them.
enum class ExportGroup : std::uint8_t {
    Commands,      ///< to be typed or run
    Configuration, ///< of each node, for good
    Labs,          ///< for other engines
    Sheets,        ///< to be looked at
};

/// A form in which a network can leave Netdraft.
struct ExportFormat {
    ExportGroup group;
    std::string_view id;        ///< the word on the command line: `bash`
    std::string_view title;     ///< for menus and dialogs: `Lab script (bash)`
    std::string_view extension; ///< without the dot: `sh`; empty where the form is a folder of files
    std::string_view help;      ///< one line for `export --list`
    Result<Exported> (*write)(const Project &project, const ExportRequest &request);
    std::span<const ExportOption> options = {};

    bool isFolder() const { return extension.empty(); }
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
/// Makes a folder with these files, all or none: written beside it, then renamed. Refuses where something else than an
/// empty folder has that name.
Result<void> writeFolder(const std::string &path, std::span<const OutputFile> files);
/// Saves what an exporter made: a file with the text of its one file, or for a folder's form that folder.
Result<void> writeExported(const std::string &path, const ExportFormat &format, const Exported &exported);

} // namespace netdraft::model
