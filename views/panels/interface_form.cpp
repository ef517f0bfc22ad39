#include "views/panels/interface_form.h"

#include "model/address/name.h"
#include "model/command/tc/qdisc_words.h"
#include "views/document/document.h"
#include "views/document/node_words.h"
#include "views/panels/address_model.h"
#include "views/panels/checked_edit.h"
#include "views/panels/message_line.h"

#include <QCheckBox>
#include <QComboBox>
#include <QFormLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QListView>
#include <QSignalBlocker>

#include <algorithm>

namespace netdraft::views {

InterfaceForm::InterfaceForm(const PanelContext &context, QWidget *parent)
    : QWidget(parent), m_context(context), m_name(new CheckedEdit), m_up(new QCheckBox(tr("Up"))), m_state(new QLabel),
      m_addresses(new QListView), m_model(new AddressModel(context.document, this)), m_mtu(new CheckedEdit),
      m_mac(new CheckedEdit), m_qdisc(new CheckedEdit), m_master(new QComboBox),
      m_masterLabel(new QLabel(tr("Port of"))), m_message(new MessageLine)
{
    m_name->setObjectName(QStringLiteral("linkName"));
    m_name->setAccessibleName(tr("Interface name"));
    m_name->setCheck([this](const QString &text) {
        if (!model::checkLinkName(text.toStdString()))
            return tr("1 to 15 letters, digits and _ . - + make a name");
        return refusal({model::RenameLink{linkName(), text.toStdString()}});
    });
    connect(m_name, &CheckedEdit::committed, this, [this](const QString &text) {
        perform(tr("Rename %1 to %2").arg(QString::fromStdString(linkName().link), text),
                {model::RenameLink{linkName(), text.toStdString()}});
    });

    m_up->setObjectName(QStringLiteral("linkUp"));
    connect(m_up, &QCheckBox::clicked, this, [this](bool up) {
        const QString name = linkTitle(m_context.document.network(), m_place);
        perform((up ? tr("Set %1 up") : tr("Set %1 down")).arg(name), {model::SetLinkUp{linkName(), up}});
    });
    m_state->setObjectName(QStringLiteral("linkState"));
    m_state->setWordWrap(true);
    m_state->setForegroundRole(QPalette::PlaceholderText);

    m_addresses->setObjectName(QStringLiteral("linkAddresses"));
    m_addresses->setAccessibleName(tr("Addresses"));
    m_addresses->setModel(m_model);
    m_addresses->setFont(fixedFont());
    m_addresses->setUniformItemSizes(true);
    m_addresses->setEditTriggers(QAbstractItemView::DoubleClicked | QAbstractItemView::EditKeyPressed |
                                 QAbstractItemView::SelectedClicked | QAbstractItemView::AnyKeyPressed);
    m_addresses->installEventFilter(this);
    auto *delegate = new CheckedDelegate(
        [this](const QModelIndex &index, const QString &text) { return m_model->problem(index, text); }, nullptr,
        m_addresses);
    m_addresses->setItemDelegate(delegate);
    connect(m_addresses, &QListView::clicked, this, [this](const QModelIndex &index) {
        if (index.row() == m_model->draftRow())
            m_addresses->edit(index);
    });
    connect(m_model, &QAbstractItemModel::rowsInserted, this, &InterfaceForm::fitAddresses);
    connect(m_model, &QAbstractItemModel::rowsRemoved, this, &InterfaceForm::fitAddresses);
    connect(m_model, &QAbstractItemModel::modelReset, this, &InterfaceForm::fitAddresses);

    m_mtu->setObjectName(QStringLiteral("linkMtu"));
    m_mtu->setAccessibleName(tr("MTU in bytes"));
    m_mtu->setCheck([this](const QString &text) {
        bool ok = false;
        const int mtu = text.toInt(&ok);
        return ok ? refusal({model::SetLinkMtu{linkName(), mtu}}) : tr("The MTU is a number of bytes, like 1500");
    });
    connect(m_mtu, &CheckedEdit::committed, this, [this](const QString &text) {
        perform(tr("Set MTU of %1 to %2").arg(linkTitle(m_context.document.network(), m_place), text),
                {model::SetLinkMtu{linkName(), text.toInt()}});
    });

    m_mac->setObjectName(QStringLiteral("linkMac"));
    m_mac->setAccessibleName(tr("MAC address"));
    m_mac->setFont(fixedFont());
    m_mac->setCheck([this](const QString &text) {
        const auto mac = model::MacAddress::parse(text.toStdString());
        return mac ? refusal({model::SetLinkMac{linkName(), *mac}})
                   : tr("A MAC address is six octets, like 02:00:00:00:00:01");
    });
    connect(m_mac, &CheckedEdit::committed, this, [this](const QString &text) {
        if (const auto mac = model::MacAddress::parse(text.toStdString()))
            perform(tr("Set MAC of %1").arg(linkTitle(m_context.document.network(), m_place)),
                    {model::SetLinkMac{linkName(), *mac}});
    });

    m_qdisc->setObjectName(QStringLiteral("linkQdisc"));
    m_qdisc->setAccessibleName(tr("Delay, loss and rate of what leaves here"));
    m_qdisc->setFont(fixedFont());
    m_qdisc->setPlaceholderText(tr("none; such as %1").arg(QStringLiteral("delay 20ms loss 1%")));
    m_qdisc->setCheck([this](const QString &text) {
        const auto edits = qdiscEdits(text);
        return edits ? refusal(*edits) : QString::fromStdString(model::describe(edits.error()));
    });
    connect(m_qdisc, &CheckedEdit::committed, this, [this](const QString &text) {
        const QString title = linkTitle(m_context.document.network(), m_place);
        if (const auto edits = qdiscEdits(text))
            perform(text.trimmed().isEmpty() ? tr("Let packets leave %1 at once").arg(title)
                                             : tr("Delay what leaves %1").arg(title),
                    *edits);
    });

    m_master->setObjectName(QStringLiteral("linkMaster"));
    m_master->setAccessibleName(tr("Bridge that it is a port of"));
    connect(m_master, &QComboBox::activated, this, [this](int) {
        const QString bridge = m_master->currentData().toString();
        perform(bridge.isEmpty()
                    ? tr("Take %1 out of its bridge").arg(linkTitle(m_context.document.network(), m_place))
                    : tr("Make %1 a port of %2").arg(linkTitle(m_context.document.network(), m_place), bridge),
                {model::SetLinkMaster{linkName(), bridge.toStdString()}});
    });

    for (auto *edit : {m_name, m_mtu, m_mac, m_qdisc})
        connect(edit, &CheckedEdit::problemChanged, m_message, &MessageLine::setProblem);
    connect(delegate, &CheckedDelegate::judged, m_message, &MessageLine::setProblem);
    connect(m_model, &AddressModel::refused, m_message, &MessageLine::setProblem);

    auto *form = new QFormLayout(this);
    form->setContentsMargins(0, 0, 0, 0);
    form->setHorizontalSpacing(spacing::wide);
    form->setVerticalSpacing(spacing::normal);
    form->setFieldGrowthPolicy(QFormLayout::AllNonFixedFieldsGrow);
    auto *state = new QHBoxLayout;
    state->setSpacing(spacing::wide);
    state->addWidget(m_up);
    state->addWidget(m_state, 1);
    // What is changed most comes first: a low window shows the form in part.
    form->addRow(tr("Addresses"), m_addresses);
    form->addRow(tr("State"), state);
    form->addRow(tr("Name"), m_name);
    form->addRow(tr("MTU"), m_mtu);
    form->addRow(tr("MAC"), m_mac);
    form->addRow(tr("Delay, loss"), m_qdisc);
    m_masterLabel->setBuddy(m_master);
    form->addRow(m_masterLabel, m_master);
    form->addRow(m_message);
}

const model::Link *InterfaceForm::link() const
{
    return m_context.document.network().find(m_place);
}

model::LinkName InterfaceForm::linkName() const
{
    const model::Netns *netns = m_context.document.network().find(m_place.netns);
    const model::Link *at = link();
    return {netns ? netns->name : std::string(), at ? at->name : std::string()};
}

void InterfaceForm::setPlace(model::LinkPlace place)
{
    if (place != m_place)
        m_message->setProblem({});
    m_place = place;
    m_model->setPlace(place);
    sync();
}

void InterfaceForm::sync()
{
    const model::Link *at = link();
    setEnabled(at != nullptr);
    if (!at)
        return;
    m_name->setValue(QString::fromStdString(at->name));
    m_up->setChecked(at->up);
    m_state->setText(stateText());
    m_model->sync();
    fitAddresses();
    m_mtu->setValue(QString::number(at->mtu));
    m_mac->setValue(QString::fromStdString(at->mac.toString()));
    m_mac->setEnabled(!at->isLoopback());
    m_name->setEnabled(!at->isLoopback());
    m_qdisc->setValue(qdiscWords(*at));
    syncMasters();
}

QString InterfaceForm::stateText() const
{
    const model::Network &network = m_context.document.network();
    const model::Link &at = *link();
    const model::Netns &netns = *network.find(m_place.netns);
    QString text;
    if (const model::Veth *veth = at.veth())
        text = tr("Cable to %1").arg(linkTitle(network, veth->peer));
    else if (const model::Bridge *bridge = at.bridge())
        text = tr("Bridge, %1").arg(portCount(*bridge));
    else
        text = tr("Loopback");
    if (!at.up)
        return tr("%1; set down here").arg(text);
    return model::hasCarrier(network, netns, at) ? text : tr("%1; no carrier: the other end is down").arg(text);
}

void InterfaceForm::syncMasters()
{
    const model::Netns &netns = *m_context.document.network().find(m_place.netns);
    const model::Link &at = *link();
    const QSignalBlocker quiet(m_master);
    m_master->clear();
    m_master->addItem(tr("no bridge"), QString());
    for (const model::Link &other : netns.links) {
        if (!other.bridge() || other.id == at.id)
            continue;
        const QString name = QString::fromStdString(other.name);
        m_master->addItem(name, name);
        if (other.id == at.master)
            m_master->setCurrentIndex(m_master->count() - 1);
    }
    const bool possible = m_master->count() > 1 && !at.isLoopback() && !at.bridge();
    m_master->setVisible(possible);
    m_masterLabel->setVisible(possible);
}

void InterfaceForm::fitAddresses()
{
    const int rows = std::clamp(m_model->rowCount(), 2, 6);
    const int row = std::max(m_addresses->sizeHintForRow(0), m_addresses->fontMetrics().height());
    m_addresses->setFixedHeight(rows * row + 2 * m_addresses->frameWidth() + spacing::tight);
}

model::Result<model::EditList> InterfaceForm::qdiscEdits(const QString &words) const
{
    const QString line = words.trimmed();
    if (line.isEmpty())
        return model::EditList{model::RemoveQdisc{linkName()}};
    const QString kind = line.section(QLatin1Char(' '), 0, 0);
    const bool isWhole = kind == QLatin1String("netem") || kind == QLatin1String("tbf");
    auto edit =
        model::command::qdiscOfLine(linkName(), (isWhole ? line : QStringLiteral("netem ") + line).toStdString());
    if (!edit)
        return model::fail(edit.error());
    return model::EditList{*std::move(edit)};
}

QString InterfaceForm::refusal(const model::EditList &edits) const
{
    const auto checked = m_context.document.check(edits);
    return checked ? QString() : QString::fromStdString(model::describe(checked.error()));
}

void InterfaceForm::perform(const QString &text, const model::EditList &edits)
{
    const auto done = m_context.document.perform(text, edits);
    sync();
    m_message->setProblem(done ? QString() : QString::fromStdString(model::describe(done.error())));
}

bool InterfaceForm::eventFilter(QObject *object, QEvent *event)
{
    if (object == m_addresses && (event->type() == QEvent::KeyPress || event->type() == QEvent::ShortcutOverride)) {
        const int key = static_cast<QKeyEvent *>(event)->key();
        if (key == Qt::Key_Delete || key == Qt::Key_Backspace) {
            if (event->type() == QEvent::KeyPress && !m_model->isKernelMade(m_addresses->currentIndex().row()))
                m_model->remove(m_addresses->currentIndex().row());
            event->accept();
            return true;
        }
    }
    return QWidget::eventFilter(object, event);
}

} // namespace netdraft::views
