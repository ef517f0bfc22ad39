#include "views/dialogs/shortcut_sheet.h"

#include "views/actions/action_set.h"
#include "views/style/icon.h"
#include "views/style/theme.h"

#include <QDialogButtonBox>
#include <QHeaderView>
#include <QKeySequenceEdit>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QSettings>
#include <QTableWidget>
#include <QVBoxLayout>

#include <algorithm>

namespace netdraft::views {

namespace {

constexpr auto initialProperty = "initialShortcuts";

QString settingsKey(const QAction &action)
{
    return QStringLiteral("shortcuts/") + action.objectName();
}

QString keysOf(const QAction &action)
{
    QStringList keys;
    for (const QKeySequence &sequence : action.shortcuts())
        keys << sequence.toString(QKeySequence::NativeText);
    return keys.join(QStringLiteral(", "));
}

QString initialOf(const QAction &action)
{
    return action.property(initialProperty).toString();
}

void give(QAction &action, const QString &portable)
{
    action.setShortcuts(QKeySequence::listFromString(portable, QKeySequence::PortableText));
}

/// Asks for one key sequence.
class KeyQuestion : public QDialog
{
public:
    KeyQuestion(const QAction &action, const std::vector<QAction *> &all, QWidget *parent)
        : QDialog(parent), m_edit(new QKeySequenceEdit(action.shortcut())), m_conflict(new QLabel)
    {
        setObjectName(QStringLiteral("keyQuestion"));
        setWindowTitle(ShortcutSheet::tr("Keys for “%1”").arg(plainText(action)));
        m_edit->setObjectName(QStringLiteral("keyEdit"));
        m_conflict->setObjectName(QStringLiteral("keyConflict"));
        auto *buttons = new QDialogButtonBox(QDialogButtonBox::Ok | QDialogButtonBox::Cancel);
        QPushButton *clear = buttons->addButton(ShortcutSheet::tr("No Keys"), QDialogButtonBox::ResetRole);
        connect(clear, &QPushButton::clicked, m_edit, &QKeySequenceEdit::clear);
        connect(buttons, &QDialogButtonBox::accepted, this, &QDialog::accept);
        connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
        connect(m_edit, &QKeySequenceEdit::keySequenceChanged, this,
                [this, &action, all, buttons](const QKeySequence &keys) {
                    const auto other = std::ranges::find_if(all, [&](const QAction *candidate) {
                        return candidate != &action && !keys.isEmpty() && candidate->shortcuts().contains(keys);
                    });
                    m_conflict->setText(
                        other == all.end() ? QString()
                                           : ShortcutSheet::tr("“%1” has these keys already.").arg(plainText(**other)));
                    buttons->button(QDialogButtonBox::Ok)->setEnabled(other == all.end());
                });
        auto *column = new QVBoxLayout(this);
        column->addWidget(new QLabel(ShortcutSheet::tr("Press the keys:")));
        column->addWidget(m_edit);
        column->addWidget(m_conflict);
        column->addWidget(buttons);
    }

