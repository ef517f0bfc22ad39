#pragma once

#include "views/panels/tables/rule_rows.h"

#include <QWidget>

class QToolButton;

namespace netdraft::views {

/// The hooks of the kernel in the order in which packets pass them, with arrows between them, and how many rules wait
/// at each. A click on one asks for its chains.
class HookFlow : public QWidget
{
    Q_OBJECT

public:
    explicit HookFlow(QWidget *parent = nullptr);

    void setRows(const std::vector<RuleRow> &rows);

signals:
    void chosen(netdraft::model::netfilter::Hook hook);

private:
    std::array<QToolButton *, model::netfilter::hookCount> m_hooks{};
};

} // namespace netdraft::views
