#include "model/exchange/snapshot/snapshot_format.h"

#include "model/exchange/snapshot/answers.h"
#include "model/exchange/snapshot/assembly.h"
#include "model/exchange/snapshot/container_names.h"
#include "model/exchange/snapshot/node_names.h"
#include "model/exchange/snapshot/nsids.h"

#include <fmt/format.h>

#include <algorithm>
#include <set>

namespace netdraft::model {

using namespace snapshot;

namespace {

/// The folder of a namespace: `machine`, `netns/NAME` or `pid/PID`; empty where the file is in none.
std::string folderOf(std::string_view file)
{
    const std::size_t slash = file.rfind('/');
    const std::string folder(slash == std::string_view::npos ? std::string_view() : file.substr(0, slash));
    const bool nested = (folder.starts_with("netns/") || folder.starts_with("pid/")) &&
                        folder.find('/') == folder.rfind('/') && !folder.ends_with('/');
    return folder == "machine" || nested ? folder : std::string();
}

std::string_view stemOf(std::string_view file)
{
    file.remove_prefix(std::min(file.rfind('/') + 1, file.size()));
    return file.substr(0, file.find('.'));
}

std::string firstLine(const ImportSource &source, const std::string &folder, std::string_view stem)
{
    for (const std::string_view ending : {"", ".txt"}) {
        const auto found = source.files.find(fmt::format("{}/{}{}", folder, stem, ending));
        if (found != source.files.end())
            return found->second.substr(0, found->second.find_first_of("\r\n"));
    }
    return {};
}

/// The id of a container, as short as people write it: `0a1b2c3d4e5f`.
std::string containerOf(const ImportSource &source, const std::string &folder)
{
    constexpr std::size_t usualLength = 12;
    const auto found = source.files.find(folder + "/cgroup.txt");
    return found == source.files.end() ? std::string() : containerIdIn(found->second).substr(0, usualLength);
}

/// Names that an engine makes up for namespaces of pods say nothing to people.
bool isMadeUp(std::string_view name)
{
    return name.starts_with("cni-") || name.starts_with("netns-");
}

std::string nodeName(const ImportSource &source, const std::string &folder)
{
    if (folder == "machine")
        return "host";
    const std::string last = folder.substr(folder.find('/') + 1);
    const bool named = folder.starts_with("netns/");
    if (named && !isMadeUp(last))
        return last;
    if (const std::string name = firstLine(source, folder, "name"); !name.empty())
        return name;
    const std::string hostname = firstLine(source, folder, "hostname");
    if (!hostname.empty() && hostname != firstLine(source, "machine", "hostname"))
        return hostname;
    if (const std::string id = containerOf(source, folder); !id.empty())
        return id;
    return named ? last : "pid-" + last;
}

/// Services and browsers shut processes up in namespaces that have nothing but `lo`; they take no part in any network.
bool isShutUp(const SeenNetns &netns)
{
    return netns.answers->place.starts_with("pid/") && netns.links.size() == 1 && netns.links.front().loopback;
}

Result<Imported> readFolder(const ImportSource &source)
{
    std::vector<std::string> folders;
    for (const auto &[file, text] : source.files) {
        const std::string folder = folderOf(file);
        if (!folder.empty() && std::ranges::find(folders, folder) == folders.end())
            folders.push_back(folder);
    }
    // A namespace is seen by its name, by a process in it, and perhaps as the machine's own.
    std::set<std::string> inodes;
    std::set<std::string> names;
    std::vector<Answers> all;
    std::vector<Error> troubles;
    for (const std::string &folder : folders) {
        const std::string inode = firstLine(source, folder, "ns");
        if (!inode.empty() && !inodes.insert(inode).second)
            continue;
        Answers answers{freeName(nodeName(source, folder), names), folder, {}};
        for (const auto &[file, text] : source.files) {
            const auto question = questionNamed(stemOf(file));
            if (folderOf(file) != folder || !question)
                continue;
            auto output =
                readAnswer(*question, source.place(file), std::make_shared<const std::string>(text), 0, text.size());
            if (!output)
                troubles.push_back(output.error());
            else if (*output)
                answers.outputs.push_back(std::move(**output));
        }
        all.push_back(std::move(answers));
    }
    Seen seen{.namespaces = {}, .troubles = std::move(troubles)};
    std::size_t shutUp = 0;
    std::map<std::string, std::size_t> known;
    for (const Answers &answers : all) {
        SeenNetns netns(answers);
        readLinks(netns, seen.troubles, seen.notes);
        if (isShutUp(netns)) {
            ++shutUp;
            continue;
        }
        known.emplace(firstLine(source, answers.place, "ns"), seen.namespaces.size());
        known.emplace(answers.place, seen.namespaces.size());
        seen.namespaces.push_back(std::move(netns));
    }
    if (shutUp > 0)
        seen.notes.push_back(
            {ErrorCode::Input,
             fmt::format("{} namespaces of processes have no interface but lo; they are left out", shutUp)});
    for (SeenNetns &netns : seen.namespaces)
        readNsids(netns, known, seen.troubles);
    wire(seen);
    return build(std::move(seen));
}

Result<Imported> readOne(const ImportSource &source)
{
    const auto text = std::make_shared<const std::string>(source.text());
    auto output = readAnswer(Question::Links, source.path, text, 0, text->size());
    if (!output)
        return fail(output.error());
    if (!*output)
        return failAt({source.path, 1, 1}, "nothing; expected what `ip -j addr` prints");
    Answers answers{"host", "machine", {}};
    answers.outputs.push_back(std::move(**output));
    Seen seen{.namespaces = {SeenNetns(answers)}};
    readLinks(seen.namespaces.front(), seen.troubles, seen.notes);
    wire(seen);
    return build(std::move(seen));
}

} // namespace

bool claimsSnapshot(const ImportSource &source)
{
    if (source.folder)
        return std::ranges::any_of(source.files, [](const auto &file) {
            return folderOf(file.first) == "machine" && questionNamed(stemOf(file.first));
        });
    const std::string_view text = source.text();
    const std::size_t first = text.find_first_not_of(" \t\r\n");
    constexpr std::size_t headLength = 4096;
    return first != std::string::npos && text[first] == '[' &&
           text.substr(first, headLength).find("\"ifname\"") != std::string::npos;
}

Result<Imported> readSnapshot(const ImportSource &source)
{
    if (!source.folder)
        return readOne(source);
    if (!claimsSnapshot(source))
        return fail(ErrorCode::Io, fmt::format("\"{}\" is no capture of a machine; expected a folder with the folder "
                                               "\"machine\", and in it files such as addr.json",
                                               source.path));
    return readFolder(source);
}

} // namespace netdraft::model
