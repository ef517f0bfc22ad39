#pragma once

#include "views/panels/charts/chart_maker.h"

#include <QObject>

namespace netdraft::views {

/// Draws them by Qt Charts.
class QtChartMaker : public QObject, public ChartMaker
{
    Q_OBJECT
    Q_PLUGIN_METADATA(IID "netdraft.ChartMaker/1")
    Q_INTERFACES(netdraft::views::ChartMaker)

public:
    QWidget *make(QWidget *parent) const override;
    void show(QWidget &view, const Chart &chart, const ChartLook &look) const override;
    void zoom(QWidget &view, double factor) const override;
};

} // namespace netdraft::views