    QKeySequence keys() const { return m_edit->keySequence(); }

private:
    QKeySequenceEdit *m_edit;
    QLabel *m_conflict;
};

} // namespace

void ShortcutSheet::restore(const std::vector<QAction *> &actions)
{
    const QSettings settings;
    for (QAction *action : actions) {
        action->setProperty(initialProperty,
                            QKeySequence::listToString(action->shortcuts(), QKeySequence::PortableText));
        if (settings.contains(settingsKey(*action)))
            give(*action, settings.value(settingsKey(*action)).toString());
    }
}

ShortcutSheet::ShortcutSheet(std::vector<QAction *> actions, QWidget *window)
    : QDialog(window), m_actions(std::move(actions)), m_search(new QLineEdit), m_table(new QTableWidget)
{
    setObjectName(QStringLiteral("shortcutSheet"));
    setWindowTitle(tr("Keyboard Shortcuts"));
    setAttribute(Qt::WA_DeleteOnClose);
    m_search->setObjectName(QStringLiteral("shortcutSearch"));
    m_search->setPlaceholderText(tr("Search actions and keys"));
    m_search->setAccessibleName(m_search->placeholderText());
    m_search->setClearButtonEnabled(true);
    m_table->setObjectName(QStringLiteral("shortcutTable"));
    m_table->setAccessibleName(tr("Actions and their keys"));
    m_table->setTabKeyNavigation(false);
    m_table->setColumnCount(2);
    m_table->setHorizontalHeaderLabels({tr("Action"), tr("Keys")});
    m_table->horizontalHeader()->setSectionResizeMode(0, QHeaderView::Stretch);
    m_table->horizontalHeader()->setSectionResizeMode(1, QHeaderView::ResizeToContents);
    m_table->horizontalHeader()->setDefaultAlignment(Qt::AlignLeft | Qt::AlignVCenter);
    m_table->horizontalHeader()->setHighlightSections(false);
    m_table->verticalHeader()->hide();
    m_table->setShowGrid(false);
    m_table->setSelectionBehavior(QAbstractItemView::SelectRows);
    m_table->setSelectionMode(QAbstractItemView::SingleSelection);
    m_table->setEditTriggers(QAbstractItemView::NoEditTriggers);
    connect(m_search, &QLineEdit::textChanged, this, &ShortcutSheet::filter);
    connect(m_table, &QTableWidget::cellActivated, this, [this](int row, int) { change(row); });

    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Close);
    QPushButton *again = buttons->addButton(tr("Reset All"), QDialogButtonBox::ResetRole);
    again->setObjectName(QStringLiteral("resetShortcuts"));
    connect(again, &QPushButton::clicked, this, &ShortcutSheet::reset);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::close);
    auto *hint = new QLabel(tr("Double-click a row, or press Enter on it, to change its keys."));
    hint->setForegroundRole(QPalette::PlaceholderText);
    auto *column = new QVBoxLayout(this);
    column->setSpacing(spacing::normal);
    column->addWidget(m_search);
    column->addWidget(m_table, 1);
    column->addWidget(hint);
    column->addWidget(buttons);
    fillTable();
    const QSize wanted(std::max(520, fontMetrics().averageCharWidth() * 60), 560);
    resize(window ? wanted.boundedTo(window->size() * 0.9) : wanted);
}

void ShortcutSheet::fillTable()
{
    m_table->setRowCount(static_cast<int>(m_actions.size()));
    for (int row = 0; row < m_table->rowCount(); ++row) {
        const QAction &action = *m_actions[static_cast<std::size_t>(row)];
        m_table->setItem(row, 0,
                         new QTableWidgetItem(action.icon().isNull() ? blankIcon() : action.icon(), plainText(action)));
        m_table->setItem(row, 1, new QTableWidgetItem(keysOf(action)));
        m_table->item(row, 0)->setToolTip(action.statusTip());
    }
    filter(m_search->text());
}

void ShortcutSheet::filter(const QString &typed)
{
    for (int row = 0; row < m_table->rowCount(); ++row) {
        const bool agrees = m_table->item(row, 0)->text().contains(typed, Qt::CaseInsensitive) ||
                            m_table->item(row, 1)->text().contains(typed, Qt::CaseInsensitive);
        m_table->setRowHidden(row, !agrees);
    }
}

void ShortcutSheet::change(int row)
{
    QAction &action = *m_actions[static_cast<std::size_t>(row)];
    KeyQuestion question(action, m_actions, this);
    if (question.exec() != QDialog::Accepted)
        return;
    const QString keys = question.keys().toString(QKeySequence::PortableText);
    give(action, keys);
    QSettings().setValue(settingsKey(action), keys);
    fillTable();
}

void ShortcutSheet::reset()
{
    for (QAction *action : m_actions)
        give(*action, initialOf(*action));
    QSettings().remove(QStringLiteral("shortcuts"));
    fillTable();
}

} // namespace netdraft::views
