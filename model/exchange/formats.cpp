#include "model/exchange/exchange.h"

#include <algorithm>

namespace netdraft::model
{

std::span<const ExportFormat> exportFormats()
{
    static const std::vector<ExportFormat> formats{};
    return formats;
}

const ExportFormat *exportFormat(std::string_view id)
{
    const auto formats = exportFormats();
    const auto found = std::ranges::find(formats, id, &ExportFormat::id);
    return found == formats.end() ? nullptr : &*found;
}

} // namespace netdraft::model
