#include "views/panels/charts/chart.h"

#include <QCoreApplication>

#include <numeric>

namespace netdraft::views {

namespace {

/// More categories than these nobody listens to.
constexpr std::size_t mostSpoken = 12;

QString csvField(QString text)
{
    if (!text.contains(QLatin1Char('"')) && !text.contains(QLatin1Char(',')) && !text.contains(QLatin1Char('\n')))
        return text;
    return QStringLiteral("\"%1\"").arg(text.replace(QLatin1Char('"'), QStringLiteral("\"\"")));
}

QString categoryOf(const Chart &chart, std::size_t at)
{
    const auto place = static_cast<qsizetype>(at);
    return place < chart.categories.size() ? chart.categories[place] : QString::number(at + 1);
}

double valueOf(const Chart::Series &series, std::size_t at)
{
    return at < series.values.size() ? series.values[at] : 0;
}

} // namespace

QString csvOf(const Chart &chart)
{
    QStringList names{csvField(chart.across)};
    for (const Chart::Series &series : chart.series)
        names += csvField(series.name);
    QString text = names.join(QLatin1Char(',')) + QStringLiteral("\r\n");
    for (std::size_t row = 0; row < chart.length(); ++row) {
        QStringList fields{csvField(categoryOf(chart, row))};
        for (const Chart::Series &series : chart.series)
            fields += QString::number(valueOf(series, row), 'g', 12);
        text += fields.join(QLatin1Char(',')) + QStringLiteral("\r\n");
    }
    return text;
}

QString spokenOf(const Chart &chart)
{
    std::vector<std::size_t> order(chart.length());
    std::iota(order.begin(), order.end(), std::size_t{0});
    const auto sum = [&](std::size_t at) {
        double all = 0;
        for (const Chart::Series &series : chart.series)
            all += valueOf(series, at);
        return all;
    };
    // Along lines the last value is the one that counts.
    if (chart.sort == Chart::Sort::Lines && !order.empty())
        order = {order.back()};
    std::ranges::stable_sort(order, std::ranges::greater{}, sum);
    QStringList parts;
    for (const std::size_t at : order) {
        if (static_cast<std::size_t>(parts.size()) == mostSpoken)
            break;
        QStringList values;
        for (const Chart::Series &series : chart.series)
            values += QCoreApplication::translate("Chart", "%1 %L2").arg(series.name).arg(valueOf(series, at));
        parts += QCoreApplication::translate("Chart", "%1: %2")
                     .arg(categoryOf(chart, at), values.join(QStringLiteral(", ")));
    }
    return parts.join(QStringLiteral("; "));
}

} // namespace netdraft::views
