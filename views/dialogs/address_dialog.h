#pragma once

#include "model/recipe/addressing.h"

#include <QDialog>

class QCheckBox;
class QComboBox;
class QLabel;
class QPushButton;
class QSpinBox;
class QTreeWidget;

namespace netdraft::views {

class Document;
class Selection;

/// The address assistant: asks from where the networks are taken, shows what every segment gets, and gives it by one
/// gesture.
class AddressDialog : public QDialog
{
    Q_OBJECT

public:
    enum class Scope : std::uint8_t { Everything, Selection };

    /// With something selected, `scope` says what is offered at first.
    AddressDialog(Document &document, const Selection &selection, Scope scope, QWidget *window);

signals:
    /// What was done, for the status bar.
    void message(const QString &text);

private:
    Document &m_document;
    const Selection &m_selection;
    QComboBox *m_pool;
    QSpinBox *m_length;
    QCheckBox *m_gateways;
    QCheckBox *m_routes;
    QCheckBox *m_selected;
    QTreeWidget *m_preview;
    QLabel *m_summary;
    QPushButton *m_give;
    model::EditList m_edits;

    model::Result<model::AddressPlan> plan() const;
    void showPlan(const model::AddressPlan &plan);
    void replan();
    void give();
};

} // namespace netdraft::views
