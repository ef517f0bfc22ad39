#include "views/panels/node_form.h"

#include "model/address/name.h"
#include "model/drawing/node_kind.h"
#include "model/drawing/places.h"
#include "views/document/docker_switch.h"
#include "views/document/document.h"
#include "views/document/node_words.h"
#include "views/panels/checked_edit.h"
#include "views/panels/column_fit.h"
#include "views/panels/interface_form.h"
#include "views/panels/interface_model.h"
#include "views/panels/message_line.h"
#include "views/panels/panel_parts.h"
#include "views/style/icon.h"

#include <QCheckBox>
#include <QComboBox>
#include <QFormLayout>
#include <QHeaderView>
#include <QLabel>
#include <QTableView>

#include <algorithm>

namespace netdraft::views {

NodeForm::NodeForm(const PanelContext &context, QWidget *parent)
    : QWidget(parent), m_context(context), m_name(new CheckedEdit), m_kind(new QComboBox),
      m_forward4(new QCheckBox(tr("IPv4"))), m_forward6(new QCheckBox(tr("IPv6"))),
      m_docker(new QCheckBox(tr("Installed here"))), m_dockerState(new QLabel), m_interfaces(new QTableView),
      m_model(new InterfaceModel(context.document, this)),
      m_interfaceTitle(panelTitle(QStringLiteral("interfaceTitle"))), m_form(new InterfaceForm(context, nullptr)),
      m_message(new MessageLine)
{
    m_name->setObjectName(QStringLiteral("nodeName"));
    m_name->setAccessibleName(tr("Node name"));
    m_name->setCheck([this](const QString &text) {
        if (!model::checkNetnsName(text.toStdString()))
            return tr("Letters, digits and _ . - + make a name; it starts with neither - nor .");
        const auto checked = m_context.document.check({model::RenameNetns{name(), text.toStdString()}});
        return checked ? QString() : QString::fromStdString(model::describe(checked.error()));
    });
    connect(m_name, &CheckedEdit::committed, this, [this](const QString &text) {
        perform(tr("Rename %1 to %2").arg(QString::fromStdString(name()), text),
                {model::RenameNetns{name(), text.toStdString()}});
    });
    connect(m_name, &CheckedEdit::problemChanged, m_message, &MessageLine::setProblem);

    m_kind->setObjectName(QStringLiteral("nodeKind"));
    m_kind->setAccessibleName(tr("Kind"));
    m_kind->setToolTip(tr("What the node is drawn as; how packets move does not depend on it"));
    for (const model::NodeKind kind : {model::NodeKind::Device, model::NodeKind::Switch, model::NodeKind::Router,
                                       model::NodeKind::Namespace, model::NodeKind::Machine})
        m_kind->addItem(icon(iconName(kind)), kindTitle(kind), static_cast<int>(kind));
    connect(m_kind, &QComboBox::activated, this, [this](int row) {
        const auto drawn = m_context.document.drawing().nodes.find(m_node);
        model::NodeDrawing drawing;
        if (drawn != m_context.document.drawing().nodes.end())
            drawing = drawn->second;
        else
            drawing.position = model::freePlaces(m_context.document.project())[m_node];
        drawing.kind = static_cast<model::NodeKind>(m_kind->itemData(row).toInt());
        perform(tr("Draw %1 as %2").arg(QString::fromStdString(name()), kindTitle(drawing.kind)),
                {model::PlaceNode{name(), drawing}});
    });

    m_forward4->setObjectName(QStringLiteral("forwardIpv4"));
    m_forward6->setObjectName(QStringLiteral("forwardIpv6"));
    m_forward4->setAccessibleName(tr("Forwards IPv4 packets"));
    m_forward6->setAccessibleName(tr("Forwards IPv6 packets"));
    m_forward4->setToolTip(tr("sysctl net.ipv4.ip_forward: pass on packets that are for others"));
    m_forward6->setToolTip(tr("sysctl net.ipv6.conf.all.forwarding: pass on packets that are for others"));
    connect(m_forward4, &QCheckBox::clicked, this,
            [this](bool on) { forward(model::DeviceSysctl::Ipv4Forwarding, on); });
    connect(m_forward6, &QCheckBox::clicked, this,
            [this](bool on) { forward(model::DeviceSysctl::Ipv6Forwarding, on); });

    m_docker->setObjectName(QStringLiteral("dockerInstalled"));
    m_docker->setAccessibleName(tr("Docker is installed here"));
    m_docker->setToolTip(tr("Starts dockerd: the bridge docker0, its rules, and forwarding with the policy DROP, which "
                            "stops what this machine only passes on. Off takes all of that away again."));
    connect(m_docker, &QCheckBox::clicked, this, &NodeForm::switchDocker);
    m_dockerState->setObjectName(QStringLiteral("dockerState"));
    m_dockerState->setWordWrap(true);
    m_dockerState->setForegroundRole(QPalette::PlaceholderText);

    m_interfaces->setObjectName(QStringLiteral("interfacesTable"));
    m_interfaces->setAccessibleName(tr("Interfaces"));
    m_interfaces->setModel(m_model);
    styleTable(m_interfaces);
    m_interfaces->setFrameShape(QFrame::StyledPanel);
    new ColumnFit(m_interfaces, InterfaceModel::Addresses);
    connect(m_interfaces->selectionModel(), &QItemSelectionModel::currentRowChanged, this, &NodeForm::chooseInterface);
    connect(m_model, &InterfaceModel::refused, m_message, &MessageLine::setProblem);

    auto *fields = new QFormLayout;
    fields->setHorizontalSpacing(spacing::wide);
    fields->setVerticalSpacing(spacing::normal);
    fields->setFieldGrowthPolicy(QFormLayout::AllNonFixedFieldsGrow);
    fields->addRow(tr("Name"), m_name);
    fields->addRow(tr("Kind"), m_kind);
    auto *forwards = new QHBoxLayout;
    forwards->setSpacing(spacing::wide);
    forwards->addWidget(m_forward4);
    forwards->addWidget(m_forward6);
    forwards->addStretch();
    fields->addRow(tr("Forwards"), forwards);
    auto *docker = new QVBoxLayout;
    docker->setSpacing(spacing::tight);
    docker->addWidget(m_docker);
    docker->addWidget(m_dockerState);
    fields->addRow(tr("Docker"), docker);
    auto *all = new QVBoxLayout(this);
    all->setContentsMargins(spacing::normal, spacing::normal, spacing::normal, spacing::normal);
    all->setSpacing(spacing::normal);
    all->addLayout(fields);
    all->addWidget(m_message);
    all->addWidget(m_interfaces);
    all->addWidget(m_interfaceTitle);
    all->addWidget(m_form);
    all->addStretch(1);
}

std::string NodeForm::name() const
{
    const model::Netns *netns = m_context.document.network().find(m_node);
    return netns ? netns->name : std::string();
}

void NodeForm::setNode(model::NetnsId node)
{
    if (node == m_node)
        return;
    m_node = node;
    m_message->setProblem({});
    m_model->setNode(node);
}

void NodeForm::sync()
{
    const model::Netns *netns = m_context.document.network().find(m_node);
    if (!netns)
        return;
    m_name->setValue(QString::fromStdString(netns->name));
    m_name->setEnabled(m_node != model::hostNetns);
    m_kind->setCurrentIndex(m_kind->findData(static_cast<int>(model::kindOf(m_context.document.project(), *netns))));
    m_forward4->setChecked(netns->forwards(model::Family::Ipv4));
    m_forward6->setChecked(netns->forwards(model::Family::Ipv6));
    syncDocker(*netns);
    m_model->sync();
    const int rows = std::clamp(m_model->rowCount(), 2, 8);
    m_interfaces->setFixedHeight(m_interfaces->horizontalHeader()->sizeHint().height() +
                                 rows * m_interfaces->verticalHeader()->defaultSectionSize() +
                                 2 * m_interfaces->frameWidth() + 2);
    if (!m_interfaces->currentIndex().isValid())
        m_interfaces->setCurrentIndex(m_model->index(0, 0));
    chooseInterface();
}

void NodeForm::chooseInterface()
{
    const QModelIndex current = m_interfaces->currentIndex();
    const bool any = current.isValid();
    m_form->setVisible(any);
    m_interfaceTitle->setVisible(any);
    if (!any)
        return;
    m_interfaceTitle->setText(tr("Interface %1").arg(m_model->index(current.row(), 0).data().toString()));
    m_form->setPlace({m_node, m_model->link(current.row())});
}

void NodeForm::forward(model::DeviceSysctl sysctl, bool on)
{
    const QString family =
        sysctl == model::DeviceSysctl::Ipv4Forwarding ? QStringLiteral("IPv4") : QStringLiteral("IPv6");
    const QString what = (on ? tr("Let %1 forward %2") : tr("Stop %1 forwarding %2"));
    perform(what.arg(QString::fromStdString(name()), family),
            {model::SetDeviceSysctl{name(), "all", sysctl, on ? 1 : 0}});
}

void NodeForm::switchDocker()
{
    const model::Netns *netns = m_context.document.network().find(m_node);
    if (!netns)
        return;
    const bool runs = dockerState(*netns) == DockerState::Running;
    const DockerChange change =
        dockerChange(m_context.document.project(), *netns, runs ? DockerVerb::Remove : DockerVerb::Start);
    if (change.refusal.isEmpty())
        return perform(change.text, change.edits);
    sync();
    m_message->setProblem(change.refusal);
}

void NodeForm::syncDocker(const model::Netns &netns)
{
    const DockerState state = dockerState(netns);
    m_docker->setCheckState(state == DockerState::Running   ? Qt::Checked
                            : state == DockerState::Stopped ? Qt::PartiallyChecked
                                                            : Qt::Unchecked);
    const auto *table = netns.ruleset.find(model::Family::Ipv4, "filter");
    const auto *chain = table ? table->find("FORWARD") : nullptr;
    const bool drops = chain && chain->drops;
    m_dockerState->setVisible(state != DockerState::Absent && (drops || state == DockerState::Stopped));
    if (state == DockerState::Stopped)
        m_dockerState->setText(tr("dockerd is stopped: its bridges and rules stay, as on a real machine."));
    else
        m_dockerState->setText(tr("dockerd runs: the policy of FORWARD is DROP."));
}

void NodeForm::perform(const QString &text, const model::EditList &edits)
{
    const auto done = m_context.document.perform(text, edits);
    sync();
    m_message->setProblem(done ? QString() : QString::fromStdString(model::describe(done.error())));
}

} // namespace netdraft::views
