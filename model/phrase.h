#pragma once

#include <fmt/format.h>

#include <string>
#include <string_view>

namespace netdraft::model {

/// The words for an English sentence of a context in the language that people read now; empty where it has none.
/// May be called from any thread.
using Translate = std::string (*)(const char *context, const char *english);

/// From now on, phrase() asks `translate`; null for English, as in the beginning. What simulated tools and the kernel
/// say, and what is wrong with input, is not for it: that is English everywhere.
void speak(Translate translate);

/// `english` of a context in the language of speak(), its braces filled. Where a translation's braces do not fit the
/// words it stays English.
std::string filled(const char *context, std::string_view english, fmt::format_args words);

/// The sentences of one context, which derives from this and has a `name`. That, as a qualifier, is where `lupdate`
/// takes the context from: `ReasonWords::phrase("{} is down", link)`.
template <typename Context>
class Phrases
{
public:
    /// A sentence for people. A translation may take its words in another order: `{1} … {0}`.
    template <typename... Words>
    static std::string phrase(fmt::format_string<Words...> english, Words &&...words)
    {
        const fmt::string_view text = english;
        return filled(Context::name, {text.data(), text.size()}, fmt::make_format_args(words...));
    }

private:
    friend Context;
    Phrases() = default;
};

/// Why a packet got no further.
struct ReasonWords : Phrases<ReasonWords> {
    static constexpr auto name = "ReasonWords";
};
/// What is wrong with a network.
struct ProblemWords : Phrases<ProblemWords> {
    static constexpr auto name = "ProblemWords";
};
/// What happens to a packet inside of a namespace.
struct StationWords : Phrases<StationWords> {
    static constexpr auto name = "StationWords";
};
/// How a name is found.
struct NameWords : Phrases<NameWords> {
    static constexpr auto name = "NameWords";
};
/// What was probably meant in a terminal.
struct HintWords : Phrases<HintWords> {
    static constexpr auto name = "HintWords";
};
/// What would mend it.
struct MendWords : Phrases<MendWords> {
    static constexpr auto name = "MendWords";
};

/// Marks words of a table, which stay English here, for those who show them to translate.
constexpr std::string_view term(const char * /*context*/, std::string_view english)
{
    return english;
}

} // namespace netdraft::model
