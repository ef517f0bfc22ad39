#pragma once

#include "model/shell/interpreter.h"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <map>

namespace netdraft::tests {

/// A world without a network: files, a command `say` that prints its words, `there PLACE CMD` that runs another
/// elsewhere, `refuse`, which does nothing with an error, `grow`, which changes something each time, and `hang`, which
/// never ends.
class PlainWorld : public model::shell::World
{
public:
    std::map<std::string, std::string> files;
    std::string out;
    std::string err;
    std::vector<std::string> diagnoses; ///< `LINE:COLUMN: …`
    std::vector<std::string> opened;
    int ends = 0;

    model::shell::Ran run(std::span<const std::string> words, std::string_view input, const std::string &where) override
    {
        model::shell::Ran ran;
        if (words[0] == "say") {
            ran.out = fmt::format("{}: {}\n", where, fmt::join(words.subspan(1), "|"));
        } else if (words[0] == "upper") {
            for (const char c : input)
                ran.out += static_cast<char>(c >= 'a' && c <= 'z' ? c - 'a' + 'A' : c);
            ran.consumed = true;
        } else if (words[0] == "refuse") {
            ran = {1, {}, "refused\n", true, false, false, false};
        } else if (words[0] == "cat") {
            ran = {1, {}, "cat: " + words.back() + ": No such file or directory\n", false, false, false, false};
        } else if (words[0] == "no") {
            ran.status = 1;
        } else if (words[0] == "grow") {
            ++m_changes;
        } else if (words[0] == "hang") {
            ran.endless = true;
        } else if (words[0] != "sleep") {
            ran = {127, {}, words[0] + " is not simulated\n", false, true, false, false};
        }
        return ran;
    }
    std::optional<model::shell::Entered> enters(std::span<const std::string> words, const std::string &where) override
    {
        if (words.size() > 1 && words[0] == "there")
            return model::shell::Entered{2, words[1]};
        if (words[0] == "sudo")
            return model::shell::Entered{1, where};
        return std::nullopt;
    }
    bool knows(std::string_view command) const override { return command == "say" || command == "refuse"; }
    std::optional<std::string> readFile(const std::string &path, const std::string &) override
    {
        const auto found = files.find(path);
        return found == files.end() ? std::nullopt : std::optional(found->second);
    }
    model::Result<void> writeFile(const std::string &path, std::string_view text, Writing how,
                                  const std::string &) override
    {
        if (path.starts_with("/proc/") && !text.empty())
            return model::fail(model::ErrorCode::ToolOther, "Invalid argument");
        if (path.starts_with("/none/"))
            return model::fail(model::ErrorCode::ToolOther, "No such file or directory");
        ++m_changes;
        files[path] = (how == Writing::Anew ? std::string() : files[path]) + std::string(text);
        return {};
    }
    bool isDirectory(const std::string &path, const std::string &) override { return path == "/tmp"; }
    std::vector<std::string> matches(std::string_view, const std::string &) override { return {}; }
    void print(Stream stream, std::string_view text) override { (stream == Stream::Out ? out : err) += text; }
    void diagnose(const model::Position &position, std::string what) override
    {
        diagnoses.push_back(fmt::format("{}:{}: {}", position.line, position.column, what));
    }
    void beginEnd() override { ++ends; }
    void openShell(const std::string &where) override { opened.push_back(where); }
    std::uint64_t changes() const override { return m_changes; }

private:
    std::uint64_t m_changes = 0;
};

} // namespace netdraft::tests
