#include "model/recipe/cni/go_json.h"

#include <fmt/format.h>

#include <algorithm>

namespace netdraft::model::cni {

namespace {

/// What Go calls a value that does not fit.
std::string kindOf(const Json &value)
{
    if (value.is_string())
        return "string";
    if (value.is_boolean())
        return "bool";
    if (value.is_array())
        return "array";
    return value.is_object() ? "object" : "number";
}

bool sameFolded(std::string_view a, std::string_view b)
{
    return std::ranges::equal(a, b, [](char x, char y) {
        const auto lower = [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; };
        return lower(x) == lower(y);
    });
}

} // namespace

GoFields::GoFields(const Json &value, std::string type, std::string &error, std::string_view wholeType)
    : m_object(value.is_object() ? &value : nullptr), m_type(std::move(type)), m_error(&error)
{
    if (!m_object && !value.is_null())
        refuse(fmt::format("json: cannot unmarshal {} into Go value of type {}", kindOf(value), wholeType));
}

GoFields::GoFields(const Json *object, std::string type, std::string path, std::string &error)
    : m_object(object), m_type(std::move(type)), m_path(std::move(path)), m_error(&error)
{
}

const Json *GoFields::find(std::string_view name) const
{
    if (!m_object)
        return nullptr;
    auto found = m_object->find(name);
    if (found == m_object->end())
        for (found = m_object->begin(); found != m_object->end() && !sameFolded(found.key(), name);)
            ++found;
    return found == m_object->end() || found->is_null() ? nullptr : &*found;
}

void GoFields::refuse(const std::string &why) const
{
    if (m_error->empty())
        *m_error = why;
}

void GoFields::mismatch(std::string_view name, const Json &value, std::string_view goType) const
{
    const bool isPlain = !value.is_number() || goType == "string" || goType == "bool" || goType.starts_with('[') ||
                         goType.find('.') != std::string_view::npos || goType.starts_with("map");
    const std::string field = m_method.empty() ? fmt::format("{}.{}{}", m_type, m_path, name) : m_method;
    refuse(fmt::format("json: cannot unmarshal {} into Go struct field {} of type {}",
                       isPlain ? kindOf(value) : "number " + value.dump(), field, goType));
}

void GoFields::read(std::string_view name, std::string &to) const
{
    const Json *value = find(name);
    if (value && value->is_string())
        to = value->get<std::string>();
    else if (value)
        mismatch(name, *value, "string");
}

void GoFields::read(std::string_view name, bool &to) const
{
    const Json *value = find(name);
    if (value && value->is_boolean())
        to = value->get<bool>();
    else if (value)
        mismatch(name, *value, "bool");
}

void GoFields::read(std::string_view name, int &to) const
{
    const Json *value = find(name);
    if (!value)
        return;
    // Numbers of 64 bits fit; none of the settings is larger than one of 32.
    if (value->is_number_integer())
        to = static_cast<int>(std::clamp<std::int64_t>(value->get<std::int64_t>(), INT32_MIN, INT32_MAX));
    else
        mismatch(name, *value, "int");
}

void GoFields::read(std::string_view name, std::uint64_t &to) const
{
    const Json *value = find(name);
    if (value && value->is_number_unsigned())
        to = value->get<std::uint64_t>();
    else if (value)
        mismatch(name, *value, "uint64");
}

void GoFields::read(std::string_view name, std::vector<std::string> &to) const
{
    const Json *value = find(name);
    if (value && !value->is_array())
        mismatch(name, *value, "[]string");
    if (!value || !value->is_array())
        return;
    to.clear();
    for (const Json &one : *value) {
        if (one.is_string())
            to.push_back(one.get<std::string>());
        else if (!one.is_null())
            mismatch(name, one, "string");
    }
}

void GoFields::read(std::string_view name, std::map<std::string, std::string> &to) const
{
    const Json *value = find(name);
    if (value && !value->is_object())
        mismatch(name, *value, "map[string]string");
    if (!value || !value->is_object())
        return;
    for (const auto &[key, one] : value->items()) {
        if (one.is_string())
            to[key] = one.get<std::string>();
        else if (!one.is_null())
            mismatch(name, one, "string");
    }
}

void GoFields::read(std::string_view name, std::map<std::string, bool> &to) const
{
    const Json *value = find(name);
    if (value && !value->is_object())
        mismatch(name, *value, "map[string]bool");
    if (!value || !value->is_object())
        return;
    for (const auto &[key, one] : value->items()) {
        if (one.is_boolean())
            to[key] = one.get<bool>();
        else if (!one.is_null())
            mismatch(name, one, "bool");
    }
}

GoFields GoFields::object(std::string_view name, std::string type, std::string_view goType) const
{
    const Json *value = find(name);
    if (value && !value->is_object()) {
        mismatch(name, *value, goType);
        value = nullptr;
    }
    return {value, std::move(type), m_path + std::string(name) + '.', *m_error};
}

std::vector<GoFields> GoFields::objects(std::string_view name, const std::string &type, std::string_view goType,
                                        Reads reads) const
{
    const Json *value = find(name);
    std::vector<GoFields> all;
    if (value && !value->is_array())
        mismatch(name, *value, goType);
    if (!value || !value->is_array())
        return all;
    std::string_view element = goType.substr(goType.find(']') + 1);
    element.remove_prefix(element.starts_with('*') ? 1 : 0);
    for (const Json &one : *value) {
        if (!one.is_object() && !one.is_null())
            mismatch(name, one, element);
        GoFields fields(one.is_object() ? &one : nullptr, type, m_path + std::string(name) + '.', *m_error);
        if (reads == Reads::ByMethod)
            fields.m_method = m_method.empty() ? fmt::format("{}.{}{}", m_type, m_path, name) : m_method;
        all.push_back(std::move(fields));
    }
    return all;
}

} // namespace netdraft::model::cni
