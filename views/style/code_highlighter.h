#pragma once

#include <QRegularExpression>
#include <QSyntaxHighlighter>

#include <vector>

namespace netdraft::views {

/// The notation of a text, as far as its colours go.
enum class Notation { Plain, Shell, Yaml, Ini, Python, Xml, Graph, Markdown };

/// The notation of a file, by its name.
Notation notationOf(const QString &fileName);

/// Colours comments, strings, keywords and names of a text, in the theme of the application: enough to read a script,
/// not a compiler's view of it. (KSyntaxHighlighting has no package for Qt 6 in Debian 12.)
class CodeHighlighter : public QSyntaxHighlighter
{
    Q_OBJECT

public:
    explicit CodeHighlighter(QTextDocument *document);

    void setNotation(Notation notation);
    Notation notation() const { return m_notation; }
    /// Takes the theme of the application anew.
    void recolour();

    enum class Ink { Comment, String, Keyword, Name };

protected:
    void highlightBlock(const QString &text) override;

private:
    struct Rule {
        QRegularExpression pattern; ///< what it captures first is coloured, or all of it
        Ink ink;
    };

    Notation m_notation = Notation::Plain;
    std::vector<Rule> m_rules; ///< where two begin at the same place, the first has it

    static std::vector<Rule> rulesOf(Notation notation);
    static QTextCharFormat formatOf(Ink ink);
};

} // namespace netdraft::views
