#include "model/command/text/options.h"

#include <fmt/format.h>

#include <algorithm>

namespace netdraft::model::command {

namespace {

using Value = LongOption::Value;

class Reading
{
public:
    Reading(std::span<const std::string> words, const OptionTable &table) : m_words(words), m_table(table) {}

    GivenOptions read(Permute permute)
    {
        while (m_at < m_words.size() && m_given.trouble.empty()) {
            const std::string &word = m_words[m_at++];
            if (word == "--")
                break;
            if (word.starts_with("--"))
                readLong(word);
            else if (word.size() > 1 && word.front() == '-')
                readLetters(word);
            else if (permute == Permute::Yes)
                m_given.operands.push_back(word);
            else {
                --m_at;
                break;
            }
        }
        for (; m_at < m_words.size(); ++m_at)
            m_given.operands.push_back(m_words[m_at]);
        return std::move(m_given);
    }

private:
    void readLong(std::string_view word)
    {
        const std::size_t equals = word.find('=');
        const std::string_view name = word.substr(2, equals == std::string_view::npos ? equals : equals - 2);
        std::vector<const LongOption *> meant;
        for (const LongOption &option : m_table.longs) {
            if (option.name == name) {
                meant.assign(1, &option);
                break;
            }
            if (option.name.starts_with(name))
                meant.push_back(&option);
        }
        const bool ambiguous = std::ranges::any_of(
            meant, [&](const LongOption *option) { return option->letter != meant.front()->letter; });
        if (meant.empty()) {
            m_given.trouble = fmt::format("unrecognized option '--{}'", word.substr(2));
        } else if (ambiguous) {
            m_given.trouble = fmt::format("option '--{}' is ambiguous; possibilities:", name);
            for (const LongOption *option : meant)
                m_given.trouble += fmt::format(" '--{}'", option->name);
        } else {
            take(*meant.front(),
                 equals == std::string_view::npos ? std::nullopt : std::optional(word.substr(equals + 1)));
        }
    }

    void take(const LongOption &option, std::optional<std::string_view> value)
    {
        if (value && option.value == Value::None)
            m_given.trouble = fmt::format("option '--{}' doesn't allow an argument", option.name);
        else if (value)
            m_given.options.push_back({option.letter, std::string(*value), true});
        else if (option.value != Value::Required)
            m_given.options.push_back({option.letter, {}});
        else if (m_at < m_words.size())
            m_given.options.push_back({option.letter, m_words[m_at++], true});
        else
            m_given.trouble = fmt::format("option '--{}' requires an argument", option.name);
    }

    void readLetters(std::string_view word)
    {
        for (std::size_t i = 1; i < word.size(); ++i) {
            const std::size_t known = word[i] == ':' ? std::string_view::npos : m_table.letters.find(word[i]);
            if (known == std::string_view::npos) {
                m_given.trouble = fmt::format("invalid option -- '{}'", word[i]);
                return;
            }
            if (!m_table.letters.substr(known + 1).starts_with(':')) {
                m_given.options.push_back({word[i], {}});
                continue;
            }
            if (i + 1 < word.size())
                m_given.options.push_back({word[i], std::string(word.substr(i + 1)), true});
            else if (m_at < m_words.size())
                m_given.options.push_back({word[i], m_words[m_at++], true});
            else
                m_given.trouble = fmt::format("option requires an argument -- '{}'", word[i]);
            return;
        }
    }

    std::span<const std::string> m_words;
    const OptionTable &m_table;
    std::size_t m_at = 0;
    GivenOptions m_given;
};

} // namespace

GivenOptions readOptions(std::span<const std::string> words, const OptionTable &table, Permute permute)
{
    return Reading(words, table).read(permute);
}

Reply complaintOfOptions(std::string_view tool, std::string_view trouble, int status)
{
    return {status, {}, fmt::format("{0}: {1}\nTry '{0} --help' for more information.\n", tool, trouble)};
}

} // namespace netdraft::model::command
