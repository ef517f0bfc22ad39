#include "model/recipe/kubernetes/proxy/chain_hash.h"

#include "model/recipe/sha2.h"

namespace netdraft::model::kubernetes {

std::string chainHash(std::string_view text)
{
    const auto words = sha256(text);
    // Sixteen characters have five bits each, of the first three words.
    constexpr std::string_view alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";
    std::string name;
    for (std::size_t i = 0; i < 16; ++i) {
        std::size_t digit = 0;
        for (std::size_t bit = 5 * i; bit < 5 * i + 5; ++bit)
            digit = digit << 1 | (words[bit / 32] >> (31 - bit % 32) & 1);
        name += alphabet[digit];
    }
    return name;
}

} // namespace netdraft::model::kubernetes
