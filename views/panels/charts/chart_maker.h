#pragma once

#include "views/panels/charts/chart.h"

#include <QtPlugin>

class QWidget;

namespace netdraft::views {

/// What draws charts. It lies in a library of its own, which is loaded when the first chart is seen: the window would
/// start later with it.
class ChartMaker
{
public:
    virtual ~ChartMaker() = default;

    /// A widget for one chart; a drag over it shows that part alone.
    virtual QWidget *make(QWidget *parent) const = 0;
    virtual void show(QWidget &view, const Chart &chart, const ChartLook &look) const = 0;
    /// So many times as large; 0: all of it again.
    virtual void zoom(QWidget &view, double factor) const = 0;
};

/// Null where the library cannot be loaded; `why` says why then.
const ChartMaker *chartMaker(QString *why = nullptr);

} // namespace netdraft::views

Q_DECLARE_INTERFACE(netdraft::views::ChartMaker, "netdraft.ChartMaker/1")
