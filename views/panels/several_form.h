#pragma once

#include "views/panels/panel.h"
#include "views/panels/shared_values.h"

class QCheckBox;
class QComboBox;
class QFormLayout;
class QLabel;

namespace netdraft::views {

class CheckedEdit;
class MessageLine;

/// The fields that several selected things have in common; where they differ, a field says so. Each change is made for
/// all of them at once, and can be undone as one.
class SeveralForm : public QWidget
{
    Q_OBJECT

public:
    SeveralForm(const PanelContext &context, QWidget *parent);

    void sync();
    /// Whether nothing of what is selected was there, when it was last looked at.
    bool isEmpty() const { return m_shared.nodes.empty() && m_shared.links.empty() && m_shared.annotations.empty(); }

private:
    PanelContext m_context;
    SharedValues m_shared;
    QLabel *m_title;
    QFormLayout *m_fields;
    QComboBox *m_kind;
    QWidget *m_forwards;
    QCheckBox *m_forward4;
    QCheckBox *m_forward6;
    QCheckBox *m_up;
    CheckedEdit *m_length;
    CheckedEdit *m_mtu;
    QComboBox *m_colour;
    QLabel *m_note;
    MessageLine *m_message;

    void makeChoices();
    void makeSwitches();
    void makeNumbers();
    bool isOneAnnotation() const;
    QString title() const;
    QString refusal(const model::EditList &edits) const;
    void perform(const QString &text, const model::EditList &edits);
};

} // namespace netdraft::views
