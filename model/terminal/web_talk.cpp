#include "model/terminal/web_pages.h"
#include "model/terminal/web_request.h"

#include <fmt/format.h>

#include <algorithm>

namespace netdraft::model::terminal {

namespace {

using simulation::Saying;
using simulation::Talker;

constexpr std::string_view nginxName = "nginx/1.22.1";
constexpr std::string_view httpdName = "Apache/2.4.57 (Unix)";
constexpr std::string_view beginningOfTime = "Thu, 01 Jan 1970 00:00:00 GMT";

/// nginx: header and page come with two system calls (tcp_nopush is off).
std::vector<std::string> nginxPage(const WebRequest &request, std::string_view page)
{
    if (request.isSimple())
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

std::string nginxError(const WebRequest &request, std::string_view what)
{
    std::string page = fmt::format("<html>\r\n<head><title>{0}</title></head>\r\n<body>\r\n<center><h1>{0}</h1>"
                                   "</center>\r\n<hr><center>{1}</center>\r\n</body>\r\n</html>\r\n",
                                   what, nginxName);
    if (request.isSimple())
        return page;
    return fmt::format("HTTP/1.1 {}\r\nServer: {}\r\nDate: {}\r\nContent-Type: text/html\r\nContent-Length: {}\r\n"
                       "Connection: {}\r\n\r\n{}",
                       what, nginxName, beginningOfTime, page.size(), request.closes ? "close" : "keep-alive",
                       request.method == "HEAD" ? std::string() : page);
}

/// What nginx says; ngx_http_static_handler is the last that it asks.
std::vector<std::string> nginxAnswer(WebRequest &request, std::string_view page)
{
    const auto isUpper = [](char c) { return (c >= 'A' && c <= 'Z') || c == '_' || c == '-'; };
    const bool isRequest = request.isSound() && std::ranges::all_of(request.method, isUpper);
    if (!isRequest || request.isNewer() || (request.isSimple() && request.method != "GET")) {
        request.closes = true;
        if (!isRequest)
            request.version = "HTTP/1.0"; // that it is answered with a header
        return {
            nginxError(request, isRequest && request.isNewer() ? "505 HTTP Version Not Supported" : "400 Bad Request")};
    }
    request.closes = request.closes || request.method == "TRACE" || request.method == "CONNECT";
    const bool gets = request.method == "GET" || request.method == "HEAD";
    if (!gets && request.method != "POST")
        return {nginxError(request, "405 Not Allowed")};
    if (!request.isFirstPage())
        return {nginxError(request, "404 Not Found")};
    if (!gets)
        return {nginxError(request, "405 Not Allowed")};
    return nginxPage(request, page);
}

std::string httpdHead(const WebRequest &request, std::string_view status, std::string_view fields)
{
    return fmt::format("HTTP/1.1 {}\r\nDate: {}\r\nServer: {}\r\n{}{}", status, beginningOfTime, httpdName, fields,
                       request.closes ? "Connection: close\r\n" : "");
}

constexpr std::string_view httpdAllow = "Allow: GET,POST,OPTIONS,HEAD,TRACE\r\n";

std::string httpdError(const WebRequest &request, std::string_view status, std::string_view text)
{
    std::string page =
        fmt::format("<!DOCTYPE HTML PUBLIC \"-//IETF//DTD HTML 2.0//EN\">\n<html><head>\n<title>{}</title>\n</head>"
                    "<body>\n<h1>{}</h1>\n<p>{}</p>\n</body></html>\n",
                    status, status.substr(status.find(' ') + 1), text);
    if (request.isSimple())
        return page;
    const bool heads = request.method == "HEAD";
    std::string fields(status.starts_with("405") || status.starts_with("501") ? httpdAllow : "");
    if (!heads)
        fields += fmt::format("Content-Length: {}\r\n", page.size());
    return httpdHead(request, status, fields) + "Content-Type: text/html; charset=iso-8859-1\r\n\r\n" +
           (heads ? std::string() : page);
}

std::string httpdPage(const WebRequest &request, std::string_view page)
{
    if (request.isSimple())
        return std::string(page);
    return httpdHead(request, "200 OK",
                     fmt::format("Last-Modified: Mon, 11 Jun 2007 18:53:14 GMT\r\nETag: \"2d-432a5e4a73a80\"\r\n"
                                 "Accept-Ranges: bytes\r\nContent-Length: {}\r\n",
                                 page.size())) +
           "Content-Type: text/html\r\n\r\n" + (request.method == "HEAD" ? std::string() : std::string(page));
}

/// What Apache says, by its default_handler.
std::string httpdAnswer(WebRequest &request, std::string_view page)
{
    if (!request.isSound() || !request.isStrict || request.method == "CONNECT" ||
        (request.isSimple() && request.method != "GET")) {
        request.closes = true;
        request.version = "HTTP/1.0"; // that it is answered with a header
        return httpdError(request, "400 Bad Request",
                          "Your browser sent a request that this server could not understand.<br />\n");
    }
    if (request.method == "GET" || request.method == "HEAD" || request.method == "POST")
        return request.isFirstPage()
                   ? httpdPage(request, page)
                   : httpdError(request, "404 Not Found", "The requested URL was not found on this server.");
    if (request.method == "OPTIONS")
        return httpdHead(request, "200 OK", std::string(httpdAllow) + "Content-Length: 0\r\n") +
               (request.isFirstPage() ? "Content-Type: text/html\r\n\r\n" : "\r\n");
    if (request.method == "TRACE")
        return httpdHead(request, "200 OK", {}) +
               fmt::format("Transfer-Encoding: chunked\r\nContent-Type: message/http\r\n\r\n{:x}\r\n{}\r\n0\r\n\r\n",
                           request.text.size(), request.text);
    if (request.method == "PUT" || request.method == "DELETE" || request.method == "PATCH")
        return httpdError(request, "405 Method Not Allowed",
                          fmt::format("The requested method {} is not allowed for this URL.", request.method));
    request.closes = true;
    return httpdError(request, "501 Not Implemented",
                      fmt::format("{} not supported for current URL.<br />\n", request.method));
}

/// What a server says to all complete requests in `heard`, which are taken off.
Saying answersOf(std::string_view page, bool isNginx, std::string_view &heard)
{
    Saying saying;
    while (saying.then == Saying::Then::GoesOn) {
        auto request = takeRequest(heard);
        if (!request)
            break;
        if (!isNginx)
            saying.writes.push_back(httpdAnswer(*request, page));
        for (std::string &text : isNginx ? nginxAnswer(*request, page) : std::vector<std::string>())
            saying.writes.push_back(std::move(text));
        saying.then = request->closes ? Saying::Then::Closes : Saying::Then::GoesOn;
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
