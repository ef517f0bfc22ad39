#include "model/names/corefile.h"

#include <fmt/format.h>

#include <algorithm>
#include <map>

namespace netdraft::model::names {

namespace {

struct CorefileToken {
    std::string text;
    std::string file;
    int line = 0;
};

/// Words between blanks; `"` quotes with `\"` inside; `#` at the start of a word begins a comment; `{$NAME}` and
/// `{%NAME%}` are environment variables (caddyfile's lexer).
std::vector<CorefileToken> tokensOf(std::string_view text, const std::string &file)
{
    std::vector<CorefileToken> tokens;
    int line = 1;
    std::size_t at = 0;
    const auto isBlank = [](char c) { return c == ' ' || c == '\t' || c == '\r' || c == '\n'; };
    while (at < text.size()) {
        if (text[at] == '\n')
            ++line;
        if (isBlank(text[at])) {
            ++at;
            continue;
        }
        if (text[at] == '#') {
            while (at < text.size() && text[at] != '\n')
                ++at;
            continue;
        }
        CorefileToken token{{}, file, line};
        if (text[at] == '"') {
            for (++at; at < text.size() && text[at] != '"'; ++at) {
                if (text[at] == '\\' && at + 1 < text.size() && text[at + 1] == '"')
                    ++at;
                line += text[at] == '\n' ? 1 : 0;
                token.text += text[at];
            }
            ++at;
        } else {
            while (at < text.size() && !isBlank(text[at]))
                token.text += text[at++];
        }
        for (const auto &[open, close] : {std::pair<std::string_view, std::string_view>("{$", "}"), {"{%", "%}"}}) {
            for (auto start = token.text.find(open); start != std::string::npos; start = token.text.find(open)) {
                const auto end = token.text.find(close, start);
                if (end == std::string::npos)
                    break;
                token.text.erase(start, end + close.size() - start);
            }
        }
        tokens.push_back(std::move(token));
    }
    return tokens;
}

class CorefileReading
{
public:
    CorefileReading(const Network &network, const Netns &netns, std::vector<CorefileToken> tokens)
        : m_network(network), m_netns(netns), m_tokens(std::move(tokens))
    {
    }

    std::expected<std::vector<CorefileBlock>, std::string> read()
    {
        std::vector<CorefileBlock> blocks;
        while (m_at < m_tokens.size() && m_error.empty()) {
            CorefileBlock block;
            if (!readBlock(block))
                break;
            if (block.keys.size() == 1 && block.keys.front().starts_with('(') && block.keys.front().ends_with(')'))
                continue; // a snippet, which is kept
            blocks.push_back(std::move(block));
        }
        if (!m_error.empty())
            return std::unexpected(m_error);
        return blocks;
    }

private:
    bool refuse(std::string_view what)
    {
        const CorefileToken &token = m_tokens[std::min(m_at, m_tokens.size() - 1)];
        m_error = fmt::format("{}:{} - Error during parsing: {}", token.file, token.line, what);
        return false;
    }

    bool readBlock(CorefileBlock &block)
    {
        if (!readKeys(block))
            return false;
        if (m_at >= m_tokens.size() || m_tokens[m_at].text != "{")
            return true; // a block without braces, to the end of the file: its keys alone
        ++m_at;
        const std::string &first = block.keys.front();
        if (block.keys.size() == 1 && first.starts_with('(') && first.ends_with(')'))
            return keepSnippet(first.substr(1, first.size() - 2));
        while (m_at < m_tokens.size()) {
            if (m_tokens[m_at].text == "}") {
                ++m_at;
                return true;
            }
            if (m_tokens[m_at].text == "import") {
                if (!import())
                    return false;
                continue;
            }
            if (!readDirective(block))
                return false;
        }
        return refuse("Unexpected EOF, expecting '}'");
    }

    bool readKeys(CorefileBlock &block)
    {
        bool expectsAnother = false;
        while (m_at < m_tokens.size()) {
            std::string key = m_tokens[m_at].text;
            if (key == "import" && isFirstOfLine(m_at)) {
                if (!import())
                    return false;
                continue;
            }
            if (key == "{") {
                if (expectsAnother)
                    return refuse("Expected another address but had '{' - check for extra comma");
                return !block.keys.empty() || refuse("Expected address but had '{'");
            }
            expectsAnother = key.ends_with(',');
            if (expectsAnother)
                key.pop_back();
            if (!key.empty())
                block.keys.push_back(std::move(key));
            ++m_at;
            if (!expectsAnother && m_at < m_tokens.size() && isFirstOfLine(m_at) && m_tokens[m_at].text != "{")
                return refuse(fmt::format("Unknown directive '{}'", m_tokens[m_at].text));
        }
        return !block.keys.empty() || refuse("Unexpected EOF");
    }

