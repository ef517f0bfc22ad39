#include "model/edit/perform.h"
#include "model/network/netns_file.h"

#include <fmt/format.h>

namespace netdraft::model {

namespace {

/// Whether a file of the one path would have to be a directory for the other to be in it.
bool isInside(std::string_view path, std::string_view directory)
{
    return path.size() > directory.size() && path.starts_with(directory) && path[directory.size()] == '/';
}

Result<void> checkRoom(const Netns &netns, const std::string &path)
{
    for (const auto &[other, text] : netns.files) {
        if (isInside(path, other))
            return fail(ErrorCode::Input, fmt::format("{} is a file of {}, and no directory", other, netns.name));
        if (isInside(other, path))
            return fail(ErrorCode::Input,
                        fmt::format("{} is a directory of {}, for it has {}", path, netns.name, other));
    }
    if (netns.files.size() >= mostNetnsFiles && !netns.files.contains(path))
        return fail(ErrorCode::Input,
                    fmt::format("{} has {} files already, and no more are kept", netns.name, netns.files.size()));
    return {};
}

} // namespace

Result<void> perform(Draft &draft, const WriteFile &edit)
{
    const auto id = findNetns(draft, edit.netns);
    if (!id)
        return fail(id.error());
    if (auto sound = checkNetnsFilePath(edit.path); !sound)
        return sound;
    const Netns &netns = *draft.network.find(*id);
    if (!edit.text) {
        if (!netns.files.contains(edit.path))
            return fail(ErrorCode::Input, fmt::format("{} has no file {} of its own", edit.netns, edit.path));
        draft.network.change(*id).files.erase(edit.path);
        return {};
    }
    if (auto sound = checkNetnsFileText(*edit.text); !sound)
        return sound;
    if (auto room = checkRoom(netns, edit.path); !room)
        return room;
    draft.network.change(*id).files.insert_or_assign(edit.path, *edit.text);
    return {};
}

} // namespace netdraft::model
