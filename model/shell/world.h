#pragma once

#include "model/result.h"

#include <cstdint>
#include <map>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace netdraft::model::shell {

/// What a command did.
struct Ran {
    int status = 0;
    std::string out;
    std::string err;
    bool refused = false;  ///< it was to change something and did not
    bool unknown = false;  ///< there is no such command here
    bool consumed = false; ///< it read its input to the end
    bool endless = false;  ///< it would never end: `sleep infinity`
};

/// A command that runs another: `sudo CMD`, `ip netns exec NS CMD`.
struct Entered {
    std::size_t words = 0; ///< how many stand before the other's
    std::string where;     ///< the place where the other runs
};

/// The variables that a command finds, by their names.
using Environment = std::map<std::string, std::string, std::less<>>;

/// What the shell's commands act upon. A place is whatever the world tells apart by a name; the shell only hands it on.
class World
{
public:
    World() = default;
    World(const World &) = delete;
    World &operator=(const World &) = delete;
    virtual ~World() = default;

    virtual Ran run(std::span<const std::string> words, std::string_view input, const std::string &where) = 0;
    /// Whether a command looks at its environment, which it is then told before it runs.
    virtual bool readsEnvironment(std::string_view) const { return false; }
    virtual void setEnvironment(const Environment &) {}
    /// None where the words are a command by themselves.
    virtual std::optional<Entered> enters(std::span<const std::string> words, const std::string &where) = 0;
    /// Whether `command -v` finds it.
    virtual bool knows(std::string_view command) const = 0;

    /// None where there is no such file.
    virtual std::optional<std::string> readFile(const std::string &path, const std::string &where) = 0;
    /// Puts text in place of what the file holds, or behind it.
    enum class Writing : std::uint8_t { Anew, Behind };
    /// An error has the words of strerror(3); one of ErrorCode::Input says what is not simulated, and is always told.
    virtual Result<void> writeFile(const std::string &path, std::string_view text, Writing how,
                                   const std::string &where) = 0;
    virtual bool isDirectory(const std::string &path, const std::string &where) = 0;
    /// The paths that a pattern fits, ordered.
    virtual std::vector<std::string> matches(std::string_view pattern, const std::string &where) = 0;

    enum class Stream : std::uint8_t { Out, Err };
    virtual void print(Stream stream, std::string_view text) = 0;
    /// What was not understood or did not come to pass, to be told to whoever gave the script.
    virtual void diagnose(const Position &position, std::string what) = 0;
    /// A script is over; what its trap for the end does comes now.
    virtual void beginEnd() = 0;
    /// A shell that reads what a terminal types is started at a place, where a script would wait for it.
    virtual void openShell(const std::string &where) = 0;
    /// Differs after each change of what commands act upon.
    virtual std::uint64_t changes() const = 0;
};

} // namespace netdraft::model::shell
