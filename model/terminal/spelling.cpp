#include "model/terminal/hint.h"

#include <algorithm>

namespace netdraft::model {

std::size_t spellingDistance(std::string_view a, std::string_view b, std::size_t most)
{
    const std::size_t longer = std::max(a.size(), b.size());
    constexpr std::size_t longest = 64;
    if (longer > longest || longer - std::min(a.size(), b.size()) > most)
        return most + 1;
    // Three rows of the table of prefixes: an exchange of neighbours looks two back.
    std::vector<std::size_t> before(b.size() + 1);
    std::vector<std::size_t> last(b.size() + 1);
    std::vector<std::size_t> row(b.size() + 1);
    for (std::size_t j = 0; j <= b.size(); ++j)
        last[j] = j;
    for (std::size_t i = 1; i <= a.size(); ++i) {
        row[0] = i;
        for (std::size_t j = 1; j <= b.size(); ++j) {
            row[j] = std::min({last[j] + 1, row[j - 1] + 1, last[j - 1] + (a[i - 1] == b[j - 1] ? 0 : 1)});
            if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1])
                row[j] = std::min(row[j], before[j - 2] + 1);
        }
        std::swap(before, last);
        std::swap(last, row);
    }
    return std::min(last[b.size()], most + 1);
}

std::string_view nearestWord(std::string_view word, std::span<const std::string_view> list)
{
    // Of a short word one letter is much.
    const std::size_t most = word.size() < 3 ? 0 : word.size() < 6 ? 1 : 2;
    std::string_view nearest;
    std::size_t least = most + 1;
    for (const std::string_view each : list) {
        const std::size_t distance = spellingDistance(word, each, most);
        if (distance < least && distance > 0) {
            least = distance;
            nearest = each;
        }
    }
    return nearest;
}

} // namespace netdraft::model
