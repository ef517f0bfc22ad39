#include "model/command/text/files.h"
#include "model/command/text/text_tools.h"

#include <fmt/format.h>

#include <algorithm>

namespace netdraft::model::command {

std::vector<InputText> inputsOf(const TextCall &call, std::string_view tool, const std::vector<std::string> &files,
                                Reply &reply, const InputComplaints &complaints)
{
    static const std::vector<std::string> inputAlone{"-"};
    std::vector<InputText> texts;
    for (const std::string &file : files.empty() ? inputAlone : files) {
        if (file == "-") {
            if (call.input.data() == nullptr) {
                reply = notSimulated(fmt::format("{} of what is typed until Ctrl-D", tool));
                return {};
            }
            // It is read once, to its end.
            const bool again = std::ranges::find(texts, "-", &InputText::name) != texts.end();
            texts.push_back({file, again ? std::string() : std::string(call.input)});
            continue;
        }
        FileText found = readFile(call.network, call.netns, file);
        if (found.unknown) {
            reply = notSimulated(fmt::format("what the machine has in {}", file));
            return {};
        }
        if (found.good()) {
            texts.push_back({file, std::move(found.text)});
            continue;
        }
        const bool directory = found.error == isDirectory;
        reply.err += fmt::format(fmt::runtime(directory ? complaints.isDirectory : complaints.cannotOpen), tool, file,
                                 found.error) +
                     '\n';
        reply.status = std::max(reply.status, directory ? complaints.directoryStatus : complaints.status);
    }
    return texts;
}

std::vector<std::string_view> linesOf(std::string_view text)
{
    std::vector<std::string_view> lines;
    while (!text.empty()) {
        const std::size_t end = text.find('\n');
        lines.push_back(text.substr(0, end));
        text.remove_prefix(end == std::string_view::npos ? text.size() : end + 1);
    }
    return lines;
}

} // namespace netdraft::model::command
