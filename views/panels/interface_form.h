#pragma once

#include "model/edit/edit.h"
#include "views/panels/panel.h"

class QCheckBox;
class QComboBox;
class QLabel;
class QListView;

namespace netdraft::views {

class AddressModel;
class CheckedEdit;
class MessageLine;

/// The fields of one interface: name, up or down, addresses, MTU, MAC, what makes its packets late, and the bridge that
/// it is a port of.
/// Each change is made at once and can be undone; what the kernel refuses is said below.
class InterfaceForm : public QWidget
{
    Q_OBJECT

public:
    InterfaceForm(const PanelContext &context, QWidget *parent);

    void setPlace(model::LinkPlace place);
    void sync();

private:
    PanelContext m_context;
    model::LinkPlace m_place;
    CheckedEdit *m_name;
    QCheckBox *m_up;
    QLabel *m_state;
    QListView *m_addresses;
    AddressModel *m_model;
    CheckedEdit *m_mtu;
    CheckedEdit *m_mac;
    CheckedEdit *m_qdisc;
    QComboBox *m_master;
    QLabel *m_masterLabel;
    MessageLine *m_message;

    const model::Link *link() const;
    model::LinkName linkName() const;
    QString stateText() const;
    void syncMasters();
    void fitAddresses();
    /// What the words of tc ask for, of which `netem` need not be written; none: to take away what is there.
    model::Result<model::EditList> qdiscEdits(const QString &words) const;
    QString refusal(const model::EditList &edits) const;
    void perform(const QString &text, const model::EditList &edits);
    bool eventFilter(QObject *object, QEvent *event) override;
};

} // namespace netdraft::views
