#pragma once

namespace netdraft::model::shell {

/// Adds to a counter for as long as it lives.
class Counted
{
public:
    explicit Counted(int &counter, int by = 1) : m_counter(counter), m_by(by) { m_counter += m_by; }
    ~Counted() { m_counter -= m_by; }
    Counted(const Counted &) = delete;
    Counted &operator=(const Counted &) = delete;

private:
    int &m_counter;
    int m_by;
};

} // namespace netdraft::model::shell
