#include "tests/registered.h"

#include <QTest>

#include <filesystem>
#include <iostream>
#include <map>
#include <string>

#ifdef QT_WIDGETS_LIB
#include <QApplication>
using Application = QApplication;
#else
using Application = QCoreApplication;
#endif

namespace netdraft::tests {

namespace {

std::map<std::string, Registered::Maker> &makers()
{
    static std::map<std::string, Registered::Maker> all;
    return all;
}

} // namespace

Registered::Registered(const char *file, Maker maker)
{
    makers()[std::filesystem::path(file).stem().string()] = maker;
}

} // namespace netdraft::tests

int main(int argc, char *argv[])
{
    const auto &makers = netdraft::tests::makers();
    const auto found = argc < 2 ? makers.end() : makers.find(argv[1]);
    if (found == makers.end()) {
        std::cerr << "usage: " << argv[0] << " TEST [Qt Test's arguments]\nTEST is one of";
        for (const auto &[name, maker] : makers)
            std::cerr << ' ' << name;
        std::cerr << '\n';
        return 2;
    }
    argv[1] = argv[0]; // which of the tests it is, is no argument of Qt Test's
    --argc;
    ++argv;
    const Application application(argc, argv);
    const auto test = found->second();
    return QTest::qExec(test.get(), argc, argv);
}
