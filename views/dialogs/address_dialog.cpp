#include "views/dialogs/address_dialog.h"

#include "views/document/document.h"
#include "views/document/selection.h"
#include "views/style/icon.h"
#include "views/style/theme.h"

#include <QCheckBox>
#include <QComboBox>
#include <QDialogButtonBox>
#include <QFormLayout>
#include <QHeaderView>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QSettings>
#include <QSpinBox>
#include <QTreeWidget>
#include <QVBoxLayout>

namespace netdraft::views {

namespace {

constexpr auto poolKey = "addresses/pool";
constexpr auto lengthKey = "addresses/length";
/// Pools of private addresses (RFC 1918, RFC 4193), with the length that their networks usually have.
constexpr std::array pools{std::pair{"192.168.0.0/16", 24}, std::pair{"10.0.0.0/8", 24}, std::pair{"172.16.0.0/12", 24},
                           std::pair{"fd00::/48", 64}};
/// Segments that are shown opened; of more, the networks alone.
constexpr std::size_t fewSegments = 12;

} // namespace

AddressDialog::AddressDialog(Document &document, const Selection &selection, Scope scope, QWidget *window)
    : QDialog(window), m_document(document), m_selection(selection), m_pool(new QComboBox), m_length(new QSpinBox),
      m_gateways(new QCheckBox(tr("Default &gateways for hosts"))),
      m_routes(new QCheckBox(tr("&Routes between routers"))),
      m_selected(new QCheckBox(tr("&Only the segments of what is selected"))), m_preview(new QTreeWidget),
      m_summary(new QLabel), m_give(nullptr)
{
    setObjectName(QStringLiteral("addressDialog"));
    setWindowTitle(tr("Give Addresses"));
    m_pool->setObjectName(QStringLiteral("addressPool"));
    m_pool->setEditable(true);
    m_pool->lineEdit()->setAccessibleName(tr("Networks from"));
    m_pool->setInsertPolicy(QComboBox::NoInsert);
    for (const auto &[pool, length] : pools)
        m_pool->addItem(QLatin1String(pool), length);
    const QSettings settings;
    m_pool->setCurrentText(settings.value(QLatin1String(poolKey), QLatin1String(pools[0].first)).toString());
    m_length->setObjectName(QStringLiteral("addressLength"));
    m_length->setPrefix(QStringLiteral("/"));
    m_length->setRange(1, 126);
    m_length->setValue(settings.value(QLatin1String(lengthKey), pools[0].second).toInt());
    m_gateways->setObjectName(QStringLiteral("addressGateways"));
    m_gateways->setChecked(true);
    m_routes->setObjectName(QStringLiteral("addressRoutes"));
    m_routes->setChecked(true);
    m_selected->setObjectName(QStringLiteral("addressSelected"));
    m_selected->setEnabled(!selection.empty());
    m_selected->setChecked(scope == Scope::Selection && !selection.empty());
    m_preview->setObjectName(QStringLiteral("addressPreview"));
    m_preview->setAccessibleName(tr("What every segment gets"));
    m_preview->setHeaderLabels({tr("Network"), tr("Address")});
    m_preview->setRootIsDecorated(true);
    m_preview->setAlternatingRowColors(false);
    m_preview->header()->setStretchLastSection(true);
    m_summary->setObjectName(QStringLiteral("addressSummary"));
    m_summary->setWordWrap(true);
    m_summary->setTextFormat(Qt::PlainText);

    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Cancel);
    m_give = buttons->addButton(tr("&Give Addresses"), QDialogButtonBox::AcceptRole);
    m_give->setObjectName(QStringLiteral("addressGive"));
    m_give->setIcon(icon(QStringLiteral("addresses")));
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    connect(m_give, &QPushButton::clicked, this, &AddressDialog::give);
    // The box keeps Enter for itself.
    connect(m_pool->lineEdit(), &QLineEdit::returnPressed, m_give, &QPushButton::click);
    connect(m_pool, &QComboBox::textActivated, this, [this] {
        if (const QVariant length = m_pool->currentData(); length.isValid())
            m_length->setValue(length.toInt());
    });
    connect(m_pool, &QComboBox::editTextChanged, this, &AddressDialog::replan);
    connect(m_length, &QSpinBox::valueChanged, this, &AddressDialog::replan);
    for (const QCheckBox *box : {m_gateways, m_routes, m_selected})
        connect(box, &QCheckBox::toggled, this, &AddressDialog::replan);

