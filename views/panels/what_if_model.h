#pragma once

#include <QAbstractTableModel>

namespace netdraft::model {
struct SingleFailure;
} // namespace netdraft::model

namespace netdraft::views {

class WeakPoints;

/// What breaks when one cable or node fails alone, one a row, those that break most first.
class WhatIfModel : public QAbstractTableModel
{
    Q_OBJECT

public:
    enum Column { What, Pairs, Example, ColumnCount };

    explicit WhatIfModel(const WeakPoints &weak, QObject *parent = nullptr);

    void sync();
    const model::SingleFailure &failure(int row) const;

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    const WeakPoints &m_weak;
    bool m_warns = false; ///< of any failure; then the words of all begin behind the sign

    QString what(const model::SingleFailure &failure) const;
    QString example(const model::SingleFailure &failure) const;
};

} // namespace netdraft::views
