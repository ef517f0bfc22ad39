#pragma once

#include "model/command/command.h"
#include "model/network/ruleset.h"

namespace netdraft::model::command {

/// A call of iptables or ip6tables being read, with its first complaint: that one ended the tool, so whatever is read
/// after it does not matter.
struct Reading {
    Family family = Family::Ipv4;
    std::optional<netfilter::ProtocolMatch> protocol; ///< as far as it is read
    std::optional<Reply> refusal;
    std::string warnings; ///< on stderr, although all is well

    std::string_view tool() const { return family == Family::Ipv4 ? "iptables" : "ip6tables"; }
    bool refused() const { return refusal.has_value(); }
    /// `iptables v1.8.9 (nf_tables): MESSAGE`, where to find help, and status 2.
    void refuse(std::string_view message);
    /// The same without help: status 1, or 3 for what the version does not have.
    void refuseOtherwise(std::string_view message, int status);
    /// A complaint without the tool's name, and help.
    void refuseBadly(std::string_view message);

private:
    std::string help() const;
};

/// An option that an extension has.
struct OptionRow {
    std::string_view name;
    int id = 0;
    bool argument = true;
    bool inverts = false;
    bool mandatory = false;
    unsigned excludes = 0; ///< bits of other ids
    unsigned needs = 0;
};

/// Takes the words one by one as getopt_long(3) does, when told to keep their order.
class OptionReader
{
public:
    explicit OptionReader(std::span<const std::string> words) : m_words(words) {}

    enum class Kind : std::uint8_t {
        End,
        Letter,    ///< an option of iptables itself, short or long
        Extension, ///< of one of the option lists given
        Plain,     ///< no option
        Unknown,
        NoArgument, ///< the one that it needs
    };
    struct Item {
        Kind kind = Kind::End;
        char letter = 0;
        std::size_t list = 0; ///< of Extension: which of the lists,
        const OptionRow *row = nullptr;
        std::optional<std::string> argument; ///< of Plain the word
        std::string word;                    ///< as written
    };
    /// The next option; the first of two lists with the same name wins.
    Item next(std::span<const std::span<const OptionRow>> lists);
    /// Takes back an item that was Unknown.
    void takeBack() { --m_at; }

    /// Whether a further argument follows: a word that begins with neither `-` nor `!` (xs_has_arg).
    bool hasArgument() const;
    std::string take() { return m_words[m_at++]; }
    bool more() const { return m_at < m_words.size(); }

private:
    Item longOption(std::span<const std::span<const OptionRow>> lists);
    Item shortOption();

    std::span<const std::string> m_words;
    std::size_t m_at = 0;
    std::size_t m_inWord = 0; ///< in a word of several letters, the next; 0: at the start of a word
};

} // namespace netdraft::model::command
