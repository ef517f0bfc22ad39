#include "model/terminal/tcpdump/tcp_text.h"

#include "model/terminal/tcpdump/dns_text.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>

namespace netdraft::model::terminal {

namespace {

constexpr std::string_view blanks = " \t\r\n";

/// httpcmds
constexpr std::string_view httpMethods[] = {
    "GET",   "PUT",    "COPY",   "HEAD",   "LOCK",   "MOVE",   "POLL",   "POST",    "MKCOL",   "TRACE",    "LABEL",
    "MERGE", "DELETE", "SEARCH", "UNLOCK", "REPORT", "UPDATE", "NOTIFY", "CONNECT", "OPTIONS", "PROPFIND", "SUBSCRIBE",
};

/// fetch_token; what stands behind it is left in `text`.
std::string_view takeToken(std::string_view &text)
{
    text.remove_prefix(std::min(text.find_first_not_of(blanks), text.size()));
    const std::string_view token = text.substr(0, text.find_first_of(blanks));
    text.remove_prefix(token.size());
    return token;
}

bool isDigit(char c)
{
    return c >= '0' && c <= '9';
}

/// Whether it is the first line of a request, or of an answer.
bool beginsHttp(std::string_view data)
{
    const std::string_view first = takeToken(data);
    const auto same = [&](std::string_view method) {
        return std::ranges::equal(method, first,
                                  [](char a, char b) { return a == (b >= 'a' && b <= 'z' ? b - 'a' + 'A' : b); });
    };
    if (std::ranges::any_of(httpMethods, same))
        return true;
    const std::string_view code = takeToken(data);
    return code.size() == 3 && std::ranges::all_of(code, isDigit);
}

/// print_txt_line: nothing of a line that is not text.
std::string firstLine(std::string_view data)
{
    const auto isText = [](char c) { return c == '\t' || (c >= ' ' && c <= '~'); };
    const auto end = std::ranges::find_if_not(data, isText);
    const std::string_view line = data.substr(0, static_cast<std::size_t>(end - data.begin()));
    const std::string_view rest = data.substr(line.size());
    if (rest.empty())
        return fmt::format(": {} [|http]", line);
    return rest.starts_with('\n') || rest.starts_with("\r\n") ? fmt::format(": {}", line) : std::string();
}

/// What the data is of the protocol whose port it goes to or comes from.
std::string protocolText(const Tcp &tcp)
{
    static constexpr std::array<std::uint16_t, 2> http = {80, 8080};
    constexpr std::uint16_t domain = 53;
    constexpr std::size_t lengthBytes = 2; // of the message, which stand before it
    const bool asks = tcp.sourcePort == domain || tcp.destinationPort == domain;
    if (asks && tcp.data && tcp.data->size() > lengthBytes)
        return ' ' + dnsText(std::string_view(*tcp.data).substr(lengthBytes));
    const auto isHttp = [](std::uint16_t port) { return std::ranges::find(http, port) != http.end(); };
    if (!tcp.data || (!isHttp(tcp.sourcePort) && !isHttp(tcp.destinationPort)))
        return {};
    return fmt::format(": HTTP{}", beginsHttp(*tcp.data) ? firstLine(*tcp.data) : std::string());
}

std::string optionText(const Tcp &tcp)
{
    const TcpStamps stamps = tcp.stamps.value_or(TcpStamps{});
    if (tcp.syn)
        return fmt::format(", options [mss {},sackOK,TS val {} ecr {},nop,wscale {}]", tcp.mss, stamps.value,
                           stamps.echo, windowScale);
    return tcp.stamps ? fmt::format(", options [nop,nop,TS val {} ecr {}]", stamps.value, stamps.echo) : std::string();
}

} // namespace

std::string textOf(const Tcp &tcp)
{
    const std::string flags = fmt::format("{}{}{}{}{}", tcp.fin ? "F" : "", tcp.syn ? "S" : "", tcp.rst ? "R" : "",
                                          tcp.push ? "P" : "", tcp.ack ? "." : "");
    std::string text = fmt::format("Flags [{}]", flags.empty() ? "none" : flags);
    if (tcp.length() > 0)
        text += fmt::format(", seq {}:{}", tcp.sequence, tcp.sequence + static_cast<std::uint32_t>(tcp.length()));
    else if (tcp.syn || tcp.fin || tcp.rst)
        text += fmt::format(", seq {}", tcp.sequence);
    if (tcp.ack)
        text += fmt::format(", ack {}", tcp.acknowledgement);
    return text + fmt::format(", win {}{}, length {}{}", tcp.syn ? firstWindow(tcp) : tcp.window, optionText(tcp),
                              tcp.length(), protocolText(tcp));
}

} // namespace netdraft::model::terminal
