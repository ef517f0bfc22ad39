#pragma once

#include "model/tables/unfolded_rules.h"

#include <QWidget>

class QToolButton;

namespace netdraft::views {

/// The hooks of the kernel in the order in which packets pass them, from left to right in every language, with arrows
/// between them, and how many rules wait at each. A click on one asks for its chains.
class HookFlow : public QWidget
{
    Q_OBJECT

public:
    explicit HookFlow(QWidget *parent = nullptr);

    /// Counts each rule once at a hook, however many jumps lead to it.
    void setRows(const std::vector<model::tables::UnfoldedRule> &rows);

signals:
    void chosen(netdraft::model::netfilter::Hook hook);

private:
    std::array<QToolButton *, model::netfilter::hookCount> m_hooks{};
};

} // namespace netdraft::views
