#include "model/terminal/web_pages.h"

#include <fmt/format.h>

#include <algorithm>

namespace netdraft::model::terminal {

namespace {

using simulation::Saying;
using simulation::Talker;

constexpr std::string_view nginxName = "nginx/1.22.1";
constexpr std::string_view beginningOfTime = "Thu, 01 Jan 1970 00:00:00 GMT";

/// A request, as far as an answer depends on it.
struct WebRequest {
    std::string_view method;
    std::string_view target;
    std::string_view version; ///< empty: of HTTP/0.9, which has no more lines
    bool closes = false;      ///< the connection is not for a second request
    bool isValid() const
    {
        return !method.empty() && std::ranges::all_of(method, [](char c) { return c >= 'A' && c <= 'Z'; }) &&
               target.starts_with('/') && (version.empty() || version.starts_with("HTTP/1."));
    }
};

bool startsWithWord(std::string_view line, std::string_view word)
{
    return std::ranges::equal(line.substr(0, word.size()), word,
                              [](char a, char b) { return (a | ' ') == (b | ' '); }); // of letters and `-`, `:`
}

/// The next line, without its end; none where that is not there yet.
std::optional<std::string_view> takeLine(std::string_view &text)
{
    const std::size_t end = text.find('\n');
    if (end == std::string_view::npos)
        return std::nullopt;
    std::string_view line = text.substr(0, end);
    text.remove_prefix(end + 1);
    if (line.ends_with('\r'))
        line.remove_suffix(1);
    return line;
}

/// Takes a request off what was heard; none where it is not complete.
std::optional<WebRequest> takeRequest(std::string_view &text)
{
    std::string_view rest = text;
    const auto first = takeLine(rest);
    if (!first)
        return std::nullopt;
    WebRequest request;
    const std::size_t space = std::min(first->find(' '), first->size());
    request.method = first->substr(0, space);
    std::string_view behind = first->substr(std::min(space + 1, first->size()));
    const std::size_t second = std::min(behind.find(' '), behind.size());
    request.target = behind.substr(0, second);
    request.version = behind.substr(std::min(second + 1, behind.size()));
    request.closes = request.version != "HTTP/1.1";
    while (request.isValid() && !request.version.empty()) {
        const auto line = takeLine(rest);
        if (!line)
            return std::nullopt;
        if (line->empty())
            break;
        if (startsWithWord(*line, "connection:"))
            request.closes = line->find("lose") != std::string_view::npos;
    }
    text = rest;
    return request;
}

std::string nginxError(std::string_view what, bool closes)
{
    const std::string page = fmt::format("<html>\r\n<head><title>{0}</title></head>\r\n<body>\r\n<center><h1>{0}</h1>"
                                         "</center>\r\n<hr><center>{1}</center>\r\n</body>\r\n</html>\r\n",
                                         what, nginxName);
    return fmt::format("HTTP/1.1 {}\r\nServer: {}\r\nDate: {}\r\nContent-Type: text/html\r\nContent-Length: {}\r\n"
                       "Connection: {}\r\n\r\n{}",
                       what, nginxName, beginningOfTime, page.size(), closes ? "close" : "keep-alive", page);
}

/// Header and page come with two system calls (tcp_nopush is off).
std::vector<std::string> nginxAnswer(const WebRequest &request, std::string_view page, bool isPage)
{
    if (!isPage)
        return {nginxError("404 Not Found", request.closes)};
    if (request.version.empty())
        return {std::string(page)};
    std::string header =
        fmt::format("HTTP/1.1 200 OK\r\nServer: {}\r\nDate: {}\r\nContent-Type: text/html\r\nContent-Length: {}\r\n"
                    "Last-Modified: Wed, 19 Oct 2022 08:02:20 GMT\r\nConnection: {}\r\nETag: \"634faf0c-{:x}\"\r\n"
                    "Accept-Ranges: bytes\r\n\r\n",
                    nginxName, beginningOfTime, page.size(), request.closes ? "close" : "keep-alive", page.size());
    if (request.method == "HEAD")
        return {std::move(header)};
    return {std::move(header), std::string(page)};
}

std::vector<std::string> httpdAnswer(const WebRequest &request, std::string_view page)
{
    return {fmt::format("HTTP/1.1 200 OK\r\nDate: {}\r\nServer: Apache/2.4.57 (Unix)\r\n"
                        "Last-Modified: Mon, 11 Jun 2007 18:53:14 GMT\r\nETag: \"2d-432a5e4a73a80\"\r\n"
                        "Accept-Ranges: bytes\r\nContent-Length: {}\r\n{}Content-Type: text/html\r\n\r\n{}",
                        beginningOfTime, page.size(), request.closes ? "Connection: close\r\n" : "",
                        request.method == "HEAD" ? std::string_view() : page)};
}

/// What a server says to all complete requests in `heard`, which are taken off; nothing where it keeps silent.
Saying answersOf(std::string_view page, bool isNginx, std::string_view &heard)
{
    Saying saying;
    while (saying.then == Saying::Then::GoesOn) {
        const auto request = takeRequest(heard);
        if (!request)
            break;
        const bool isPage = request->target == "/" || request->target == "/index.html";
        const bool asks = request->method == "GET" || request->method == "HEAD";
        if (isNginx && !request->isValid()) {
            saying.writes.push_back(nginxError("400 Bad Request", true));
            saying.then = Saying::Then::Closes;
        } else if (asks && request->isValid() && (isNginx || isPage)) {
            for (std::string &text : isNginx ? nginxAnswer(*request, page, isPage) : httpdAnswer(*request, page))
                saying.writes.push_back(std::move(text));
            saying.then = request->closes ? Saying::Then::Closes : Saying::Then::GoesOn;
        }
    }
    return saying;
}

} // namespace

Talker webTalker(const Process &server)
{
    const auto page = firstPage(server);
    if (!page)
        return nullptr;
    return [page = *page, isNginx = server.name().starts_with("nginx"), read = std::size_t{0}](std::string_view heard,
                                                                                               bool isAll) mutable {
        std::string_view rest = heard.substr(read);
        Saying saying = answersOf(page, isNginx, rest);
        read = heard.size() - rest.size();
        if (isAll)
            saying.then = Saying::Then::Closes;
        return saying;
    };
}

} // namespace netdraft::model::terminal
