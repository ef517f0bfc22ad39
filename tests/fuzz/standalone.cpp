// The driver of the fuzz targets where there is no libFuzzer: tries what stands in a folder, then what chance makes of
// it, the same for the same seed. usage: fuzz_FORM FOLDER INPUTS SEED [FILE…]   with files, tries these alone

#include "tests/fuzz/target.h"

#include <fmt/format.h>

#include <algorithm>
#include <csignal>
#include <cstdio>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <random>
#include <string>
#include <unistd.h>
#include <vector>

namespace {

namespace fs = std::filesystem;

/// Numbers by chance, the same ones for the same seed.
class Draw
{
public:
    explicit Draw(std::uint64_t seed) : m_engine(seed) {}
    /// Both ends may be drawn.
    std::size_t between(std::size_t first, std::size_t last) { return first + m_engine() % (last - first + 1); }
    char byte() { return static_cast<char>(between(0, 255)); }
    template <typename T>
    const T &pick(const std::vector<T> &list)
    {
        return list[between(0, list.size() - 1)];
    }

private:
    std::mt19937_64 m_engine;
};

constexpr unsigned patience = 30; ///< seconds for one input, on a busy machine without optimisation
constexpr std::size_t longest = 1 << 16;

std::string current; ///< what is being tried, for who dies of it

std::string readAll(const fs::path &path)
{
    std::ifstream file(path, std::ios::binary);
    return {std::istreambuf_iterator<char>(file), {}};
}

/// Leaves the input behind, and dies of the signal as one would without this.
void keepInput(int signal)
{
    const char name[] = "broken-" NETDRAFT_FUZZ_FORM;
    std::ofstream(name, std::ios::binary) << current;
    fmt::print(stderr, "the input is kept in {}\n", name);
    std::signal(signal, SIG_DFL);
    std::raise(signal);
}

void tryOne(const std::string &input)
{
    current = input;
    ::alarm(patience);
    LLVMFuzzerTestOneInput(reinterpret_cast<const std::uint8_t *>(input.data()), input.size());
    ::alarm(0);
}

std::size_t placeIn(Draw &draw, const std::string &text)
{
    return draw.between(0, text.size());
}

/// Numbers and signs that matter in one of the forms.
const std::vector<std::string> telling{"0",
                                       "-1",
                                       "4294967296",
                                       "1e309",
                                       "{",
                                       "}",
                                       "[",
                                       "]",
                                       "\"",
                                       "'",
                                       "$(",
                                       "`",
                                       "<<EOF\n",
                                       "\n",
                                       ":",
                                       "/33",
                                       "::",
                                       "=== ",
                                       "- ",
                                       "\t",
                                       "255.255.255.255",
                                       "while true; do "};

/// Changes a text in one place, as files are damaged or typed wrong.
void change(Draw &draw, std::string &text, const std::vector<std::string> &seeds)
{
    const std::size_t at = placeIn(draw, text);
    switch (draw.between(0, 6)) {
    case 0: text.insert(at, 1, draw.byte()); break;
    case 1: text.erase(at, draw.between(1, 16)); break;
    case 2:
        if (at < text.size())
            text[at] = draw.byte();
        break;
    case 3: text.resize(at); break;
    case 4: {
        const std::string &other = draw.pick(seeds);
        text.insert(at, other.substr(placeIn(draw, other), draw.between(1, 64)));
        break;
    }
    case 5: text.insert(at, text.substr(placeIn(draw, text), draw.between(1, 200))); break;
    default: text.insert(at, draw.pick(telling)); break;
    }
    if (text.size() > longest)
        text.resize(longest);
}

} // namespace

int main(int count, char **words)
{
    if (count < 4) {
        fmt::print(stderr, "usage: {} FOLDER INPUTS SEED [FILE...]\n", words[0]);
        return 2;
    }
    for (const int signal : {SIGABRT, SIGSEGV, SIGALRM, SIGFPE, SIGBUS})
        std::signal(signal, keepInput);
    if (count > 4) {
        for (int i = 4; i < count; ++i)
            tryOne(readAll(words[i]));
        return 0;
    }
    std::vector<std::string> seeds;
    for (const auto &entry : fs::directory_iterator(words[1]))
        seeds.push_back(readAll(entry.path()));
    if (seeds.empty()) {
        fmt::print(stderr, "there is no input in {}\n", words[1]);
        return 2;
    }
    std::ranges::sort(seeds); // a folder lists in no order
    const std::uint64_t seed = std::strtoull(words[3], nullptr, 10);
    Draw draw(seed);
    const std::size_t inputs = std::strtoull(words[2], nullptr, 10);
    for (const std::string &one : seeds)
        tryOne(one);
    std::size_t tried = seeds.size();
    for (; tried < inputs; ++tried) {
        std::string text = draw.pick(seeds);
        for (std::size_t changes = draw.between(1, 8); changes > 0; --changes)
            change(draw, text, seeds);
        tryOne(text);
    }
    fmt::print("FUZZ: {} inputs tried, {} of them kept ones; seed {}\n", tried, seeds.size(), seed);
    return 0;
}
