#include "views/panels/tables/hook_flow.h"

#include "views/style/theme.h"

#include <QGridLayout>
#include <QLabel>
#include <QToolButton>

namespace netdraft::views {

namespace {

using model::netfilter::Hook;

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

void HookFlow::setRows(const std::vector<RuleRow> &rows)
{
    std::array<int, model::netfilter::hookCount> rules{};
    std::array<bool, model::netfilter::hookCount> drops{};
    for (const RuleRow &row : rows) {
        const auto hook = static_cast<std::size_t>(row.hook);
        rules[hook] += row.depth > 0 ? 1 : 0;
        drops[hook] = drops[hook] || row.drops;
    }
    for (std::size_t i = 0; i < m_hooks.size(); ++i) {
        const QString name = hookName(static_cast<Hook>(i));
        const QString text = drops[i]        ? tr("Rules: %1, else DROP").arg(rules[i])
                             : rules[i] == 0 ? tr("No rules")
                                             : tr("Rules: %1").arg(rules[i]);
        m_hooks[i]->setText(name + QLatin1Char('\n') + text);
        m_hooks[i]->setAccessibleName(name + QStringLiteral(": ") + text);
        m_hooks[i]->setToolTip(tr("Show the chains that the kernel runs at %1").arg(name));
        m_hooks[i]->setEnabled(rules[i] > 0 || drops[i]);
    }
}

} // namespace netdraft::views
