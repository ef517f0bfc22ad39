#pragma once

#include "model/edit/edit.h"
#include "views/panels/panel.h"

class QCheckBox;
class QComboBox;
class QLabel;
class QTableView;

namespace netdraft::views {

class CheckedEdit;
class InterfaceForm;
class InterfaceModel;
class MessageLine;

/// One node: its name, what it is drawn as, whether it forwards, its interfaces, and the fields of one of
/// them.
class NodeForm : public QWidget
{
    Q_OBJECT

public:
    NodeForm(const PanelContext &context, QWidget *parent);

    void setNode(model::NetnsId node);
    void sync();

private:
    PanelContext m_context;
    model::NetnsId m_node;
    CheckedEdit *m_name;
    QComboBox *m_kind;
    QCheckBox *m_forward4;
    QCheckBox *m_forward6;
    QCheckBox *m_docker;
    QLabel *m_dockerState;
    QTableView *m_interfaces;
    InterfaceModel *m_model;
    QLabel *m_interfaceTitle;
    InterfaceForm *m_form;
    MessageLine *m_message;

    std::string name() const;
    void chooseInterface();
    void forward(model::DeviceSysctl sysctl, bool on);
    void switchDocker();
    void syncDocker(const model::Netns &netns);
    void perform(const QString &text, const model::EditList &edits);
};

} // namespace netdraft::views
