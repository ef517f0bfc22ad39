#include "model/recipe/sha2.h"

#include <fmt/format.h>

#include <bit>

namespace netdraft::model {

namespace {

/// The first bits of the fractions of the cube roots of the first 80 primes.
constexpr std::array<std::uint64_t, 80> roundConstants{
    0x428a2f98d728ae22, 0x7137449123ef65cd, 0xb5c0fbcfec4d3b2f, 0xe9b5dba58189dbbc, 0x3956c25bf348b538,
    0x59f111f1b605d019, 0x923f82a4af194f9b, 0xab1c5ed5da6d8118, 0xd807aa98a3030242, 0x12835b0145706fbe,
    0x243185be4ee4b28c, 0x550c7dc3d5ffb4e2, 0x72be5d74f27b896f, 0x80deb1fe3b1696b1, 0x9bdc06a725c71235,
    0xc19bf174cf692694, 0xe49b69c19ef14ad2, 0xefbe4786384f25e3, 0x0fc19dc68b8cd5b5, 0x240ca1cc77ac9c65,
    0x2de92c6f592b0275, 0x4a7484aa6ea6e483, 0x5cb0a9dcbd41fbd4, 0x76f988da831153b5, 0x983e5152ee66dfab,
    0xa831c66d2db43210, 0xb00327c898fb213f, 0xbf597fc7beef0ee4, 0xc6e00bf33da88fc2, 0xd5a79147930aa725,
    0x06ca6351e003826f, 0x142929670a0e6e70, 0x27b70a8546d22ffc, 0x2e1b21385c26c926, 0x4d2c6dfc5ac42aed,
    0x53380d139d95b3df, 0x650a73548baf63de, 0x766a0abb3c77b2a8, 0x81c2c92e47edaee6, 0x92722c851482353b,
    0xa2bfe8a14cf10364, 0xa81a664bbc423001, 0xc24b8b70d0f89791, 0xc76c51a30654be30, 0xd192e819d6ef5218,
    0xd69906245565a910, 0xf40e35855771202a, 0x106aa07032bbd1b8, 0x19a4c116b8d2d0c8, 0x1e376c085141ab53,
    0x2748774cdf8eeb99, 0x34b0bcb5e19b48a8, 0x391c0cb3c5c95a63, 0x4ed8aa4ae3418acb, 0x5b9cca4f7763e373,
    0x682e6ff3d6b2b8a3, 0x748f82ee5defb2fc, 0x78a5636f43172f60, 0x84c87814a1f0ab72, 0x8cc702081a6439ec,
    0x90befffa23631e28, 0xa4506cebde82bde9, 0xbef9a3f7b2c67915, 0xc67178f2e372532b, 0xca273eceea26619c,
    0xd186b8c721c0c207, 0xeada7dd6cde0eb1e, 0xf57d4f7fee6ed178, 0x06f067aa72176fba, 0x0a637dc5a2c898a6,
    0x113f9804bef90dae, 0x1b710b35131c471b, 0x28db77f523047d84, 0x32caab7b40c72493, 0x3c9ebe0a15c9bebc,
    0x431d67c49c100d4c, 0x4cc5d4becb3e42b6, 0x597f299cfc657e2a, 0x5fcb6fab3ad6faec, 0x6c44198c4a475817,
};
/// The same of the square roots of the first eight.
constexpr std::array<std::uint64_t, 8> start{
    0x6a09e667f3bcc908, 0xbb67ae8584caa73b, 0x3c6ef372fe94f82b, 0xa54ff53a5f1d36f1,
    0x510e527fade682d1, 0x9b05688c2b3e6c1f, 0x1f83d9abfb41bd6b, 0x5be0cd19137e2179,
};

/// What the two digests differ in: the width of a word, how often it is mixed, and by how much words are turned.
/// SHA-256 has the upper halves of the constants of SHA-512.
struct Sha256 {
    using Word = std::uint32_t;
    static constexpr std::size_t rounds = 64;
    static constexpr std::array<int, 3> early{7, 18, 3}; ///< the last of these is a shift
    static constexpr std::array<int, 3> late{17, 19, 10};
    static constexpr std::array<int, 3> first{6, 11, 25};
    static constexpr std::array<int, 3> second{2, 13, 22};
};
struct Sha512 {
    using Word = std::uint64_t;
    static constexpr std::size_t rounds = 80;
    static constexpr std::array<int, 3> early{1, 8, 7};
    static constexpr std::array<int, 3> late{19, 61, 6};
    static constexpr std::array<int, 3> first{14, 18, 41};
    static constexpr std::array<int, 3> second{28, 34, 39};
};

template <typename Digest>
constexpr typename Digest::Word constantOf(std::uint64_t value)
{
    return static_cast<typename Digest::Word>(value >> (64 - 8 * sizeof(typename Digest::Word)));
}

template <typename Word>
Word shuffled(Word word, const std::array<int, 3> &by)
{
    return std::rotr(word, by[0]) ^ std::rotr(word, by[1]) ^ word >> by[2];
}

template <typename Word>
Word turned(Word word, const std::array<int, 3> &by)
{
    return std::rotr(word, by[0]) ^ std::rotr(word, by[1]) ^ std::rotr(word, by[2]);
}

/// Takes one block into account.
template <typename Digest>
void compress(std::array<typename Digest::Word, 8> &state, std::string_view block)
{
    using Word = typename Digest::Word;
    std::array<Word, Digest::rounds> schedule{};
    for (std::size_t i = 0; i < block.size(); ++i)
        schedule[i / sizeof(Word)] = schedule[i / sizeof(Word)] << 8 | static_cast<unsigned char>(block[i]);
    for (std::size_t i = 16; i < schedule.size(); ++i)
        schedule[i] = schedule[i - 16] + schedule[i - 7] + shuffled(schedule[i - 15], Digest::early) +
                      shuffled(schedule[i - 2], Digest::late);
    auto [a, b, c, d, e, f, g, h] = state;
    for (std::size_t i = 0; i < schedule.size(); ++i) {
        const Word first =
            h + turned(e, Digest::first) + ((e & f) ^ (~e & g)) + constantOf<Digest>(roundConstants[i]) + schedule[i];
        const Word second = turned(a, Digest::second) + ((a & b) ^ (a & c) ^ (b & c));
        h = g;
        g = f;
        f = e;
        e = d + first;
        d = c;
        c = b;
        b = a;
        a = first + second;
    }
    const std::array<Word, 8> added{a, b, c, d, e, f, g, h};
    for (std::size_t i = 0; i < state.size(); ++i)
        state[i] += added[i];
}

template <typename Digest>
std::array<typename Digest::Word, 8> digestOf(std::string_view text)
{
    using Word = typename Digest::Word;
    constexpr std::size_t blockBytes = 16 * sizeof(Word);
    std::string padded(text);
    padded += '\x80';
    while (padded.size() % blockBytes != blockBytes - 2 * sizeof(Word))
        padded += '\0';
    padded.append(2 * sizeof(Word) - 8, '\0'); // the upper half of a length of 128 bits
    for (int shift = 56; shift >= 0; shift -= 8)
        padded += static_cast<char>(std::uint64_t{text.size()} * 8 >> shift & 0xff);
    std::array<Word, 8> state{};
    for (std::size_t i = 0; i < state.size(); ++i)
        state[i] = constantOf<Digest>(start[i]);
    for (std::size_t at = 0; at < padded.size(); at += blockBytes)
        compress<Digest>(state, std::string_view(padded).substr(at, blockBytes));
    return state;
}

} // namespace

std::array<std::uint32_t, 8> sha256(std::string_view text)
{
    return digestOf<Sha256>(text);
}

std::string sha512(std::string_view text)
{
    std::string digits;
    for (const std::uint64_t word : digestOf<Sha512>(text))
        digits += fmt::format("{:016x}", word);
    return digits;
}

} // namespace netdraft::model
