#pragma once

#include "model/shell/syntax.h"
#include "model/shell/world.h"

#include <map>
#include <memory>

namespace netdraft::model::shell {

/// Where a file descriptor writes to.
class Sink
{
public:
    Sink() = default;
    Sink(const Sink &) = delete;
    Sink &operator=(const Sink &) = delete;
    virtual ~Sink() = default;
    virtual Result<void> write(std::string_view text) = 0;
    virtual bool isNull() const { return false; }
};

/// What a file descriptor reads from.
struct Source {
    std::string text;
    std::size_t at = 0;
    bool terminal = false;                     ///< nobody types there: a line is empty
    std::optional<Place> place = std::nullopt; ///< where the text stands in the script

    std::string_view rest() const { return std::string_view(text).substr(at); }
};

struct Streams {
    std::map<int, std::shared_ptr<Sink>> outs;
    std::map<int, std::shared_ptr<Source>> ins;
};

class BufferSink : public Sink
{
public:
    explicit BufferSink(std::size_t most) : m_most(most) {}
    /// Text behind the limit is lost; overflowed() says so.
    Result<void> write(std::string_view text) override
    {
        m_full = m_full || m_text.size() + text.size() > m_most;
        m_text += text.substr(0, m_most - std::min(m_text.size(), m_most));
        return {};
    }
    bool overflowed() const { return m_full; }
    std::string take() { return std::move(m_text); }

private:
    std::string m_text;
    std::size_t m_most;
    bool m_full = false;
};

class NullSink : public Sink
{
public:
    Result<void> write(std::string_view) override { return {}; }
    bool isNull() const override { return true; }
};

class FileSink : public Sink
{
public:
    FileSink(World &world, std::string path, std::string where)
        : m_world(world), m_path(std::move(path)), m_where(std::move(where))
    {
    }
    Result<void> write(std::string_view text) override
    {
        return m_world.writeFile(m_path, text, World::Writing::Behind, m_where);
    }

private:
    World &m_world;
    std::string m_path;
    std::string m_where;
};

class PrintSink : public Sink
{
public:
    PrintSink(World &world, World::Stream stream) : m_world(world), m_stream(stream) {}
    Result<void> write(std::string_view text) override
    {
        m_world.print(m_stream, text);
        return {};
    }

private:
    World &m_world;
    World::Stream m_stream;
};

} // namespace netdraft::model::shell
