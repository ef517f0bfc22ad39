#include "views/panels/charts/chart_maker.h"

#include <QCoreApplication>
#include <QPluginLoader>

namespace netdraft::views {

namespace {

struct Loaded {
    const ChartMaker *maker = nullptr;
    QString why;
};

/// Beside the program, one folder up for the tests, or where libraries of an installed one are.
Loaded loadChartMaker()
{
    Loaded loaded;
    for (const char *folder : {"", "../", "../lib/netdraft/"}) {
        QPluginLoader loader(QCoreApplication::applicationDirPath() + QLatin1Char('/') + QLatin1String(folder) +
                             QStringLiteral("netdraft_charts.so"));
        loaded.maker = qobject_cast<ChartMaker *>(loader.instance());
        if (loaded.maker)
            break;
        loaded.why = loader.errorString();
    }
    return loaded;
}

} // namespace

const ChartMaker *chartMaker(QString *why)
{
    static const Loaded loaded = loadChartMaker();
    if (why)
        *why = loaded.why;
    return loaded.maker;
}

} // namespace netdraft::views
