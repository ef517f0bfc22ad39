#include "model/exchange/exchange.h"

#include <fmt/format.h>

#include <filesystem>
#include <unistd.h>

namespace netdraft::model {

namespace {

namespace fs = std::filesystem;

std::unexpected<Error> cannot(const std::string &path, std::string_view why)
{
    return fail(ErrorCode::Io, fmt::format("cannot write the folder \"{}\": {}", path, why));
}

/// A name that stays below the folder.
bool staysInside(const fs::path &name)
{
    if (name.empty() || name.is_absolute())
        return false;
    for (const fs::path &part : name)
        if (part.empty() || part == "." || part == "..")
            return false;
    return true;
}

Result<void> fill(const fs::path &folder, std::span<const OutputFile> files)
{
    for (const OutputFile &file : files) {
        if (!staysInside(file.name))
            return cannot(folder.string(), fmt::format("\"{}\" is no name of a file in it", file.name));
        const fs::path path = folder / file.name;
        std::error_code error;
        fs::create_directories(path.parent_path(), error);
        if (error)
            return cannot(path.parent_path().string(), error.message());
        if (auto written = writeFileAtomically(path.string(), file.text, file.executable); !written)
            return written;
    }
    return {};
}

} // namespace

Result<void> writeFolder(const std::string &path, std::span<const OutputFile> files)
{
    fs::path target = fs::path(path).lexically_normal();
    if (!target.has_filename())
        target = target.parent_path();
    std::error_code error;
    if (fs::exists(target, error) && !(fs::is_directory(target, error) && fs::is_empty(target, error)))
        return cannot(path, "something is there already; expected a name that is free, or an empty folder");
    const fs::path made =
        target.parent_path() / fmt::format(".{}.{}.new", target.filename().string(), static_cast<long>(::getpid()));
    fs::create_directories(made, error);
    if (error)
        return cannot(path, error.message());
    auto filled = fill(made, files);
    if (filled) {
        fs::rename(made, target, error); // over an empty folder, too (rename(2))
        if (error)
            filled = cannot(path, error.message());
    }
    if (!filled)
        fs::remove_all(made, error);
    return filled;
}

Result<void> writeExported(const std::string &path, const ExportFormat &format, const Exported &exported)
{
    if (format.isFolder())
        return writeFolder(path, exported.files);
    return writeFileAtomically(path, exported.file().text, exported.file().executable);
}

} // namespace netdraft::model
