#include "model/terminal/web_request.h"

#include <algorithm>
#include <charconv>
#include <string>

namespace netdraft::model::terminal {

namespace {

bool isNamed(std::string_view line, std::string_view name)
{
    return line.size() > name.size() && line[name.size()] == ':' &&
           std::ranges::equal(line.substr(0, name.size()), name,
                              [](char a, char b) { return (a | ' ') == (b | ' '); }); // of letters and `-`
}

std::string_view valueOf(std::string_view line)
{
    std::string_view value = line.substr(line.find(':') + 1);
    while (value.starts_with(' '))
        value.remove_prefix(1);
    while (value.ends_with(' '))
        value.remove_suffix(1);
    return value;
}

/// The next line, without its end; none where that is not there yet.
std::optional<std::string_view> takeLine(std::string_view &text, bool &endsWell)
{
    const std::size_t end = text.find('\n');
    if (end == std::string_view::npos)
        return std::nullopt;
    std::string_view line = text.substr(0, end);
    text.remove_prefix(end + 1);
    if (line.ends_with('\r'))
        line.remove_suffix(1);
    else
        endsWell = false;
    return line;
}

/// The next word; `single`: whether one space is before the one behind it.
std::string_view takeWord(std::string_view &line, bool &single)
{
    const std::size_t end = std::min(line.find(' '), line.size());
    const std::string_view word = line.substr(0, end);
    line.remove_prefix(std::min(end + 1, line.size()));
    for (; line.starts_with(' '); line.remove_prefix(1))
        single = false;
    return word;
}

void readHeader(WebRequest &request, std::string_view line, std::size_t &body)
{
    const std::size_t colon = line.find(':');
    request.isStrict = request.isStrict && colon != std::string_view::npos;
    const std::string_view name = line.substr(0, std::min(colon, line.size()));
    request.isPlain = request.isPlain && !name.empty() && name.find_first_of(" \t") == std::string_view::npos;
    if (isNamed(line, "connection")) {
        const std::string_view value = valueOf(line);
        if (value.find("lose") != std::string_view::npos)
            request.closes = true;
        else if (value.find("live") != std::string_view::npos)
            request.closes = false;
    } else if (isNamed(line, "host")) {
        const std::string_view host = valueOf(line);
        ++request.hosts;
        request.isPlain = request.isPlain && !host.empty() && host.find(' ') == std::string_view::npos;
    } else if (isNamed(line, "content-length")) {
        const std::string_view value = valueOf(line);
        (void)std::from_chars(value.data(), value.data() + value.size(), body);
    }
}

} // namespace

bool WebRequest::isSound() const
{
    const auto isOfName = [](char c) {
        return (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '-' || c == '_';
    };
    if (method.empty() || !std::ranges::all_of(method, isOfName) || !isPlain || hosts > 1)
        return false;
    if (!target.starts_with('/') && !target.starts_with("http://"))
        return false;
    if (version.empty())
        return true;
    constexpr std::string_view before = "HTTP/";
    const auto isDigit = [](char c) { return c >= '0' && c <= '9'; };
    const bool isVersion = version.size() == before.size() + 3 && version.starts_with(before) && version[5] > '0' &&
                           isDigit(version[5]) && version[6] == '.' && isDigit(version[7]);
    return isVersion && (hosts == 1 || version == "HTTP/1.0");
}

bool WebRequest::isFirstPage() const
{
    std::string_view path = target;
    if (constexpr std::string_view scheme = "http://"; path.starts_with(scheme)) {
        path.remove_prefix(scheme.size());
        path.remove_prefix(std::min(path.find('/'), path.size()));
    }
    path = path.substr(0, path.find('?'));
    return path.empty() || path == "/" || path == "/index.html";
}

std::optional<WebRequest> takeRequest(std::string_view &heard)
{
    std::string_view rest = heard;
    WebRequest request;
    std::optional<std::string_view> first;
    std::size_t begins = 0;
    do {
        begins = heard.size() - rest.size();
        first = takeLine(rest, request.isStrict);
    } while (first && first->empty());
    if (!first)
        return std::nullopt;
    std::string_view line = *first;
    request.method = takeWord(line, request.isStrict);
    request.target = takeWord(line, request.isStrict);
    request.version = line;
    request.closes = request.version < "HTTP/1.1";
    std::size_t body = 0;
    // Of what is none, nobody reads on.
    const bool hasHeader =
        !request.version.empty() && (request.target.starts_with('/') || request.target.contains(':'));
    while (hasHeader) {
        const auto header = takeLine(rest, request.isStrict);
        if (!header)
            return std::nullopt;
        if (header->empty())
            break;
        readHeader(request, *header, body);
    }
    request.text = heard.substr(begins, heard.size() - rest.size() - begins);
    if (rest.size() < body)
        return std::nullopt;
    rest.remove_prefix(body);
    heard = rest;
    return request;
}

} // namespace netdraft::model::terminal