    auto *source = new QHBoxLayout;
    source->setSpacing(spacing::normal);
    source->addWidget(m_pool, 1);
    auto *each = new QLabel(tr("&each of"));
    each->setBuddy(m_length);
    source->addWidget(each);
    source->addWidget(m_length);
    auto *form = new QFormLayout;
    form->setSpacing(spacing::normal);
    auto *poolLabel = new QLabel(tr("&Networks from"));
    poolLabel->setBuddy(m_pool);
    form->addRow(poolLabel, source);
    form->addRow(QString(), m_gateways);
    form->addRow(QString(), m_routes);
    form->addRow(QString(), m_selected);
    auto *all = new QVBoxLayout(this);
    all->setSpacing(spacing::normal);
    all->addLayout(form);
    all->addWidget(m_preview, 1);
    all->addWidget(m_summary);
    all->addWidget(buttons);
    resize(QSize(520, 560).boundedTo((window ? window->size() : QSize(900, 700)) * 0.9));
    replan();
    m_give->setDefault(true); // of the dialog, to which it belongs by now
    m_pool->setFocus();
}

model::Result<model::AddressPlan> AddressDialog::plan() const
{
    const auto pool = model::InterfaceAddress::parse(m_pool->currentText().trimmed().toStdString());
    if (!pool)
        return model::fail(pool.error());
    model::AddressWishes wishes;
    wishes.pool = pool->prefix();
    wishes.length = m_length->value();
    wishes.gateways = m_gateways->isChecked();
    wishes.routes = m_routes->isChecked();
    if (m_selected->isChecked()) {
        wishes.nodes = m_selection.nodes().asSet();
        wishes.links = m_selection.links().asSet();
    }
    return model::planAddresses(m_document.project(), wishes);
}

void AddressDialog::replan()
{
    m_preview->clear();
    m_edits = {};
    const auto planned = plan();
    m_summary->setForegroundRole(QPalette::WindowText);
    if (planned) {
        m_edits = planned->edits;
        showPlan(*planned);
    } else {
        m_summary->setText(QString::fromStdString(model::describe(planned.error())));
    }
    m_give->setEnabled(!m_edits.empty());
}

void AddressDialog::showPlan(const model::AddressPlan &plan)
{
    std::size_t addresses = 0;
    for (const model::AddressPlan::OfSegment &segment : plan.segments) {
        const QString network = QString::fromStdString(segment.network.toString());
        auto *item = new QTreeWidgetItem(m_preview, {network, segment.isNew ? tr("new") : tr("present")});
        QFont font = m_preview->font();
        font.setWeight(QFont::DemiBold);
        item->setFont(0, font);
        for (const model::AddressPlan::Given &given : segment.given) {
            new QTreeWidgetItem(item, {QString::fromStdString(given.link.netns + " " + given.link.link),
                                       QString::fromStdString(given.address.address.toString())});
        }
        item->setExpanded(plan.segments.size() <= fewSegments);
        addresses += segment.given.size();
    }
    m_preview->resizeColumnToContents(0);
    m_preview->setColumnWidth(0, std::max(m_preview->columnWidth(0) + spacing::wide, 200));
    QString summary = m_edits.empty() ? tr("Nothing is missing: every interface on a segment has an address.")
                                      : tr("Addresses: %L1, default gateways: %L2, other routes: %L3. What is there "
                                           "already stays as it is.")
                                            .arg(addresses)
                                            .arg(plan.gateways)
                                            .arg(plan.routes);
    if (plan.notRunning > 0)
        summary += QLatin1Char(' ') +
                   tr("Interfaces that are down, or whose other end is, get none: %L1.").arg(plan.notRunning);
    m_summary->setText(summary);
}

void AddressDialog::give()
{
    if (const auto done = m_document.perform(tr("Give addresses"), m_edits); !done) {
        m_summary->setText(QString::fromStdString(model::describe(done.error())));
        return;
    }
    QSettings settings;
    settings.setValue(QLatin1String(poolKey), m_pool->currentText().trimmed());
    settings.setValue(QLatin1String(lengthKey), m_length->value());
    emit message(tr("Addresses are given; one Undo takes them all back"));
    accept();
}

} // namespace netdraft::views
