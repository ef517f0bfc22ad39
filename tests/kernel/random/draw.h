#pragma once

#include <QList>
#include <QString>

#include <cstdint>
#include <initializer_list>

namespace netdraft::tests {

/// Numbers drawn by chance: the same ones for the same seed, with every compiler and library (splitmix64).
class Draw
{
public:
    explicit Draw(std::uint64_t seed) : m_state(seed) {}

    std::uint64_t next();
    /// From 0 up to, without, `limit`, which is greater than 0.
    int below(int limit) { return static_cast<int>(next() % static_cast<std::uint64_t>(limit)); }
    /// Both ends may be drawn.
    int between(int first, int last) { return first + below(last - first + 1); }
    bool chance(int percent) { return below(100) < percent; }
    QString oneOf(std::initializer_list<const char *> words);
    /// One of a list that is not empty.
    template <typename T>
    const T &pick(const QList<T> &list)
    {
        return list[below(static_cast<int>(list.size()))];
    }
    template <typename T>
    void shuffle(QList<T> &list)
    {
        for (int i = static_cast<int>(list.size()) - 1; i > 0; --i)
            list.swapItemsAt(i, below(i + 1));
    }

private:
    std::uint64_t m_state;
};

/// The seed of the numbers for one thing of many, by its name and number: others stay as they are when one is added.
std::uint64_t seedOf(std::uint64_t seed, const QString &name, int number);

} // namespace netdraft::tests
