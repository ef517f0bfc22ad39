#include "model/exchange/snapshot/nft_listing.h"

#include "model/exchange/snapshot/printed_words.h"

#include <fmt/format.h>

#include <optional>

namespace netdraft::model::snapshot {

namespace {

/// Reads a list line by line; what is deeper than a chain belongs to something else.
class ListingReader
{
public:
    explicit ListingReader(std::string_view text) : m_text(text) {}

    void read(const PrintedLine &line)
    {
        const auto &words = line.words;
        if (words[0].text.starts_with('#'))
            return;
        const bool opens = words.back().text.ends_with('{') && words.back().text.size() == 1;
        if (words[0].text == "}") {
            leave();
        } else if (m_skipped > 0) {
            m_skipped += opens ? 1 : 0;
        } else if (tables.empty() || !m_inTable) {
            if (opens && words[0].text == "table" && words.size() == 4)
                beginTable(words);
        } else if (m_chain.empty() && opens && words[0].text == "chain" && words.size() == 3) {
            m_chain = words[1].text;
            tables.back().commands.push_back(
                {fmt::format("add chain {} {}", tableWords(), m_chain), m_chain, line.offset});
        } else if (m_chain.empty()) {
            if (opens) {
                tables.back().others.push_back(line.offset);
                m_skipped = 1;
            }
        } else {
            readInChain(line);
        }
    }

    void finish()
    {
        if (!m_rules.empty())
            tables.back().commands.insert(tables.back().commands.end(), m_rules.begin(), m_rules.end());
        m_rules.clear();
    }

    std::vector<NftTable> tables;

private:
    std::string tableWords() const { return fmt::format("{} {}", tables.back().family, tables.back().name); }

    void beginTable(const std::vector<Word> &words)
    {
        m_inTable = true;
        tables.push_back({std::string(words[1].text), std::string(words[2].text), words[0].offset, {}, {}});
        tables.back().commands.push_back({"add table " + tableWords(), {}, words[0].offset});
    }

    void leave()
    {
        if (m_skipped > 0) {
            --m_skipped;
        } else if (!m_chain.empty()) {
            m_chain.clear();
        } else {
            finish();
            m_inTable = false;
        }
    }

    void readInChain(const PrintedLine &line)
    {
        const Word &last = line.words.back();
        const std::size_t begin = line.words.front().offset;
        const std::string_view written = m_text.substr(begin, last.offset + last.text.size() - begin);
        if (line.words.front().text == "type")
            tables.back().commands.back().words += fmt::format(" {{ {} }}", written);
        else
            m_rules.push_back({fmt::format("add rule {} {} {}", tableWords(), m_chain, written), m_chain, begin});
    }

    std::string_view m_text;
    bool m_inTable = false;
    std::string m_chain; ///< that is open; empty: none
    int m_skipped = 0;   ///< braces of something else that are open
    std::vector<NftCommand> m_rules;
};

} // namespace

std::vector<NftTable> nftTables(std::string_view text, std::size_t begin, std::size_t end)
{
    ListingReader reader(text);
    for (const PrintedLine &line : printedLines(text, begin, end))
        reader.read(line);
    reader.finish();
    return std::move(reader.tables);
}

} // namespace netdraft::model::snapshot
