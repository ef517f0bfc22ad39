#pragma once

#include "model/recipe/kubernetes/proxy/ports.h"
#include "views/document/background.h"
#include "views/panels/panel.h"

class QLabel;
class QModelIndex;
class QPushButton;
class QTableView;

namespace netdraft::views {

class MessageLine;
class PortsModel;

/// Which ports of the network's clusters listen and are reached from where they must be, why one is not, and a button
/// that lets it through. Tried in another thread, while it is seen; a click selects the node.
class PortsPanel : public Panel
{
    Q_OBJECT

public:
    PortsPanel(const PanelContext &context, QWidget *parent);

    void setSeen(bool seen) override;

protected:
    void sync() override;
    void contextMenuEvent(QContextMenuEvent *event) override;

private:
    using Ports = std::vector<model::kubernetes::ClusterPorts>;

    PortsModel *m_model;
    QTableView *m_table;
    QLabel *m_mark;
    QLabel *m_summary;
    QWidget *m_details; ///< of one row, where it is not as it must be
    QLabel *m_reason;
    QPushButton *m_mend;
    QLabel *m_words;
    MessageLine *m_message;
    bool m_seen = false;
    bool m_asked = false; ///< the ports of the present network are known, or on their way
    Background<Ports> m_work;

    void forget();
    void follow();
    void take();
    void say();
    void fitColumns();
    void sayDetails();
    QModelIndex told() const;
    void jumpTo(const QModelIndex &index);
    void mend(const QModelIndex &index, std::size_t which);
};

} // namespace netdraft::views
