#pragma once

#include <QObject>

#include <memory>

namespace netdraft::tests {

/// The tests of a folder are one program; its first argument says which of them runs, by the name of its file.
/// Each names itself at its file's end, before the file that moc made of it: `NETDRAFT_TEST(TestPing)`.
class Registered
{
public:
    using Maker = std::unique_ptr<QObject> (*)();

    Registered(const char *file, Maker maker);
};

} // namespace netdraft::tests

#define NETDRAFT_TEST(Class)                                                                                           \
    const netdraft::tests::Registered registered##Class(                                                               \
        __FILE__, []() -> std::unique_ptr<QObject> { return std::make_unique<Class>(); });
