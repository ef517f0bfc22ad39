#include "model/shell/parser.h"

#include "model/shell/command_reader.h"

namespace netdraft::model::shell {

class Parser::Reader : public CommandReader
{
public:
    using CommandReader::CommandReader;
};

Parser::Parser(std::string_view text, Place start) : m_reader(std::make_unique<Reader>(text, start)) {}

Parser::~Parser() = default;

std::expected<ListPtr, SyntaxError> Parser::next()
{
    ListPtr commands = m_reader->line();
    if (m_reader->failed())
        return std::unexpected(m_reader->error());
    return commands;
}

bool isUnfinished(std::string_view text)
{
    if (text.ends_with('\\') && !text.ends_with("\\\\"))
        return true;
    Parser parser(text);
    while (true) {
        const auto commands = parser.next();
        if (!commands)
            return commands.error().unfinished;
        if (!*commands)
            return false;
    }
}

std::expected<Word, SyntaxError> parseText(std::string_view text, Place start)
{
    CommandReader reader(text, start);
    Word word = reader.text();
    if (reader.failed())
        return std::unexpected(reader.error());
    return word;
}

} // namespace netdraft::model::shell
