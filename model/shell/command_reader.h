#pragma once

#include "model/shell/reader.h"

namespace netdraft::model::shell {

/// Reads commands.
class CommandReader : public WordReader
{
public:
    using WordReader::WordReader;

    /// The commands up to the end of a line that ends them; null at the end of the text, or on an error.
    ListPtr line();
    /// All of them.
    ListPtr whole();

protected:
    ListPtr commandsUntilBracket() override;
    ListPtr commandsOf(const std::string &text, Place place) override;
    void newLine() override;

private:
    /// A here-document whose text begins with the next line.
    struct Awaited {
        std::string delimiter;
        bool quoted = false;
        bool withoutTabs = false;
        std::shared_ptr<Word> text;
        Place place;
    };

    void skipLines();
    bool atReserved(std::string_view word) const;
    bool takeReserved(std::string_view word);
    /// Refuses what stands here in place of `word`, which is to close what began at `opened`.
    bool expect(std::string_view word, std::string_view opener, Place opened);
    bool closes() const;
    void unexpected();
    ListPtr list();
    ListPtr body(std::string_view opener, Place opened);
    AndOr andOr();
    Pipeline pipeline();
    CommandPtr command();
    bool compound(Command &command);
    void simple(Command &command);
    bool defines(Command &command, const Word &name);
    Function function(std::string name);
    std::optional<Assignment> assignment();
    bool redirect(std::vector<Redirect> &redirects);
    void awaitText(Redirect &redirect, bool withoutTabs);
    void readAwaited(const Awaited &awaited);
    If ifCommand(Place opened);
    void forCommand(Command &command, Place opened);
    bool arithmeticFor(Command &command, Place opened);
    While whileCommand(bool until, Place opened);
    Case caseCommand(Place opened);
    Case::Branch branch();
    Word expression(std::size_t length);
    using ConditionPtr = std::shared_ptr<const Condition>;
    ConditionPtr anyOf();
    ConditionPtr allOf();
    ConditionPtr oneOf();
    ConditionPtr comparison();

    std::vector<Awaited> m_awaited;

    friend class WordReader;
};

} // namespace netdraft::model::shell