    bool isFirstOfLine(std::size_t at) const
    {
        return at == 0 || m_tokens[at].line != m_tokens[at - 1].line || m_tokens[at].file != m_tokens[at - 1].file;
    }

    bool keepSnippet(const std::string &name)
    {
        std::vector<CorefileToken> &held = m_snippets[name];
        for (int depth = 1; m_at < m_tokens.size(); ++m_at) {
            depth += m_tokens[m_at].text == "{" ? 1 : m_tokens[m_at].text == "}" ? -1 : 0;
            if (depth == 0) {
                ++m_at;
                return true;
            }
            held.push_back(m_tokens[m_at]);
        }
        return refuse("Unexpected EOF, expecting '}'");
    }

    /// Puts the tokens of a snippet or of a file in the place of `import NAME`.
    bool import()
    {
        constexpr int mostImports = 100;
        const std::size_t start = m_at++;
        if (m_at >= m_tokens.size() || isFirstOfLine(m_at))
            return refuse("Wrong argument count or unexpected line ending after 'import'");
        const CorefileToken named = m_tokens[m_at];
        std::vector<CorefileToken> taken;
        if (const auto snippet = m_snippets.find(named.text); snippet != m_snippets.end()) {
            taken = snippet->second;
        } else {
            const auto slash = named.file.rfind('/');
            const std::string path = named.text.starts_with('/') || slash == std::string::npos
                                         ? named.text
                                         : named.file.substr(0, slash + 1) + named.text;
            const auto text = fileOf(m_network, m_netns, path);
            if (!text)
                return refuse(fmt::format("File to import not found: {}", named.text));
            taken = tokensOf(*text, path);
        }
        if (++m_imports > mostImports)
            return refuse("too many imports");
        m_tokens.erase(m_tokens.begin() + static_cast<std::ptrdiff_t>(start),
                       m_tokens.begin() + static_cast<std::ptrdiff_t>(m_at) + 1);
        m_tokens.insert(m_tokens.begin() + static_cast<std::ptrdiff_t>(start), taken.begin(), taken.end());
        m_at = start;
        return true;
    }

    bool readDirective(CorefileBlock &block)
    {
        CorefileDirective made{m_tokens[m_at].text, {}, {}, m_tokens[m_at].file, m_tokens[m_at].line};
        for (++m_at; m_at < m_tokens.size() && !isFirstOfLine(m_at); ++m_at) {
            if (m_tokens[m_at].text == "{" && (m_at + 1 >= m_tokens.size() || isFirstOfLine(m_at + 1))) {
                ++m_at;
                if (!readOwnBlock(made))
                    return false;
                break;
            }
            if (m_tokens[m_at].text == "}")
                break;
            made.arguments.push_back(m_tokens[m_at].text);
        }
        block.directives.push_back(std::move(made));
        return true;
    }

    bool readOwnBlock(CorefileDirective &directive)
    {
        int depth = 1;
        for (; m_at < m_tokens.size(); ++m_at) {
            const std::string &text = m_tokens[m_at].text;
            depth += text == "{" ? 1 : text == "}" ? -1 : 0;
            if (depth == 0) {
                ++m_at;
                return true;
            }
            if (isFirstOfLine(m_at) || directive.block.empty())
                directive.block.emplace_back();
            directive.block.back().push_back(text);
        }
        return refuse("Unexpected EOF, expecting '}'");
    }

    const Network &m_network;
    const Netns &m_netns;
    std::vector<CorefileToken> m_tokens;
    std::map<std::string, std::vector<CorefileToken>, std::less<>> m_snippets;
    std::size_t m_at = 0;
    int m_imports = 0;
    std::string m_error;
};

} // namespace

std::expected<std::vector<CorefileBlock>, std::string> readCorefile(const Network &network, const Netns &netns,
                                                                    std::string_view path, std::string_view text)
{
    auto tokens = tokensOf(text, std::string(path));
    if (tokens.empty())
        return std::vector<CorefileBlock>();
    return CorefileReading(network, netns, std::move(tokens)).read();
}

} // namespace netdraft::model::names
