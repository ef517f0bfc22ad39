#pragma once

#include "model/command/netfilter/extension.h"

#include <fmt/format.h>

#include <algorithm>

namespace netdraft::model::command {

/// An extension in use: what its options made of it so far.
template <typename State>
struct Loaded {
    const Extension<State> *extension;
    State state;
    unsigned given = 0;
};

/// The option's first name, by which messages call it.
inline const OptionRow &firstName(std::span<const OptionRow> options, const OptionRow &option)
{
    return *std::ranges::find(options, option.id, &OptionRow::id);
}

/// xtables_option_parse, and what the extension does.
template <typename State>
void take(Reading &reading, OptionReader &words, Loaded<State> &loaded, const OptionRow &row, const std::string &value,
          bool inverted)
{
    const Extension<State> &extension = *loaded.extension;
    const OptionRow &option = firstName(extension.options, row);
    if (!extension.plain) {
        if ((loaded.given & bit(option.id)) != 0)
            reading.refuse(fmt::format("{}: option \"--{}\" can only be used once.\n", extension.name, option.name));
        if (inverted && !option.inverts)
            reading.refuse(fmt::format("{}: option \"--{}\" cannot be inverted.\n", extension.name, option.name));
    }
    if (reading.refused())
        return;
    extension.take({reading, words, extension.name, option, value, inverted, loaded.given}, loaded.state);
    loaded.given |= bit(option.id);
}

/// xtables_option_mfcall, xtables_options_fcheck
template <typename State>
void finish(Reading &reading, const Loaded<State> &loaded)
{
    const Extension<State> &extension = *loaded.extension;
    if (extension.check)
        extension.check(reading, loaded.state, loaded.given);
    if (extension.plain)
        return;
    const auto given = [&](int id) { return (loaded.given & bit(id)) != 0; };
    for (const OptionRow &option : extension.options) {
        if (option.mandatory && !given(option.id))
            reading.refuse(fmt::format("{}: option \"--{}\" must be specified\n", extension.name, option.name));
        if (!given(option.id))
            continue;
        for (const OptionRow &other : extension.options) {
            if (other.id == option.id)
                continue;
            if ((option.needs & bit(other.id)) != 0 && !given(other.id))
                reading.refuse(fmt::format("{}: option \"--{}\" also requires \"--{}\".\n", extension.name, option.name,
                                           other.name));
            if ((option.excludes & bit(other.id)) != 0 && given(other.id))
                reading.refuse(fmt::format("{}: option \"--{}\" cannot be used together with \"--{}\".\n",
                                           extension.name, option.name, other.name));
        }
    }
}

} // namespace netdraft::model::command
