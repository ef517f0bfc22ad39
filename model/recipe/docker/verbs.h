#pragma once

#include "model/recipe/docker/machine.h"

#include <span>

namespace netdraft::model::docker {

using Words = std::span<const std::string>;

/// What a verb says, and how it ends; what it did is with the machine.
struct Said {
    int status = 0;
    std::string out;
    std::string err;
};

/// The flags of a verb, of which several may stand before its other words.
struct Flags {
    std::string error; ///< of the first that is not understood
    bool help = false;
    std::vector<std::pair<std::string, std::string>> given; ///< by their long names
    std::vector<std::string> rest;

    bool has(std::string_view name) const;
    std::string value(std::string_view name) const;
    std::vector<std::string> values(std::string_view name) const;
};
/// `known` is words such as `-p,--publish=` with `=` where a value follows. Where `toCommand`, flags end at the first
/// other word.
enum class Until : bool { End, Command };
Flags readFlags(Words words, std::string_view known, Until until);

/// What a verb says of words that are too many or too few.
Said usage(std::string_view verb, std::string_view needs, std::string_view form, std::string_view purpose);

/// Takes names for a container, and whom it asks for others, from the flags of `docker run`; an error is what the
/// command line says of one.
Expected<void> readNames(const Machine &machine, Container &container, const Flags &flags);

Said runVerb(Machine &machine, Words words, bool starts, Starter starter);
Said startVerb(Machine &machine, Words words, Starter starter);
Said stopVerb(Machine &machine, Words words, std::string_view verb, Starter starter);
Said removeVerb(Machine &machine, Words words);
Said renameVerb(Machine &machine, Words words);
Said networkVerb(Machine &machine, Words words);

Said listContainers(const Machine &machine, Words words);
Said portVerb(const Machine &machine, Words words);
Said inspectVerb(const Machine &machine, Words words);
Said listNetworks(const Machine &machine, Words words);
Said inspectNetworks(const Machine &machine, Words words);

/// `80/tcp -> …` as `docker ps` shows the ports of a container.
std::string portsText(const Container &container);

/// Reads a value of `-p`; an error is what the command line says.
Expected<std::vector<Port>> readPorts(const std::string &text);

/// What Go says of a name that Docker does not take, or nothing.
std::string invalidName(std::string_view name);

} // namespace netdraft::model::docker
