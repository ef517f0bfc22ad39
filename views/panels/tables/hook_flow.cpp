#include "views/panels/tables/hook_flow.h"

#include "views/style/theme.h"

#include <QGridLayout>
#include <QLabel>
#include <QToolButton>

#include <set>

namespace netdraft::views {

namespace {

using model::netfilter::Hook;

/// As the kernel calls it.
QString hookName(Hook hook)
{
    switch (hook) {
    case Hook::Prerouting: return QStringLiteral("PREROUTING");
    case Hook::Input: return QStringLiteral("INPUT");
    case Hook::Forward: return QStringLiteral("FORWARD");
    case Hook::Output: return QStringLiteral("OUTPUT");
    case Hook::Postrouting: return QStringLiteral("POSTROUTING");
    }
    return {};
}

QLabel *arrow(const QString &text)
{
    auto *label = new QLabel(text);
    label->setAlignment(Qt::AlignCenter);
    label->setForegroundRole(QPalette::PlaceholderText);
    return label;
}

} // namespace

HookFlow::HookFlow(QWidget *parent) : QWidget(parent)
{
    struct Place {
        Hook hook;
        int row;
        int column;
    };
    static constexpr Place places[] = {{Hook::Prerouting, 0, 0},
                                       {Hook::Forward, 0, 2},
                                       {Hook::Postrouting, 0, 4},
                                       {Hook::Input, 2, 0},
                                       {Hook::Output, 2, 4}};
    setLayoutDirection(Qt::LeftToRight); // as the arrows point
    auto *grid = new QGridLayout(this);
    grid->setContentsMargins(spacing::normal, spacing::tight, spacing::normal, spacing::normal);
    grid->setHorizontalSpacing(spacing::tight);
    grid->setVerticalSpacing(0);
    for (const auto &[hook, row, column] : places) {
        auto *button = new QToolButton;
        button->setObjectName(QStringLiteral("hook") + hookName(hook));
        button->setSizePolicy(QSizePolicy::Minimum, QSizePolicy::Fixed);
        connect(button, &QToolButton::clicked, this, [this, hook] { emit chosen(hook); });
        grid->addWidget(button, row, column);
        m_hooks[static_cast<std::size_t>(hook)] = button;
    }
    grid->addWidget(arrow(QStringLiteral("→")), 0, 1);
    grid->addWidget(arrow(QStringLiteral("→")), 0, 3);
    grid->addWidget(arrow(QStringLiteral("↓")), 1, 0);
    grid->addWidget(arrow(QStringLiteral("↑")), 1, 4);
    grid->addWidget(arrow(QStringLiteral("→")), 2, 1);
    grid->addWidget(arrow(tr("processes")), 2, 2);
    grid->addWidget(arrow(QStringLiteral("→")), 2, 3);
    grid->setRowStretch(3, 1);
    setRows({});
}

void HookFlow::setRows(const std::vector<model::tables::UnfoldedRule> &rows)
{
    struct AtHook {
        std::set<model::netfilter::CountingPlace> rules;
        bool drops = false;
        bool dropsSix = false; ///< IPv6, by a policy of ip6tables
    };
    std::array<AtHook, model::netfilter::hookCount> hooks;
    for (const model::tables::UnfoldedRule &row : rows) {
        AtHook &at = hooks[static_cast<std::size_t>(row.hook)];
        if (row.depth > 0)
            at.rules.insert(row.place);
        (row.place.family == model::Family::Ipv6 ? at.dropsSix : at.drops) |= row.drops;
    }
    for (std::size_t i = 0; i < m_hooks.size(); ++i) {
        const AtHook &at = hooks[i];
        const QString name = hookName(static_cast<Hook>(i));
        const QString text = at.drops           ? tr("Rules: %1, else DROP").arg(at.rules.size())
                             : at.dropsSix      ? tr("Rules: %1, else DROP (ip6tables)").arg(at.rules.size())
                             : at.rules.empty() ? tr("No rules")
                                                : tr("Rules: %1").arg(at.rules.size());
        m_hooks[i]->setText(name + QLatin1Char('\n') + text);
        m_hooks[i]->setAccessibleName(name + QStringLiteral(": ") + text);
        m_hooks[i]->setToolTip(tr("Show the chains that the kernel runs at %1").arg(name));
        m_hooks[i]->setEnabled(!at.rules.empty() || at.drops || at.dropsSix);
    }
}

} // namespace netdraft::views
