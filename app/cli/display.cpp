#include "app/cli/display.h"

#include <cstddef>
#include <cstdlib>
#include <string>
#include <string_view>
#include <sys/socket.h>
#include <sys/un.h>
#include <unistd.h>

namespace netdraft::app {

namespace {

std::string_view variable(const char *name)
{
    const char *value = std::getenv(name);
    return value ? value : "";
}

/// `path` may begin with a NUL: Linux's abstract names.
bool somebodyListens(const std::string &path)
{
    sockaddr_un address{};
    address.sun_family = AF_UNIX;
    if (path.size() >= sizeof address.sun_path)
        return false;
    path.copy(address.sun_path, path.size());
    const int fd = ::socket(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0);
    if (fd < 0)
        return false;
    const auto length = static_cast<socklen_t>(offsetof(sockaddr_un, sun_path) + path.size());
    const bool connected = ::connect(fd, reinterpret_cast<const sockaddr *>(&address), length) == 0;
    ::close(fd);
    return connected;
}

bool hasX()
{
    const std::string_view display = variable("DISPLAY");
    const auto colon = display.rfind(':');
    if (colon == std::string_view::npos)
        return false;
    const std::string_view host = display.substr(0, colon);
    if (!host.empty() && host != "unix")
        return true; // another machine's; Qt finds out
    const std::string_view number = display.substr(colon + 1);
    const std::string path = "/tmp/.X11-unix/X" + std::string(number.substr(0, number.find('.')));
    return somebodyListens(path) || somebodyListens(std::string(1, '\0') + path);
}

bool hasWayland()
{
    const std::string_view display = variable("WAYLAND_DISPLAY");
    if (display.empty())
        return false;
    return somebodyListens(display.starts_with('/')
                               ? std::string(display)
                               : std::string(variable("XDG_RUNTIME_DIR")) + "/" + std::string(display));
}

} // namespace

bool hasDisplay()
{
    return !variable("QT_QPA_PLATFORM").empty() || hasX() || hasWayland();
}

} // namespace netdraft::app
