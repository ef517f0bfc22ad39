#include "model/command/nft/tokens.h"

namespace netdraft::model::command::nfttool {

namespace {

constexpr std::string_view symbols = "{};,&|^+=!<>()@$~";

bool isBlank(char c)
{
    return c == ' ' || c == '\t' || c == '\r';
}

bool endsWord(char c)
{
    return isBlank(c) || c == '\n' || c == '"' || c == '#' || symbols.find(c) != symbols.npos;
}

} // namespace

std::vector<Token> tokensOf(std::string_view text)
{
    using Kind = Token::Kind;
    std::vector<Token> tokens;
    std::size_t at = 0;
    const auto take = [&](Kind kind, std::size_t length) {
        tokens.push_back({kind, std::string(text.substr(at, length)), {at, at + length}});
        at += length;
    };
    while (at < text.size()) {
        const char c = text[at];
        const bool continued = c == '\\' && at + 1 < text.size() && text[at + 1] == '\n';
        if (isBlank(c)) {
            ++at;
        } else if (continued) {
            at += 2;
        } else if (c == '\n') {
            take(Kind::NewLine, 1);
        } else if (c == '#') {
            at = std::min(text.find('\n', at), text.size());
        } else if (c == '"') {
            const std::size_t end = std::min(text.find('"', at + 1), text.size());
            tokens.push_back({Kind::Quoted, std::string(text.substr(at + 1, end - at - 1)), {at, end + 1}});
            at = end + 1;
        } else if ((c == '!' || c == '=') && at + 1 < text.size() && text[at + 1] == '=') {
            take(Kind::Symbol, 2);
        } else if (symbols.find(c) != symbols.npos) {
            take(Kind::Symbol, 1);
        } else {
            std::size_t end = at + 1;
            while (end < text.size() && !endsWord(text[end]))
                ++end;
            take(Kind::Word, end - at);
        }
    }
    tokens.push_back({Kind::End, {}, {text.size(), text.size()}});
    return tokens;
}

} // namespace netdraft::model::command::nfttool
