#pragma once

#include <optional>
#include <string_view>

namespace netdraft::model::terminal {

/// A request of HTTP, as far as an answer of a web server depends on it (RFC 9112).
struct WebRequest {
    std::string_view text; ///< the whole of it, without what it carries
    std::string_view method;
    std::string_view target;
    std::string_view version; ///< empty: of HTTP/0.9, which has no more lines
    bool closes = false;      ///< the connection is not for a second request
    int hosts = 0;            ///< lines `Host:`
    bool isPlain = true;      ///< every header is one line with a name before a colon, and the hosts are names
    bool isStrict = true;     ///< one space between words, CR LF behind lines, and no line without a colon

    bool isSimple() const { return version.empty() && isSound(); }
    bool isNewer() const { return version > "HTTP/2"; }
    /// Whether it is one: a method, a path, a version that is none or one of HTTP from 1.0, and from 1.1 on one host.
    bool isSound() const;
    /// Whether it is about `/` or `/index.html`.
    bool isFirstPage() const;
};

/// Takes a request with what it carries off what was heard; none where it is not complete.
std::optional<WebRequest> takeRequest(std::string_view &heard);

} // namespace netdraft::model::terminal
