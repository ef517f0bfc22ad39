#include "model/exchange/bash_format.h"
#include "model/exchange/commands_format.h"

#include <algorithm>

namespace netdraft::model {

std::span<const ExportFormat> exportFormats()
{
    static constexpr ExportFormat formats[] = {
        {"bash", "Lab script (bash)", "sh",
         "a script that builds the network in namespaces, checks it and takes it down", &writeBash},
        {"commands", "Plain commands", "txt", "the commands for each device, as lesson notes give them",
         &writeCommands},
    };
    return formats;
}

const ExportFormat *exportFormat(std::string_view id)
{
    const auto formats = exportFormats();
    const auto found = std::ranges::find(formats, id, &ExportFormat::id);
    return found == formats.end() ? nullptr : &*found;
}

std::string_view ExportRequest::choice(const ExportOption &option) const
{
    const auto found = chosen.find(option.id);
    return found == chosen.end() ? option.choices.front() : std::string_view(found->second);
}

} // namespace netdraft::model
