#include "model/drawing/drawing.h"

#include <algorithm>
#include <array>

namespace netdraft::model {

namespace {

constexpr std::array<std::string_view, 5> kindNames{"device", "switch", "router", "namespace", "machine"};

} // namespace

AnnotationId freeAnnotation(const Drawing &drawing)
{
    return {drawing.annotations.empty() ? 1 : drawing.annotations.rbegin()->first.value + 1};
}

std::string_view kindName(NodeKind kind)
{
    return kindNames[static_cast<std::size_t>(kind)];
}

std::optional<NodeKind> kindNamed(std::string_view name)
{
    const auto found = std::ranges::find(kindNames, name);
    if (found == kindNames.end())
        return std::nullopt;
    return static_cast<NodeKind>(found - kindNames.begin());
}

} // namespace netdraft::model
