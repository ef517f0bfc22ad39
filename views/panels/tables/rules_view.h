#pragma once

#include "views/panels/tables/rule_rows.h"

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
    void setRows(std::vector<RuleRow> rows);
    const std::vector<RuleRow> &rows() const { return m_rows; }
    void setPassed(const std::vector<model::netfilter::CountingPlace> &places);
    /// Brings the first chain of a hook to the top, and selects it.
    void goTo(model::netfilter::Hook hook);

protected:
    void changeEvent(QEvent *event) override;

private:
    QStandardItemModel *m_model;
    std::vector<RuleRow> m_rows;
    std::vector<QStandardItem *> m_items; ///< the first of each row
    std::vector<model::netfilter::CountingPlace> m_passed;

    void build();
    void writeCounts();
    void writeMarks();
};

} // namespace netdraft::views
