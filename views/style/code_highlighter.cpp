#include "views/style/code_highlighter.h"

#include "views/style/theme.h"

#include <QApplication>
#include <QFileInfo>

#include <algorithm>

namespace netdraft::views {

namespace {

/// Longer lines are left plain: no person reads them, and every pattern walks through them.
constexpr qsizetype longestLine = 2000;

constexpr auto quoted = R"("(?:[^"\\]|\\.)*"|'[^']*')";
constexpr auto hashComment = R"((?:^|\s)(#.*)$)";

} // namespace

Notation notationOf(const QString &fileName)
{
    const QString suffix = QFileInfo(fileName).suffix().toLower();
    struct Known {
        const char *suffixes;
        Notation notation;
    };
    static constexpr Known known[] = {
        {" sh txt startup shutdown batch v4 v6 rules ", Notation::Shell},
        {" yml yaml ", Notation::Yaml},
        {" network netdev link conf ini ", Notation::Ini},
        {" py ", Notation::Python},
        {" xml svg ", Notation::Xml},
        {" dot gv mmd mermaid ", Notation::Graph},
        {" md ", Notation::Markdown},
    };
    for (const Known &one : known) {
        if (!suffix.isEmpty() && QLatin1String(one.suffixes).contains(QString(' ' + suffix + ' ')))
            return one.notation;
    }
    return QFileInfo(fileName).fileName() == QLatin1String("interfaces") ? Notation::Shell : Notation::Plain;
}

CodeHighlighter::CodeHighlighter(QTextDocument *document) : QSyntaxHighlighter(document) {}

void CodeHighlighter::setNotation(Notation notation)
{
    if (notation == m_notation)
        return;
    m_notation = notation;
    m_rules = rulesOf(notation);
    rehighlight();
}

void CodeHighlighter::recolour()
{
    rehighlight();
}

std::vector<CodeHighlighter::Rule> CodeHighlighter::rulesOf(Notation notation)
{
    const auto rule = [](const char *pattern, Ink ink) {
        return Rule{QRegularExpression(QLatin1String(pattern)), ink};
    };
    switch (notation) {
    case Notation::Plain: return {};
    case Notation::Shell:
        return {rule(quoted, Ink::String), rule(hashComment, Ink::Comment),
                rule(R"(\b(if|then|else|elif|fi|for|in|do|done|while|until|case|esac|function|local|readonly)\b)",
                     Ink::Keyword),
                rule(R"(\$\{[^}]*\}|\$\w+|\$[@*#?])", Ink::Name), rule(R"(^\s*([A-Za-z][\w.-]*)\b)", Ink::Keyword)};
    case Notation::Yaml:
        return {rule(R"(^\s*(?:- )?("(?:[^"\\]|\\.)*"|[\w./-]+)\s*:(?=\s|$))", Ink::Keyword), rule(quoted, Ink::String),
                rule(hashComment, Ink::Comment), rule(R"(\b(true|false|null|yes|no)\b)", Ink::Name)};
    case Notation::Ini:
        return {rule(R"(^\s*[#;].*$)", Ink::Comment), rule(R"(^\s*\[[^\]]*\])", Ink::Name),
                rule(R"(^\s*([\w.\[\]/-]+)\s*=)", Ink::Keyword), rule(quoted, Ink::String)};
    case Notation::Python:
        return {
            rule(R"([rbf]?"(?:[^"\\]|\\.)*"|[rbf]?'(?:[^'\\]|\\.)*')", Ink::String), rule(hashComment, Ink::Comment),
            rule(
                R"(\b(def|class|return|if|elif|else|for|in|while|import|from|as|with|try|except|finally|raise|not|and|or|is|None|True|False|lambda|yield|pass)\b)",
                Ink::Keyword),
            rule(R"(\b(\w+)(?=\())", Ink::Name)};
    case Notation::Xml:
        return {rule(R"(<!--.*?-->)", Ink::Comment), rule(R"(</?[\w:-]+|/?>|<\?xml|\?>)", Ink::Keyword),
                rule(R"("[^"]*"|'[^']*')", Ink::String), rule(R"(\b([\w:-]+)(?==))", Ink::Name)};
    case Notation::Graph:
        return {
            rule(quoted, Ink::String), rule(R"(//.*$|%%.*$)", Ink::Comment),
            rule(R"(\b(graph|digraph|subgraph|node|edge|flowchart|end|LR|TB|TD|classDef|class|style)\b)", Ink::Keyword),
            rule(R"(--+>?|->|===?)", Ink::Name)};
    case Notation::Markdown:
        return {rule(R"(^#{1,6} .*$)", Ink::Keyword), rule(R"(`[^`]+`)", Ink::String), rule(R"(^```.*$)", Ink::Comment),
                rule(R"(\*\*[^*]+\*\*)", Ink::Name)};
    }
    return {};
}

QTextCharFormat CodeHighlighter::formatOf(Ink ink)
{
    const Theme &theme = themeOf(QApplication::palette());
    QTextCharFormat format;
    switch (ink) {
    case Ink::Comment:
        format.setForeground(theme.mutedText);
        format.setFontItalic(true);
        break;
    case Ink::String: format.setForeground(theme.ok); break;
    case Ink::Keyword: format.setForeground(theme.accent); break;
    case Ink::Name: format.setForeground(theme.uncertain); break;
    }
    return format;
}

void CodeHighlighter::highlightBlock(const QString &text)
{
    if (text.size() > longestLine)
        return;
    struct Found {
        qsizetype start;
        qsizetype length;
        Ink ink;
    };
    std::vector<Found> all;
    for (const Rule &rule : m_rules) {
        for (auto each = rule.pattern.globalMatch(text); each.hasNext();) {
            const QRegularExpressionMatch match = each.next();
            const int part = match.lastCapturedIndex() > 0 ? 1 : 0;
            if (match.capturedStart(part) >= 0)
                all.push_back({match.capturedStart(part), match.capturedLength(part), rule.ink});
        }
    }
    // What begins first wins: a quote in a comment is no string, and a # in a string no comment.
    std::ranges::stable_sort(all, {}, &Found::start);
    qsizetype end = 0;
    for (const Found &found : all) {
        if (found.start < end)
            continue;
        setFormat(static_cast<int>(found.start), static_cast<int>(found.length), formatOf(found.ink));
        end = found.start + found.length;
    }
}

} // namespace netdraft::views
