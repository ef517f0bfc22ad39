#include "views/panels/charts_panel.h"

#include "views/document/document.h"
#include "views/document/packet_trace.h"
#include "views/panels/charts/chart_maker.h"
#include "views/panels/charts/network_charts.h"
#include "views/panels/charts/packet_charts.h"
#include "views/panels/message_line.h"
#include "views/panels/panel_parts.h"
#include "views/style/icon.h"

#include <QComboBox>
#include <QEvent>
#include <QFileDialog>
#include <QFileInfo>
#include <QHBoxLayout>
#include <QLabel>
#include <QPainter>
#include <QSaveFile>
#include <QStackedWidget>
#include <QSvgGenerator>
#include <QToolButton>

namespace netdraft::views {

namespace {

/// In the order of the list.
enum class Figures : std::uint8_t { Ways, Subnets, Tables, Cables, Bridges };

constexpr double zoomFactor = 1.5;
constexpr QSize pageSize(960, 600);

ChartLook lookOf(const Theme &theme)
{
    ChartLook look{theme.base, theme.text, theme.border, {}};
    // Apart for the colour-blind also where they lie on each other.
    for (const auto colour :
         {model::AnnotationColour::Blue, model::AnnotationColour::Orange, model::AnnotationColour::Green,
          model::AnnotationColour::Purple, model::AnnotationColour::Yellow, model::AnnotationColour::Grey})
        look.inks.push_back(theme.annotation(colour).border);
    return look;
}

bool writeDrawing(QIODevice &file, QWidget &page, const QString &title)
{
    QSvgGenerator generator;
    generator.setOutputDevice(&file);
    generator.setSize(page.size());
    generator.setViewBox(page.rect());
    generator.setTitle(title);
    QPainter painter(&generator);
    page.render(&painter);
    return painter.end();
}

bool writePicture(QIODevice &file, QWidget &page)
{
    constexpr int dense = 2; // for paper and projectors
    QPixmap picture(page.size() * dense);
    picture.setDevicePixelRatio(dense);
    page.render(&picture);
    return picture.save(&file, "PNG");
}

} // namespace

ChartsPanel::ChartsPanel(const PanelContext &context, QWidget *parent)
    : Panel(context, parent), m_which(new QComboBox), m_pages(new QStackedWidget), m_nothing(emptyText({})),
      m_zoomIn(panelButton(QStringLiteral("chartZoomIn"), icon(QStringLiteral("zoom-in")), tr("Zoom in on the chart"))),
      m_zoomOut(
          panelButton(QStringLiteral("chartZoomOut"), icon(QStringLiteral("zoom-out")), tr("Zoom out of the chart"))),
      m_whole(panelButton(QStringLiteral("chartWhole"), icon(QStringLiteral("zoom-fit")), tr("Show the whole chart"))),
      m_save(panelButton(QStringLiteral("chartSave"), icon(QStringLiteral("save-as")),
                         tr("Save the chart as a picture or as a table"))),
      m_message(new MessageLine), m_work(*this, [this] { take(); })
{
    m_which->setObjectName(QStringLiteral("chartWhich"));
    m_which->setAccessibleName(tr("Chart"));
    m_which->addItems({tr("Length of the ways"), tr("Pairs by subnet"), tr("Sizes of tables"),
                       tr("Packets by cable, of the shown ping"), tr("Flooded and forwarded, for the shown ping")});
    connect(m_which, &QComboBox::currentIndexChanged, this, [this] { start(); });
    connect(m_zoomIn, &QToolButton::clicked, this, [this] { chartMaker()->zoom(*m_view, zoomFactor); });
    connect(m_zoomOut, &QToolButton::clicked, this, [this] { chartMaker()->zoom(*m_view, 1 / zoomFactor); });
    connect(m_whole, &QToolButton::clicked, this, [this] { chartMaker()->zoom(*m_view, 0); });
    connect(m_save, &QToolButton::clicked, this, &ChartsPanel::askWhere);
    m_nothing->setObjectName(QStringLiteral("chartNothing"));
    m_pages->addWidget(m_nothing);
    auto *all = new QVBoxLayout(this);
    all->setContentsMargins(0, 0, 0, 0);
    all->setSpacing(0);
    all->addLayout(makeHead());
    all->addWidget(m_pages, 1);
    all->addWidget(m_message);
    draw({});
    followDocument();
    connect(&context.trace, &PacketTrace::changed, this, [this] {
        if (static_cast<Figures>(m_which->currentIndex()) >= Figures::Cables)
            invalidate();
    });
}

ChartsPanel::~ChartsPanel()
{
    m_work.stop();
    trace().setWanted(false, this);
}

QLayout *ChartsPanel::makeHead()
{
    QHBoxLayout *head = panelHead();
    head->addWidget(panelLabel(tr("Chart"), m_which));
    head->addWidget(m_which);
    head->addStretch(1);
    for (QToolButton *button : {m_zoomOut, m_zoomIn, m_whole, m_save})
        head->addWidget(button);
    return head;
}

void ChartsPanel::setSeen(bool seen)
{
    m_seen = seen;
    trace().setWanted(seen, this);
    if (seen)
        invalidate();
    else
        m_work.stop();
}

void ChartsPanel::sync()
{
    start();
}

/// Works the chosen chart out: those of a network in another thread, of a few packets at once.
void ChartsPanel::start()
{
    if (!m_seen)
        return;
    const auto reachability = document().reachability();
    const model::Network network = document().network();
    switch (static_cast<Figures>(m_which->currentIndex())) {
    case Figures::Ways:
        m_work.start([reachability](const model::Effort &effort) { return hopCounts(*reachability, effort); });
        return;
    case Figures::Subnets:
        m_work.start([reachability](const model::Effort &effort) { return pairsBySubnet(*reachability, effort); });
        return;
    case Figures::Tables: m_work.start([network](const model::Effort &) { return tableSizes(network); }); return;
    case Figures::Cables:
        m_work.stop();
        draw(packetsByCable(network, trace().passages()));
        return;
    case Figures::Bridges:
        m_work.stop();
        draw(floodedAndForwarded(network, trace().visits()));
        return;
    }
}

void ChartsPanel::take()
{
    if (auto chart = m_work.take())
        draw(std::move(*chart));
}

bool ChartsPanel::makeView()
{
    if (m_view)
        return true;
    QString why;
    const ChartMaker *maker = chartMaker(&why);
    if (!maker) {
        m_nothing->setText(tr("Charts cannot be drawn: %1").arg(why));
        return false;
    }
    m_view = maker->make(m_pages);
    m_view->setObjectName(QStringLiteral("chartView"));
    m_pages->addWidget(m_view);
    return true;
}

QString ChartsPanel::emptyWords() const
{
    return static_cast<Figures>(m_which->currentIndex()) >= Figures::Cables
               ? tr("Click a cell under Reachability: the packets of its ping are counted here.")
               : tr("There is nothing to count yet.");
}

void ChartsPanel::draw(Chart chart)
{
    m_chart = std::move(chart);
    const bool drawn = !m_chart.isEmpty() && makeView();
    for (QToolButton *button : {m_zoomOut, m_zoomIn, m_whole, m_save})
        button->setEnabled(drawn);
    if (m_chart.isEmpty())
        m_nothing->setText(emptyWords());
    m_pages->setCurrentWidget(drawn ? m_view : m_nothing);
    if (!drawn)
        return;
    chartMaker()->show(*m_view, m_chart, lookOf(themeOf(palette())));
    m_view->setAccessibleName(m_chart.title);
    m_view->setAccessibleDescription(spokenOf(m_chart));
}

void ChartsPanel::changeEvent(QEvent *event)
{
    Panel::changeEvent(event);
    if (event->type() == QEvent::PaletteChange && m_view)
        draw(std::move(m_chart));
}

void ChartsPanel::askWhere()
{
    QFileDialog dialog(this, tr("Save Chart"), QString(), tr("Pictures (*.png);;Drawings (*.svg);;Tables (*.csv)"));
    dialog.setObjectName(QStringLiteral("chartDialog"));
    dialog.setAcceptMode(QFileDialog::AcceptSave);
    dialog.setDefaultSuffix(QStringLiteral("png"));
    connect(&dialog, &QFileDialog::filterSelected, &dialog, [&dialog](const QString &filter) {
        dialog.setDefaultSuffix(filter.mid(filter.indexOf(QLatin1Char('.')) + 1).remove(QLatin1Char(')')));
    });
    dialog.selectFile(m_chart.title);
    if (dialog.exec() == QDialog::Accepted)
        save(dialog.selectedFiles().constFirst());
}

bool ChartsPanel::save(const QString &path)
{
    QSaveFile file(path);
    const QString suffix = QFileInfo(path).suffix().toLower();
    bool done = file.open(QIODevice::WriteOnly);
    if (done && suffix == QLatin1String("csv")) {
        done = file.write(csvOf(m_chart).toUtf8()) >= 0;
    } else if (done) {
        // All of it, with its titles, as large as a page takes.
        const std::unique_ptr<QWidget> page(chartMaker()->make(nullptr));
        page->resize(pageSize);
        chartMaker()->show(*page, m_chart, lookOf(lightTheme()));
        done = suffix == QLatin1String("svg") ? writeDrawing(file, *page, m_chart.title) : writePicture(file, *page);
    }
    done = done && file.commit();
    m_message->setProblem(done ? QString() : tr("“%1” cannot be saved: %2").arg(path, file.errorString()));
    return done;
}

} // namespace netdraft::views
