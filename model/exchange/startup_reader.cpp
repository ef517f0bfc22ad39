#include "model/exchange/startup_reader.h"

#include "model/command/command.h"
#include "model/exchange/interfaces_reader.h"
#include "model/exchange/kathara_device.h"
#include "model/exchange/line_words.h"
#include "model/exchange/shell_script.h"
#include "model/terminal/terminal.h"

#include <fmt/format.h>

#include <algorithm>

namespace netdraft::model {

namespace {

/// What a line asks of the machine's services, if that is all that it says.
struct ServiceCall {
    std::string_view service;   ///< `networking`, `frr`; empty: nothing, for it only waits
    std::string_view interface; ///< the one that is to come up, of `ifup NAME`; `-a`: all that do so by themselves
    bool isSwitch = false;      ///< whether the service is to run at all: `start`, not `status`
};

std::optional<ServiceCall> serviceCall(std::string_view line)
{
    std::vector<std::string_view> words;
    for (const Word &word : wordsIn(line)) {
        if (word.text.starts_with('#'))
            break;
        words.push_back(word.text);
    }
    const auto isVerb = [](std::string_view word) { return word == "start" || word == "restart" || word == "reload"; };
    if (words.empty())
        return std::nullopt;
    if (words.size() == 2 && words[0] == "sleep" && words[1].find_first_not_of("0123456789.smh") == words[1].npos)
        return ServiceCall{};
    if (words.size() == 3 && words[0] == "systemctl" && (isVerb(words[1]) || words[1] == "enable"))
        return ServiceCall{words[2].substr(0, words[2].rfind(".service")), {}, isVerb(words[1])};
    if (words.size() == 3 && words[0] == "service" && isVerb(words[2]))
        return ServiceCall{words[1], {}, true};
    constexpr std::string_view scripts = "/etc/init.d/";
    if (words.size() == 2 && words[0].starts_with(scripts) && isVerb(words[1]))
        return ServiceCall{words[0].substr(scripts.size()), {}, true};
    if (words.size() == 2 && (words[0] == "ifup" || words[0] == "/sbin/ifup"))
        return ServiceCall{"networking", words[1] == "--all" ? std::string_view("-a") : words[1], true};
    return std::nullopt;
}

/// A script, cut where a service is started.
class Startup
{
public:
    Startup(Imported &into, NetnsId at, const ImportSource &source, const Position &start, const std::string &tree)
        : m_into(into), m_at(at), m_source(source), m_place(start.file), m_tree(tree), m_start(start.line)
    {
    }

    void run(std::string_view text)
    {
        bool ofEngine = false;
        for (int number = m_start; !text.empty(); ++number) {
            const std::size_t end = std::min(text.find('\n'), text.size());
            const std::string_view line = text.substr(0, end);
            text.remove_prefix(std::min(end + 1, text.size()));
            if (line == kathara_mark::begin || line == kathara_mark::end)
                ofEngine = line == kathara_mark::begin;
            const auto call = ofEngine ? std::nullopt : serviceCall(line);
            if (call) {
                flush();
                start(*call, number);
                continue;
            }
            if (m_chunk.empty())
                m_first = number;
            m_chunk += ofEngine ? std::string_view() : line;
            m_chunk += '\n';
        }
        flush();
    }

private:
    void flush()
    {
        if (!m_chunk.empty())
            runScript(m_into, m_at, m_chunk, m_place, m_first);
        m_chunk.clear();
    }

    void start(const ServiceCall &call, int line)
    {
        if (call.service.empty() || !call.isSwitch)
            return;
        const auto wrong = [&](std::string what) {
            m_into.troubles.push_back({ErrorCode::Input, std::move(what), Position{m_place, line, 1}});
        };
        const bool networking = call.service == "networking";
        if (!networking && call.service != "radvd") {
            wrong(fmt::format("the service {} is not simulated; what it would do is missing", call.service));
            return;
        }
        const std::string file = m_tree + (networking ? "/etc/network/interfaces" : "/etc/radvd.conf");
        const auto found = m_source.files.find(file);
        if (found == m_source.files.end())
            wrong(fmt::format("there is no file {} that says what {} is to do", file, call.service));
        else if (networking)
            bringUpInterfaces(m_into, m_at, found->second, m_source.place(file), call.interface);
        else
            startRadvd(found->second, line);
    }

    void startRadvd(const std::string &configuration, int line)
    {
        const auto outcome =
            model::run(m_into.project, m_at, std::vector<std::string>{"radvd", "-C", substitution(configuration)});
        if (outcome.reply.status != 0)
            m_into.troubles.push_back(
                {ErrorCode::Input, fmt::format("radvd is refused: {}", outcome.reply.err), Position{m_place, line, 1}});
        else if (const auto applied = apply(m_into.project, outcome.edits); !applied)
            m_into.troubles.push_back({ErrorCode::Input, describe(applied.error()), Position{m_place, line, 1}});
    }

    Imported &m_into;
    NetnsId m_at;
    const ImportSource &m_source;
    std::string m_place;
    std::string m_tree;
    std::string m_chunk;
    int m_start;
    int m_first = 1; ///< the number of the chunk's first line
};

} // namespace

void runStartup(Imported &into, NetnsId at, std::string_view text, const Position &start, const ImportSource &source,
                const std::string &tree)
{
    Startup(into, at, source, start, tree).run(text);
}

} // namespace netdraft::model
