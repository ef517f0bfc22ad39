#include "views/panels/several_form.h"

#include "views/document/document.h"
#include "views/document/selection.h"
#include "views/panels/checked_edit.h"
#include "views/panels/message_line.h"
#include "views/panels/panel_parts.h"
#include "views/style/icon.h"

#include <QCheckBox>
#include <QComboBox>
#include <QFormLayout>
#include <QHBoxLayout>
#include <QLabel>

namespace netdraft::views {

namespace {

/// The row of the value, or none where they differ.
template <typename T>
void showChoice(QComboBox &box, const Shared<T> &shared)
{
    box.setCurrentIndex(shared.value() ? box.findData(static_cast<int>(*shared.value())) : -1);
}

void showSwitch(QCheckBox &box, const QString &text, const Shared<bool> &shared)
{
    box.setText(shared.differs() ? SeveralForm::tr("%1 (several values)").arg(text) : text);
    box.setTristate(shared.differs());
    box.setCheckState(shared.differs() ? Qt::PartiallyChecked : *shared.value() ? Qt::Checked : Qt::Unchecked);
}

void showNumber(CheckedEdit &edit, const Shared<int> &shared)
{
    edit.setValue(shared.value() ? QString::number(*shared.value()) : QString());
    edit.setPlaceholderText(shared.differs() ? SeveralForm::tr("Several values") : QString());
}

} // namespace

SeveralForm::SeveralForm(const PanelContext &context, QWidget *parent)
    : QWidget(parent), m_context(context), m_title(panelTitle(QStringLiteral("severalTitle"))),
      m_fields(new QFormLayout), m_kind(new QComboBox), m_forwards(new QWidget), m_forward4(new QCheckBox),
      m_forward6(new QCheckBox), m_up(new QCheckBox), m_length(new CheckedEdit), m_mtu(new CheckedEdit),
      m_colour(new QComboBox), m_note(new QLabel(tr("What is changed here is changed for all that is selected."))),
      m_message(new MessageLine)
{
    makeChoices();
    makeSwitches();
    makeNumbers();
    m_title->setWordWrap(true);
    m_note->setWordWrap(true);
    m_note->setForegroundRole(QPalette::PlaceholderText);
    m_fields->setHorizontalSpacing(spacing::wide);
    m_fields->setVerticalSpacing(spacing::normal);
    m_fields->setFieldGrowthPolicy(QFormLayout::AllNonFixedFieldsGrow);
    m_fields->addRow(tr("Kind"), m_kind);
    m_fields->addRow(tr("Forwards"), m_forwards);
    m_fields->addRow(tr("State"), m_up);
    m_fields->addRow(tr("Prefix length"), m_length);
    m_fields->addRow(tr("MTU"), m_mtu);
    m_fields->addRow(tr("Colour"), m_colour);
    auto *all = new QVBoxLayout(this);
    all->setContentsMargins(spacing::normal, spacing::normal, spacing::normal, spacing::normal);
    all->setSpacing(spacing::normal);
    all->addWidget(m_title);
    all->addLayout(m_fields);
    all->addWidget(m_message);
    all->addWidget(m_note);
    all->addStretch(1);
}

void SeveralForm::makeChoices()
{
    m_kind->setObjectName(QStringLiteral("severalKind"));
    m_kind->setAccessibleName(tr("Kind of the selected nodes"));
    m_kind->setToolTip(tr("What the nodes are drawn as; how packets move does not depend on it"));
    for (const model::NodeKind kind : {model::NodeKind::Device, model::NodeKind::Switch, model::NodeKind::Router,
                                       model::NodeKind::Namespace, model::NodeKind::Machine})
        m_kind->addItem(icon(iconName(kind)), kindTitle(kind), static_cast<int>(kind));
    m_colour->setObjectName(QStringLiteral("severalColour"));
    m_colour->setAccessibleName(tr("Colour of the selected annotations"));
    for (const model::AnnotationColour colour : model::annotationColours) {
        m_colour->addItem(icon(QStringLiteral("swatch"), lightTheme().annotation(colour).border), colourTitle(colour),
                          static_cast<int>(colour));
    }
    for (QComboBox *box : {m_kind, m_colour})
        box->setPlaceholderText(tr("Several values"));
    connect(m_kind, &QComboBox::activated, this, [this](int row) {
        const auto kind = static_cast<model::NodeKind>(m_kind->itemData(row).toInt());
        perform(tr("Draw the selected nodes as %1").arg(kindTitle(kind)),
                m_shared.drawAs(m_context.document.project(), kind));
    });
    connect(m_colour, &QComboBox::activated, this, [this](int row) {
        const auto colour = static_cast<model::AnnotationColour>(m_colour->itemData(row).toInt());
        perform(tr("Colour annotations"), m_shared.paint(m_context.document.drawing(), colour));
    });
}

void SeveralForm::makeSwitches()
{
    auto *row = new QHBoxLayout(m_forwards);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(spacing::wide);
    row->addWidget(m_forward4);
    row->addWidget(m_forward6);
    row->addStretch();
    m_forward4->setObjectName(QStringLiteral("severalForward4"));
    m_forward6->setObjectName(QStringLiteral("severalForward6"));
    m_forward4->setAccessibleName(tr("The selected nodes forward IPv4 packets"));
    m_forward6->setAccessibleName(tr("The selected nodes forward IPv6 packets"));
    m_forward4->setToolTip(tr("sysctl net.ipv4.ip_forward: pass on packets that are for others"));
    m_forward6->setToolTip(tr("sysctl net.ipv6.conf.all.forwarding: pass on packets that are for others"));
    m_up->setObjectName(QStringLiteral("severalUp"));
    m_up->setAccessibleName(tr("The selected interfaces are up"));
    m_up->setToolTip(tr("The interfaces of the selected nodes but lo, and both ends of the selected cables"));
    // Where they differ, the first click switches all of them on.
    const auto forward = [this](model::DeviceSysctl sysctl, const QString &family, bool on) {
        perform(
            (on ? tr("Let the selected nodes forward %1") : tr("Stop the selected nodes forwarding %1")).arg(family),
            m_shared.forward(m_context.document.network(), sysctl, on));
    };
    connect(m_forward4, &QCheckBox::clicked, this, [this, forward] {
        forward(model::DeviceSysctl::Ipv4Forwarding, QStringLiteral("IPv4"), m_shared.forwards4.value() != true);
    });
    connect(m_forward6, &QCheckBox::clicked, this, [this, forward] {
        forward(model::DeviceSysctl::Ipv6Forwarding, QStringLiteral("IPv6"), m_shared.forwards6.value() != true);
    });
    connect(m_up, &QCheckBox::clicked, this, [this] {
        const bool on = m_shared.up.value() != true;
        perform(on ? tr("Set the selected interfaces up") : tr("Set the selected interfaces down"),
                m_shared.setUp(m_context.document.network(), on));
    });
}

void SeveralForm::makeNumbers()
{
    m_length->setObjectName(QStringLiteral("severalLength"));
    m_length->setAccessibleName(tr("Prefix length of the IPv4 addresses of the selected interfaces"));
    m_length->setToolTip(tr("Gives every IPv4 address there this length; routes over a subnet that goes are lost"));
    m_length->setCheck([this](const QString &text) {
        bool ok = false;
        const int length = text.toInt(&ok);
        if (text.isEmpty() && m_shared.length4.differs())
            return QString();
        return ok && length >= 1 && length <= 32 ? refusal(m_shared.setLength4(m_context.document.network(), length))
                                                 : tr("A prefix length of IPv4 is a number from 1 to 32, like 24");
    });
    connect(m_length, &CheckedEdit::committed, this, [this](const QString &text) {
        if (!text.isEmpty())
            perform(tr("Set prefix length of the selected interfaces to %1").arg(text),
                    m_shared.setLength4(m_context.document.network(), text.toInt()));
    });
    m_mtu->setObjectName(QStringLiteral("severalMtu"));
    m_mtu->setAccessibleName(tr("MTU of the selected interfaces in bytes"));
    m_mtu->setCheck([this](const QString &text) {
        bool ok = false;
        const int mtu = text.toInt(&ok);
        if (text.isEmpty() && m_shared.mtu.differs())
            return QString();
        return ok ? refusal(m_shared.setMtu(m_context.document.network(), mtu))
                  : tr("The MTU is a number of bytes, like 1500");
    });
    connect(m_mtu, &CheckedEdit::committed, this, [this](const QString &text) {
        if (!text.isEmpty())
            perform(tr("Set MTU of the selected interfaces to %1").arg(text),
                    m_shared.setMtu(m_context.document.network(), text.toInt()));
    });
    for (auto *edit : {m_length, m_mtu})
        connect(edit, &CheckedEdit::problemChanged, m_message, &MessageLine::setProblem);
}

bool SeveralForm::isOneAnnotation() const
{
    return m_shared.annotations.size() == 1 && m_shared.nodes.empty() && m_shared.links.empty();
}

QString SeveralForm::title() const
{
    if (isOneAnnotation())
        return kindTitle(m_context.document.drawing().annotations.at(m_shared.annotations.front()).kind);
    QStringList parts;
    if (!m_shared.nodes.empty())
        parts += tr("Nodes: %L1").arg(m_shared.nodes.size());
    if (!m_context.selection.links().empty())
        parts += tr("Cables: %L1").arg(m_context.selection.links().size());
    if (!m_shared.links.empty())
        parts += tr("Interfaces: %L1").arg(m_shared.links.size());
    if (!m_shared.annotations.empty())
        parts += tr("Annotations: %L1").arg(m_shared.annotations.size());
    return parts.join(QStringLiteral("   "));
}

void SeveralForm::sync()
{
    m_shared = SharedValues(m_context.document.project(), m_context.selection);
    m_title->setText(title());
    m_note->setVisible(!isOneAnnotation());
    m_fields->setRowVisible(m_kind, m_shared.kind.any());
    m_fields->setRowVisible(m_forwards, m_shared.forwards4.any());
    m_fields->setRowVisible(m_up, m_shared.up.any());
    m_fields->setRowVisible(m_length, m_shared.length4.any());
    m_fields->setRowVisible(m_mtu, m_shared.mtu.any());
    m_fields->setRowVisible(m_colour, m_shared.colour.any());
    showChoice(*m_kind, m_shared.kind);
    showChoice(*m_colour, m_shared.colour);
    if (m_shared.forwards4.any()) {
        showSwitch(*m_forward4, QStringLiteral("IPv4"), m_shared.forwards4);
        showSwitch(*m_forward6, QStringLiteral("IPv6"), m_shared.forwards6);
    }
    if (m_shared.up.any())
        showSwitch(*m_up, tr("Up"), m_shared.up);
    showNumber(*m_length, m_shared.length4);
    showNumber(*m_mtu, m_shared.mtu);
}

QString SeveralForm::refusal(const model::EditList &edits) const
{
    const auto checked = m_context.document.check(edits);
    return checked ? QString() : QString::fromStdString(model::describe(checked.error()));
}

void SeveralForm::perform(const QString &text, const model::EditList &edits)
{
    const auto done = edits.empty() ? model::Result<void>() : m_context.document.perform(text, edits);
    sync();
    m_message->setProblem(done ? QString() : QString::fromStdString(model::describe(done.error())));
}

} // namespace netdraft::views
