#include "model/exchange/exchange.h"

#include <climits>
#include <fmt/format.h>

#include <cerrno>
#include <cstdlib>
#include <cstring>
#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

namespace netdraft::model {

namespace {

/// Far above any project, far below what would exhaust the machine (`netdraft /dev/zero`).
constexpr std::size_t largestFile = std::size_t{256} << 20;

/// An open file that is closed in any case.
class Descriptor
{
public:
    explicit Descriptor(int fd) : m_fd(fd) {}
    ~Descriptor()
    {
        if (m_fd >= 0)
            ::close(m_fd);
    }
    Descriptor(const Descriptor &) = delete;
    Descriptor &operator=(const Descriptor &) = delete;
    int operator*() const { return m_fd; }
    explicit operator bool() const { return m_fd >= 0; }

private:
    int m_fd;
};

std::unexpected<Error> cannot(std::string_view what, const std::string &path, int reason)
{
    return fail(ErrorCode::Io, fmt::format("cannot {} \"{}\": {}", what, path, std::strerror(reason)));
}

bool writeAll(int fd, std::string_view text)
{
    while (!text.empty()) {
        const ssize_t written = ::write(fd, text.data(), text.size());
        if (written < 0 && errno == EINTR)
            continue;
        if (written < 0)
            return false;
        text.remove_prefix(static_cast<std::size_t>(written));
    }
    return true;
}

/// Devices and pipes cannot be replaced; what they are given cannot be taken back either.
Result<void> writeThrough(const std::string &path, std::string_view text)
{
    const Descriptor file(::open(path.c_str(), O_WRONLY | O_CLOEXEC | O_NOCTTY));
    if (!file || !writeAll(*file, text))
        return cannot("write", path, errno);
    return {};
}

/// A new file in the folder of `target`, first without a name where the file system can do that, so that a
/// killed program leaves nothing behind; and the name that it gets for the moment before it is renamed.
class NewFile
{
public:
    NewFile(const std::string &folder, const std::string &base, mode_t mode)
        : m_name(fmt::format("{}/.{}.{}.new", folder, base, ::getpid())),
          m_file(::open(folder.c_str(), O_TMPFILE | O_WRONLY | O_CLOEXEC, mode)), m_named(!m_file),
          m_fallback(m_named ? openNamed(mode) : -1)
    {
    }
    ~NewFile()
    {
        if (m_named && fd() >= 0)
            ::unlink(m_name.c_str());
    }
    NewFile(const NewFile &) = delete;
    NewFile &operator=(const NewFile &) = delete;

    int fd() const { return m_file ? *m_file : *m_fallback; }

    bool moveTo(const std::string &target)
    {
        if (!m_named) {
            ::unlink(m_name.c_str()); // left by a program of the same number that was killed just here
            const std::string open = fmt::format("/proc/self/fd/{}", *m_file);
            if (::linkat(AT_FDCWD, open.c_str(), AT_FDCWD, m_name.c_str(), AT_SYMLINK_FOLLOW) != 0)
                return false;
            m_named = true;
        }
        if (::rename(m_name.c_str(), target.c_str()) != 0)
            return false;
        m_named = false;
        return true;
    }

private:
    int openNamed(mode_t mode) const
    {
        ::unlink(m_name.c_str());
        return ::open(m_name.c_str(), O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, mode);
    }

    std::string m_name;
    Descriptor m_file;
    bool m_named;
    Descriptor m_fallback;
};

/// Where a symbolic link leads, so that the link stays and the file is replaced; a name that does not exist
/// yet is itself.
std::string resolved(const std::string &path)
{
    char *real = ::realpath(path.c_str(), nullptr);
    if (!real)
        return path;
    std::string target = real;
    std::free(real);
    return target;
}

} // namespace

Result<std::string> readFile(const std::string &path)
{
    const Descriptor file(::open(path.c_str(), O_RDONLY | O_CLOEXEC | O_NOCTTY));
    if (!file)
        return cannot("read", path, errno);
    std::string text;
    std::string chunk(std::size_t{64} << 10, '\0');
    while (true) {
        const ssize_t got = ::read(*file, chunk.data(), chunk.size());
        if (got < 0 && errno == EINTR)
            continue;
        if (got < 0)
            return cannot("read", path, errno);
        if (got == 0)
            return text;
        text.append(chunk, 0, static_cast<std::size_t>(got));
        if (text.size() > largestFile)
            return cannot("read", path, EFBIG);
    }
}

Result<void> writeFileAtomically(const std::string &path, std::string_view text, bool executable)
{
    const std::string target = resolved(path);
    struct stat old{};
    const bool present = ::stat(target.c_str(), &old) == 0;
    if (present && S_ISDIR(old.st_mode))
        return cannot("write", path, EISDIR);
    if (present && !S_ISREG(old.st_mode))
        return writeThrough(path, text);
    if (present && ::access(target.c_str(), W_OK) != 0)
        return cannot("write", path, errno);

    const auto slash = target.rfind('/');
    const std::string folder = slash == std::string::npos ? "." : slash == 0 ? "/" : target.substr(0, slash);
    const std::string base = slash == std::string::npos ? target : target.substr(slash + 1);
    if (base.empty())
        return cannot("write", path, EISDIR);

    NewFile file(folder, base, executable ? 0777 : 0666);
    if (file.fd() < 0)
        return cannot("write", path, errno);
    if (present) {
        mode_t mode = old.st_mode & 07777U;
        if (executable)
            mode |= (mode & 0444U) >> 2;
        // Another owner's file stays theirs where that is allowed; where not, replacing it is still right.
        [[maybe_unused]] const int kept = ::fchown(file.fd(), old.st_uid, old.st_gid);
        if (::fchmod(file.fd(), mode) != 0)
            return cannot("write", path, errno);
    }
    if (!writeAll(file.fd(), text) || ::fsync(file.fd()) != 0 || !file.moveTo(target))
        return cannot("write", path, errno);

    const Descriptor directory(::open(folder.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC));
    if (directory && ::fsync(*directory) != 0 && errno != EINVAL && errno != EROFS)
        return cannot("sync the folder of", path, errno);
    return {};
}

} // namespace netdraft::model
