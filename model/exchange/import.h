#pragma once

#include "model/drawing/project.h"
#include "model/result.h"

#include <functional>
#include <map>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace netdraft::model {

/// What an import reads, already loaded, so that a reader opens no file: a file's text, or what stands in a folder.
struct ImportSource {
    std::string path;                                      ///< as the user gave it, for error positions and names
    bool folder = false;                                   ///< whether it is one
    std::map<std::string, std::string, std::less<>> files; ///< texts by path below the folder; or the one file, by ""

    /// The text of what is a file; empty of a folder.
    std::string_view text() const
    {
        const auto found = files.find("");
        return found == files.end() ? std::string_view() : std::string_view(found->second);
    }
    /// The name of a file of the folder as error positions have it.
    std::string place(std::string_view file) const { return file.empty() ? path : path + '/' + std::string(file); }
};

/// What was understood of a source. Where there are troubles the network is not whole: it is what the rest says.
struct Imported {
    Project project;
    std::vector<Error> troubles;   ///< each with its place, what is wrong and what would be right; in reading order
    std::vector<Error> notes = {}; ///< what is drawn otherwise than it is there, though nothing is wrong with it

    bool isWhole() const { return troubles.empty(); }
};

/// A form that Netdraft reads. Nothing of a source is ever executed on this machine.
struct ImportFormat {
    std::string_view id;    ///< `kathara`
    std::string_view title; ///< for dialogs: `Kathará lab folder`
    std::string_view help;  ///< one line for `import --list`
    /// Whether a source looks like this form. The first that claims it reads it.
    bool (*claims)(const ImportSource &source);
    /// Fails where nothing at all can be made of it.
    Result<Imported> (*read)(const ImportSource &source);
};

/// All of them, in the order in which they are asked.
std::span<const ImportFormat> importFormats();
/// Null when no format has this id.
const ImportFormat *importFormat(std::string_view id);

/// Loads a file, or a folder with what stands in it (not what symbolic links in it lead to; within limits far above
/// any lab). An error names it and says why.
Result<ImportSource> loadSource(const std::string &path);

/// Reads a source in the form that claims it, or in `format` where one is given.
Result<Imported> import(const ImportSource &source, const ImportFormat *format = nullptr);

} // namespace netdraft::model
