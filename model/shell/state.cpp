#include "model/shell/state.h"

namespace netdraft::model::shell {

namespace {

/// hash_string() of bash's hashlib.c, and the buckets of an associative array.
std::uint32_t bucketOf(const std::string &key)
{
    constexpr std::uint32_t offset = 2166136261U;
    constexpr std::uint32_t prime = 16777619U;
    constexpr std::uint32_t buckets = 1024;
    std::uint32_t hash = offset;
    for (const char c : key) {
        hash *= prime;
        hash ^= static_cast<std::uint32_t>(static_cast<int>(c));
    }
    return hash & (buckets - 1);
}

void put(State &state, const char *name, const char *value, bool exported)
{
    Variable variable;
    variable.set = true;
    variable.exported = exported;
    variable.value = value;
    state.variables.emplace(name, std::move(variable));
}

} // namespace

ArrayKey::ArrayKey(std::string key) : bucket(bucketOf(key)), text(std::move(key)) {}

State freshState(std::string where)
{
    State state;
    state.where = std::move(where);
    put(state, "IFS", " \t\n", false);
    put(state, "HOME", "/root", true);
    put(state, "USER", "root", true);
    put(state, "LOGNAME", "root", true);
    put(state, "PATH", "/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin", true);
    put(state, "SHELL", "/bin/bash", true);
    put(state, "PWD", "/root", true);
    put(state, "EUID", "0", false);
    put(state, "UID", "0", false);
    put(state, "HOSTNAME", "host", false);
    put(state, "BASH_VERSION", "5.2.15(1)-release", false);
    put(state, "OPTIND", "1", false);
    put(state, "PPID", "1", false);
    return state;
}

} // namespace netdraft::model::shell
