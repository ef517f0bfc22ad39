#include "model/terminal/web_pages.h"

namespace netdraft::model::terminal {

namespace {

/// `/usr/share/nginx/html/index.html` of nginx 1.22, and of its image.
constexpr std::string_view ofNginx = R"(<!DOCTYPE html>
<html>
<head>
<title>Welcome to nginx!</title>
<style>
html { color-scheme: light dark; }
body { width: 35em; margin: 0 auto;
font-family: Tahoma, Verdana, Arial, sans-serif; }
</style>
</head>
<body>
<h1>Welcome to nginx!</h1>
<p>If you see this page, the nginx web server is successfully installed and
working. Further configuration is required.</p>

<p>For online documentation and support please refer to
<a href="http://nginx.org/">nginx.org</a>.<br/>
Commercial support is available at
<a href="http://nginx.com/">nginx.com</a>.</p>

<p><em>Thank you for using nginx.</em></p>
</body>
</html>
)";

/// `htdocs/index.html` of Apache httpd 2.4, and of its image.
constexpr std::string_view ofHttpd = "<html><body><h1>It works!</h1></body></html>\n";

} // namespace

std::optional<std::string_view> firstPage(const Process &server)
{
    const std::string_view name = server.name();
    if (name.starts_with("nginx"))
        return ofNginx;
    if (name == "httpd")
        return ofHttpd;
    return std::nullopt;
}

} // namespace netdraft::model::terminal
