#pragma once

#include "model/tables/unfolded_rules.h"

#include <QTreeView>

class QStandardItem;
class QStandardItemModel;

namespace netdraft::views {

/// The rules of a node as a tree: the chains in the order in which packets pass them, below each its rules, and below
/// a rule that jumps those of the chain that it jumps to; beside them what each has counted. Rows that the packet
/// passed which is looked at have a mark.
class RulesView : public QTreeView
{
    Q_OBJECT

public:
    explicit RulesView(QWidget *parent = nullptr);

    /// What is open and selected stays so while only counters move.
    void setRows(std::vector<model::tables::UnfoldedRule> rows);
    /// Which of the rows the packet passed, as many as there are rows.
    void setPassed(std::vector<bool> passed);
    /// Brings the first chain of a hook to the top, and selects it.
    void goTo(model::netfilter::Hook hook);

protected:
    void changeEvent(QEvent *event) override;

private:
    QStandardItemModel *m_model;
    std::vector<model::tables::UnfoldedRule> m_rows;
    std::vector<QStandardItem *> m_items; ///< the first of each row
    std::vector<bool> m_passed;

    void build();
    void writeCounts();
    void writeMarks();
};

} // namespace netdraft::views
