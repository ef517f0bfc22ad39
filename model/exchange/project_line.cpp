#include "model/exchange/project_line.h"

#include <nlohmann/json.hpp>

namespace netdraft::model {

std::string jsonString(std::string_view text)
{
    return nlohmann::json(text).dump(-1, ' ', false, nlohmann::json::error_handler_t::replace);
}

} // namespace netdraft::model
