#include "model/recipe/kubernetes/kubectl/tab_writer.h"

#include <algorithm>

namespace netdraft::model::kubernetes {

namespace {

using Cells = std::vector<std::string_view>;

std::vector<Cells> cellsOf(std::string_view text)
{
    std::vector<Cells> lines;
    while (!text.empty()) {
        const auto end = std::min(text.find('\n'), text.size());
        std::string_view line = text.substr(0, end);
        text.remove_prefix(std::min(end + 1, text.size()));
        Cells cells;
        while (true) {
            const auto tab = std::min(line.find('\t'), line.size());
            cells.push_back(line.substr(0, tab));
            if (tab == line.size())
                break;
            line.remove_prefix(tab + 1);
        }
        lines.push_back(std::move(cells));
    }
    return lines;
}

class Format
{
public:
    explicit Format(const std::vector<Cells> &lines) : m_lines(lines) { format(0, lines.size()); }
    std::string out;

private:
    void writeLines(std::size_t from, std::size_t to)
    {
        for (std::size_t i = from; i < to; ++i) {
            for (std::size_t j = 0; j < m_lines[i].size(); ++j) {
                const std::string_view cell = m_lines[i][j];
                out += cell;
                if (j < m_widths.size())
                    out += std::string(m_widths[j] - std::min(m_widths[j], cell.size()), ' ');
            }
            out += '\n';
        }
    }

    void format(std::size_t first, std::size_t last)
    {
        constexpr std::size_t padding = 2;
        const std::size_t column = m_widths.size();
        const auto has = [&](std::size_t line) { return column + 1 < m_lines[line].size(); };
        for (std::size_t at = first; at < last; ++at) {
            if (!has(at))
                continue;
            writeLines(first, at);
            first = at;
            std::size_t width = 0;
            bool isEmpty = true;
            for (; at < last && has(at); ++at) {
                width = std::max(width, m_lines[at][column].size() + padding);
                isEmpty = isEmpty && m_lines[at][column].empty();
            }
            m_widths.push_back(isEmpty ? padding : width);
            format(first, at);
            m_widths.pop_back();
            first = at;
        }
        writeLines(first, last);
    }

    const std::vector<Cells> &m_lines;
    std::vector<std::size_t> m_widths;
};

} // namespace

void TabWriter::write(int level, std::string_view text)
{
    m_text += std::string(static_cast<std::size_t>(level) * 2, ' ');
    m_text += text;
}

std::string TabWriter::text() const
{
    const std::vector<Cells> lines = cellsOf(m_text);
    return Format(lines).out;
}

} // namespace netdraft::model::kubernetes
