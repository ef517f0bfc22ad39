#include "views/panels/charts/qt_chart_maker.h"

#include <QGraphicsLayout>
#include <QWheelEvent>
#include <QtCharts/QBarCategoryAxis>
#include <QtCharts/QBarSeries>
#include <QtCharts/QBarSet>
#include <QtCharts/QChart>
#include <QtCharts/QChartView>
#include <QtCharts/QLegend>
#include <QtCharts/QLineSeries>
#include <QtCharts/QStackedBarSeries>
#include <QtCharts/QValueAxis>

#include <cmath>

namespace netdraft::views {

namespace {

/// Also zooms by Ctrl and the wheel, and moves by the wheel. Where there is little room, the bars and lines have it,
/// and no titles.
class ChartView : public QChartView
{
public:
    using QChartView::QChartView;

    void setWords(const QString &title)
    {
        m_title = title;
        arrange();
    }

protected:
    void resizeEvent(QResizeEvent *event) override
    {
        arrange();
        QChartView::resizeEvent(event);
    }
    void wheelEvent(QWheelEvent *event) override
    {
        event->accept();
        const double turned = event->angleDelta().y() / 120.0;
        if (event->modifiers() & Qt::ControlModifier)
            chart()->zoom(std::pow(1.25, turned));
        else
            chart()->scroll(turned * -40, 0);
    }

private:
    QString m_title;

    void arrange()
    {
        constexpr int enough = 300;
        constexpr int enoughForOneTitle = 120; // what lies across cannot be told from anything else
        const bool roomy = height() >= enough;
        chart()->setTitle(roomy ? m_title : QString());
        chart()->legend()->setAlignment(roomy ? Qt::AlignTop : Qt::AlignRight);
        for (QAbstractAxis *axis : chart()->axes())
            axis->setTitleVisible(roomy || (axis->orientation() == Qt::Horizontal && height() >= enoughForOneTitle));
    }
};

double greatest(const Chart &chart)
{
    double most = 0;
    for (std::size_t at = 0; at < chart.length(); ++at) {
        double sum = 0;
        for (const Chart::Series &series : chart.series) {
            const double value = at < series.values.size() ? series.values[at] : 0;
            sum = chart.sort == Chart::Sort::Stacked ? sum + value : std::max(sum, value);
        }
        most = std::max(most, sum);
    }
    return most;
}

/// The least of 1, 2, 5, 10, 20 … that is no less.
qint64 niceStep(qint64 least)
{
    for (qint64 ten = 1;; ten *= 10) {
        for (const qint64 step : {ten, 2 * ten, 5 * ten}) {
            if (step >= least)
                return step;
        }
    }
}

void paintAxis(QAbstractAxis &axis, const QString &title, const ChartLook &look)
{
    axis.setTitleText(title);
    axis.setTitleBrush(look.text);
    axis.setLabelsColor(look.text);
    axis.setLinePenColor(look.grid);
    axis.setGridLineColor(look.grid);
}

/// Counts what is whole, so no two of its labels are the same number.
QValueAxis *countingAxis(double most)
{
    constexpr int mostSteps = 5;
    auto *axis = new QValueAxis;
    const auto whole = static_cast<qint64>(std::ceil(std::max(1.0, most)));
    const qint64 step = niceStep((whole + mostSteps - 1) / mostSteps);
    const qint64 steps = (whole + step - 1) / step;
    axis->setRange(0, static_cast<double>(steps * step));
    axis->setTickCount(static_cast<int>(steps) + 1);
    axis->setLabelFormat(QStringLiteral("%i"));
    return axis;
}

void addBars(QChart &drawn, const Chart &chart, const ChartLook &look)
{
    QAbstractBarSeries *bars =
        chart.sort == Chart::Sort::Stacked ? static_cast<QAbstractBarSeries *>(new QStackedBarSeries) : new QBarSeries;
    for (std::size_t i = 0; i < chart.series.size(); ++i) {
        auto *set = new QBarSet(chart.series[i].name);
        for (const double value : chart.series[i].values)
            *set << value;
        set->setColor(look.inks[i % look.inks.size()]);
        set->setBorderColor(look.ground);
        bars->append(set);
    }
    drawn.addSeries(bars);
    auto *across = new QBarCategoryAxis;
    across->append(chart.categories);
    drawn.addAxis(across, Qt::AlignBottom);
    bars->attachAxis(across);
}

void addLines(QChart &drawn, const Chart &chart, const ChartLook &look)
{
    QValueAxis *across = countingAxis(static_cast<double>(chart.length()));
    drawn.addAxis(across, Qt::AlignBottom);
    constexpr Qt::PenStyle strokes[] = {Qt::SolidLine, Qt::DashLine, Qt::DotLine, Qt::DashDotLine};
    for (std::size_t i = 0; i < chart.series.size(); ++i) {
        auto *line = new QLineSeries;
        line->setName(chart.series[i].name);
        line->append(0, 0);
        for (std::size_t at = 0; at < chart.series[i].values.size(); ++at)
            line->append(static_cast<double>(at + 1), chart.series[i].values[at]);
        line->setPen(QPen(look.inks[i % look.inks.size()], 2.5, strokes[i % std::size(strokes)]));
        drawn.addSeries(line);
        line->attachAxis(across);
    }
}

} // namespace

QWidget *QtChartMaker::make(QWidget *parent) const
{
    auto *view = new ChartView(new QChart, parent);
    view->setRenderHint(QPainter::Antialiasing);
    view->setRubberBand(QChartView::RectangleRubberBand);
    view->setFrameShape(QFrame::NoFrame);
    return view;
}

void QtChartMaker::show(QWidget &view, const Chart &chart, const ChartLook &look) const
{
    QChart &drawn = *static_cast<ChartView &>(view).chart();
    drawn.removeAllSeries();
    for (QAbstractAxis *axis : drawn.axes()) {
        drawn.removeAxis(axis);
        delete axis;
    }
    drawn.setTitleBrush(look.text);
    drawn.setBackgroundBrush(look.ground);
    drawn.setBackgroundRoundness(0);
    drawn.setMargins({2, 2, 2, 2});
    drawn.layout()->setContentsMargins(0, 0, 0, 0);
    drawn.legend()->setLabelColor(look.text);
    view.setPalette(QPalette(look.ground));
    static_cast<ChartView &>(view).setBackgroundBrush(look.ground);
    if (chart.sort == Chart::Sort::Lines)
        addLines(drawn, chart, look);
    else
        addBars(drawn, chart, look);
    QAbstractAxis *up = countingAxis(greatest(chart));
    drawn.addAxis(up, Qt::AlignLeft);
    for (QAbstractSeries *series : drawn.series())
        series->attachAxis(up);
    paintAxis(*drawn.axes(Qt::Horizontal).constFirst(), chart.across, look);
    paintAxis(*up, chart.up, look);
    static_cast<ChartView &>(view).setWords(chart.title);
}

void QtChartMaker::zoom(QWidget &view, double factor) const
{
    QChart &drawn = *static_cast<ChartView &>(view).chart();
    if (factor > 0)
        drawn.zoom(factor);
    else
        drawn.zoomReset();
}

} // namespace netdraft::views
