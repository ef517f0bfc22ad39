#include "model/exchange/shell_script.h"

#include "model/terminal/terminal.h"

#include <fmt/format.h>

namespace netdraft::model {

void runScript(Imported &into, NetnsId at, std::string_view text, const std::string &file, int line)
{
    for (; !text.empty(); ++line) {
        const auto end = std::min(text.find('\n'), text.size());
        const std::string_view typed = text.substr(0, end);
        text.remove_prefix(std::min(end + 1, text.size()));
        const auto words = splitWords(typed);
        if (!words) {
            into.troubles.push_back({ErrorCode::Input, words.error().subject, Position{file, line, 1}});
            continue;
        }
        if (words->empty() || words->front().starts_with('#'))
            continue;
        const Outcome outcome = run(into.project, at, *words);
        if (outcome.reply.status != 0) {
            into.troubles.push_back({ErrorCode::Input, fmt::format("this command is refused: {}", outcome.reply.err),
                                     Position{file, line, 1}});
            continue;
        }
        if (const auto applied = apply(into.project, outcome.edits); !applied)
            into.troubles.push_back({ErrorCode::Input, describe(applied.error()), Position{file, line, 1}});
    }
}

} // namespace netdraft::model
