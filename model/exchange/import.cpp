#include "model/exchange/import.h"

#include "model/exchange/commands_reader.h"
#include "model/exchange/containerlab_reader.h"
#include "model/exchange/exchange.h"
#include "model/exchange/kathara_reader.h"
#include "model/exchange/script_format.h"
#include "model/exchange/snapshot/dump_format.h"
#include "model/exchange/snapshot/snapshot_format.h"

#include <fmt/format.h>

#include <algorithm>
#include <filesystem>

namespace netdraft::model {

namespace {

namespace fs = std::filesystem;

constexpr std::size_t mostFiles = 20'000;
constexpr std::size_t mostBytes = std::size_t{64} << 20; ///< of all files of a folder

Result<Imported> whole(Result<Project> project)
{
    if (!project)
        return fail(project.error());
    return Imported{std::move(*project), {}};
}

bool claimsFile(const ImportSource &source)
{
    return !source.folder;
}

Result<Imported> readNetdraft(const ImportSource &source)
{
    if (source.folder)
        return fail(ErrorCode::Io,
                    fmt::format("\"{}\" is a folder; expected a project file, or a lab script that Netdraft "
                                "wrote",
                                source.path));
    return whole(readProject(source.text(), source.path));
}

} // namespace

std::span<const ImportFormat> importFormats()
{
    static constexpr ImportFormat formats[] = {
        {"snapshot", "Capture of a machine",
         "a folder of what the tools of a machine print, or one file of `ip -j addr`", &claimsSnapshot, &readSnapshot},
        {"kathara", "Kathará lab folder", "a lab of Kathará or Netkit: a folder with lab.conf and startup scripts",
         &isKatharaLab, &readKathara},
        {"containerlab", "containerlab topology", "a topology file of containerlab, also in a resource of clabernetes",
         &isContainerlabTopology, &readContainerlab},
        {"commands", "Plain commands", "a sheet of commands below headings like \"# on device A\"", &isCommandSheet,
         &readCommandSheet},
        {"script", "Shell script",
         "a shell script with ip, bridge, sysctl, iptables ..., which is run in the simulation", &looksLikeScript,
         &readShellScript},
        {"dump", "Copied from a terminal",
         "a text of `ip addr`, `ip route`, `bridge vlan`, `iptables-save` …, with prompts or not", &claimsDump,
         &readDump},
        {"netdraft", "Netdraft project or lab script", "a project file, or a lab script that Netdraft wrote",
         &claimsFile, &readNetdraft},
    };
    return formats;
}

const ImportFormat *importFormat(std::string_view id)
{
    const auto formats = importFormats();
    const auto found = std::ranges::find(formats, id, &ImportFormat::id);
    return found == formats.end() ? nullptr : &*found;
}

Result<ImportSource> loadSource(const std::string &path)
{
    ImportSource source{.path = path, .folder = false, .files = {}};
    std::error_code error;
    if (!fs::is_directory(path, error)) {
        auto text = readFile(path);
        if (!text)
            return fail(text.error());
        source.files.emplace("", std::move(*text));
        return source;
    }
    source.folder = true;
    std::size_t bytes = 0;
    for (fs::recursive_directory_iterator entry(path, error), end; !error && entry != end; entry.increment(error)) {
        if (entry->is_symlink(error) || !entry->is_regular_file(error))
            continue;
        bytes += entry->file_size(error);
        if (bytes > mostBytes || source.files.size() >= mostFiles)
            return fail(ErrorCode::Io,
                        fmt::format("the folder \"{}\" is too large; expected one of a lab, with at most "
                                    "{} files and {} MB",
                                    path, mostFiles, mostBytes >> 20));
        auto text = readFile(entry->path().string());
        if (!text)
            return fail(text.error());
        source.files.emplace(fs::relative(entry->path(), path, error).generic_string(), std::move(*text));
    }
    if (error)
        return fail(ErrorCode::Io, fmt::format("cannot read \"{}\": {}", path, error.message()));
    return source;
}

Result<Imported> import(const ImportSource &source, const ImportFormat *format)
{
    if (format)
        return format->read(source);
    const auto formats = importFormats();
    const auto found = std::ranges::find_if(formats, [&](const ImportFormat &one) { return one.claims(source); });
    if (found != formats.end())
        return found->read(source);
    std::string known;
    for (const ImportFormat &one : formats)
        known += fmt::format("{}{}", known.empty() ? "" : ", ", one.help);
    return fail(ErrorCode::Io,
                fmt::format("\"{}\" is nothing that Netdraft reads; expected one of these: {}", source.path, known));
}

} // namespace netdraft::model
