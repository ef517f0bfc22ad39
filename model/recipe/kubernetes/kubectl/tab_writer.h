#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace netdraft::model::kubernetes {

/// Text whose cells end with a tab, set in columns as Go's package text/tabwriter does with a padding of two blanks: a
/// column is as wide as its widest cell among lines that follow each other.
class TabWriter
{
public:
    /// Adds a text, indented by two blanks for each level.
    void write(int level, std::string_view text);
    std::string text() const;

private:
    std::string m_text;
};

} // namespace netdraft::model::kubernetes
