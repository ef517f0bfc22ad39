#pragma once

#include <algorithm>
#include <cstddef>
#include <iterator>
#include <memory>
#include <ranges>
#include <utility>
#include <vector>

namespace netdraft::model {

/// A long list whose copies share what they have in common, block by block: a copy costs a pointer a block, and what is
/// written to is cloned if another list has it as well. Lists may be read in several threads, and each written to by
/// several as long as these keep to blocks of their own or nobody shares it.
template <typename T>
class SharedBlocks
{
public:
    static constexpr std::size_t blockSize = 256;

    /// Without any elements before; they are all as made by default.
    void resize(std::size_t size)
    {
        m_size = size;
        m_blocks.resize((size + blockSize - 1) / blockSize);
        for (std::size_t block = 0; block < m_blocks.size(); ++block)
            m_blocks[block] = std::make_shared<T[]>(sizeOf(block));
    }

    std::size_t size() const { return m_size; }
    bool empty() const { return m_size == 0; }
    const T &operator[](std::size_t i) const { return m_blocks[i / blockSize][i % blockSize]; }
    /// To be written to.
    T &change(std::size_t i)
    {
        std::shared_ptr<T[]> &block = m_blocks[i / blockSize];
        if (block.use_count() > 1) {
            const std::size_t size = sizeOf(i / blockSize);
            auto own = std::make_shared<T[]>(size);
            std::copy_n(block.get(), size, own.get());
            block = std::move(own);
        }
        return block[i % blockSize];
    }
    /// Of so many elements from `first` on.
    auto part(std::size_t first, std::size_t count) const
    {
        return std::views::iota(first, first + count) |
               std::views::transform([this](std::size_t i) -> const T & { return (*this)[i]; });
    }

    /// In their order; valid as long as the list.
    class Iterator
    {
    public:
        using iterator_concept = std::random_access_iterator_tag;
        using iterator_category = std::random_access_iterator_tag;
        using value_type = T;
        using difference_type = std::ptrdiff_t;
        using pointer = const T *;
        using reference = const T &;

        Iterator() = default;
        Iterator(const SharedBlocks *list, std::size_t at) : m_list(list), m_at(at) {}

        reference operator*() const { return (*m_list)[m_at]; }
        pointer operator->() const { return &(*m_list)[m_at]; }
        reference operator[](difference_type by) const { return *(*this + by); }
        Iterator &operator+=(difference_type by)
        {
            m_at += static_cast<std::size_t>(by);
            return *this;
        }
        Iterator &operator-=(difference_type by) { return *this += -by; }
        Iterator &operator++() { return *this += 1; }
        Iterator &operator--() { return *this += -1; }
        Iterator operator++(int) { return std::exchange(*this, *this + 1); }
        Iterator operator--(int) { return std::exchange(*this, *this - 1); }
        friend Iterator operator+(Iterator it, difference_type by) { return it += by; }
        friend Iterator operator+(difference_type by, Iterator it) { return it += by; }
        friend Iterator operator-(Iterator it, difference_type by) { return it -= by; }
        friend difference_type operator-(const Iterator &a, const Iterator &b)
        {
            return static_cast<difference_type>(a.m_at - b.m_at);
        }
        friend bool operator==(const Iterator &a, const Iterator &b) { return a.m_at == b.m_at; }
        friend auto operator<=>(const Iterator &a, const Iterator &b) { return a.m_at <=> b.m_at; }

    private:
        const SharedBlocks *m_list = nullptr;
        std::size_t m_at = 0;
    };
    Iterator begin() const { return {this, 0}; }
    Iterator end() const { return {this, m_size}; }

    /// Calls `visit` with the number of each element that may be another one than in an equally long list.
    void forEachUnshared(const SharedBlocks &other, const auto &visit) const
    {
        for (std::size_t block = 0; block < m_blocks.size(); ++block) {
            if (m_blocks[block] == other.m_blocks[block])
                continue;
            for (std::size_t i = 0; i < sizeOf(block); ++i)
                visit(block * blockSize + i);
        }
    }

private:
    std::vector<std::shared_ptr<T[]>> m_blocks;
    std::size_t m_size = 0;

    std::size_t sizeOf(std::size_t block) const { return std::min(blockSize, m_size - block * blockSize); }
};

} // namespace netdraft::model
