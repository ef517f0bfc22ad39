#include "model/recipe/kubernetes/proxy/label_selector.h"

#include <algorithm>

namespace netdraft::model::kubernetes {

namespace {

/// The value of a label. A namespace has its name as one, whoever made it.
std::optional<std::string> labelOf(const Json &object, const std::string &key)
{
    const Json *labels = member(object, "metadata.labels");
    if (labels && labels->is_object() && labels->contains(key) && (*labels)[key].is_string())
        return (*labels)[key].get<std::string>();
    if (key == "kubernetes.io/metadata.name" && textAt(object, "kind") == "Namespace")
        return nameOf(object);
    return std::nullopt;
}

bool holds(const Json &expression, const Json &object)
{
    const std::string verb = textAt(expression, "operator");
    const auto value = labelOf(object, textAt(expression, "key"));
    const auto isListed = [&] {
        return std::ranges::any_of(listAt(expression, "values"),
                                   [&](const Json &each) { return each.is_string() && each == *value; });
    };
    if (verb == "In")
        return value && isListed();
    if (verb == "NotIn")
        return !value || !isListed();
    if (verb == "Exists")
        return value.has_value();
    return verb == "DoesNotExist" && !value;
}

} // namespace

bool isSelected(const Json *selector, const Json &object)
{
    if (!selector || !selector->is_object())
        return false;
    const Json *plain = member(*selector, "matchLabels");
    if (plain && plain->is_object()) {
        for (const auto &wanted : plain->items()) {
            const auto value = labelOf(object, wanted.key());
            if (!value || wanted.value() != *value)
                return false;
        }
    }
    return std::ranges::all_of(listAt(*selector, "matchExpressions"),
                               [&](const Json &each) { return holds(each, object); });
}

} // namespace netdraft::model::kubernetes
