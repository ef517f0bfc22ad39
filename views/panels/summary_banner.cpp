#include "views/panels/summary_banner.h"

#include "views/document/document.h"
#include "views/document/node_words.h"
#include "views/document/selection.h"
#include "views/document/shown_ping.h"
#include "views/style/icon.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QPainter>
#include <QPushButton>

#include <algorithm>

namespace netdraft::views {

SummaryBanner::SummaryBanner(const PanelContext &context, QWidget *parent)
    : Panel(context, parent), m_mark(new QLabel), m_text(new QLabel), m_totals(new QLabel),
      m_show(new QPushButton(tr("Show"))), m_mend(new QPushButton)
{
    setObjectName(QStringLiteral("summaryBanner"));
    m_text->setObjectName(QStringLiteral("summaryText"));
    m_text->setTextFormat(Qt::PlainText);
    m_text->setWordWrap(true);
    m_text->setTextInteractionFlags(Qt::TextSelectableByMouse);
    QFont font = m_text->font();
    font.setWeight(QFont::DemiBold);
    m_text->setFont(font);
    m_totals->setObjectName(QStringLiteral("summaryTotals"));
    m_show->setObjectName(QStringLiteral("showProblem"));
    m_show->setToolTip(tr("Select the node and draw the way of the packet"));
    m_mend->setObjectName(QStringLiteral("mendProblem"));
    m_mend->setIcon(icon(QStringLiteral("mend")));
    connect(m_show, &QPushButton::clicked, this, &SummaryBanner::showProblem);
    connect(m_mend, &QPushButton::clicked, this, &SummaryBanner::mend);

    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(spacing::wide - spacing::tight, spacing::tight, spacing::normal, spacing::tight);
    row->setSpacing(spacing::normal);
    row->addWidget(m_mark);
    row->addWidget(m_text, 1);
    row->addWidget(m_totals);
    row->addWidget(m_show);
    row->addWidget(m_mend);
    // As high for one line as for two, so that the canvas stays where it is.
    const int content = std::max(m_mend->sizeHint().height() + 2, 2 * m_text->fontMetrics().lineSpacing());
    setMinimumHeight(content + 2 * spacing::tight);
    followDocument();
}

QString SummaryBanner::text() const
{
    return m_text->text();
}

void SummaryBanner::sync()
{
    const auto reachability = document().reachability();
    if (const auto share = document().answersAwaited()) {
        m_show->hide();
        m_mend->hide();
        m_totals->setText({});
        say(State::Nothing, tr("Working out who reaches whom: %1 %").arg(static_cast<int>(*share * 100)));
        return;
    }
    const auto totals = reachability->totals();
    const std::vector<model::Problem> &problems = document().problems();
    m_totals->setText(totals.pairs == 0 ? QString()
                                        : tr("%L1 of %L2 pairs reach").arg(totals.reachable).arg(totals.pairs));
    const model::Problem *first = problems.empty() ? nullptr : &problems.front();
    m_show->setVisible(first != nullptr);
    m_mendText = first && !first->mends.empty() ? QString::fromStdString(first->mends.front().text) : QString();
    m_mend->setVisible(first && !first->mends.empty());
    m_mend->setToolTip(m_mendText);
    m_mend->setAccessibleName(m_mendText);
    if (!first) {
        if (totals.pairs == 0)
            say(State::Nothing, tr("Draw two nodes, connect them and give them addresses to see who reaches whom."));
        else
            say(State::Fine, tr("Every node reaches every other."));
    } else if (first->severity == model::Severity::Error && first->pairs > 0) {
        const model::Target &target = reachability->targets()[first->to];
        const model::NetnsId from = reachability->nodes()[first->from];
        const model::Ping ping = model::ping(reachability->plane(), from, target.address);
        const model::Network &network = reachability->network();
        say(State::Failing, tr("%1 cannot reach %2: %3")
                                .arg(nodeName(network, from), nodeName(network, target.node),
                                     QString::fromStdString(model::reason(network, ping))));
    } else {
        say(first->severity == model::Severity::Error ? State::Failing : State::Warning,
            QString::fromStdString(first->text));
    }
}

void SummaryBanner::say(State state, const QString &text)
{
    m_state = state;
    m_text->setText(text);
    fit();
    setAccessibleName(text);
    syncColours();
}

void SummaryBanner::syncColours()
{
    const Theme &theme = currentTheme();
    struct Look {
        QString icon;
        QColor colour;
        QString word;
    };
    const auto [name, colour, word] = [&]() -> Look {
        switch (m_state) {
        case State::Nothing: return {QStringLiteral("information"), theme.mutedText, tr("Note")};
        case State::Fine: return {QStringLiteral("ok"), theme.ok, tr("All is well")};
        case State::Warning: return {QStringLiteral("uncertain"), theme.uncertain, tr("Warning")};
        case State::Failing: return {QStringLiteral("bad"), theme.bad, tr("Problem")};
        }
        return {};
    }();
    m_mark->setPixmap(iconPixmap(name, colour, 20, devicePixelRatioF()));
    m_mark->setAccessibleName(word);
    QPalette colours;
    colours.setColor(QPalette::WindowText, colour);
    m_text->setPalette(colours);
    QPalette muted;
    muted.setColor(QPalette::WindowText, theme.mutedText);
    m_totals->setPalette(muted);
    update();
}

void SummaryBanner::changeEvent(QEvent *event)
{
    Panel::changeEvent(event);
    if (event->type() == QEvent::PaletteChange || event->type() == QEvent::ApplicationPaletteChange)
        syncColours();
}

void SummaryBanner::paintEvent(QPaintEvent * /*event*/)
{
    const Theme &theme = currentTheme();
    const QColor fill = m_state == State::Fine      ? theme.okFill
                        : m_state == State::Warning ? theme.uncertainFill
                        : m_state == State::Failing ? theme.badFill
                                                    : theme.window;
    QPainter painter(this);
    painter.fillRect(rect(), fill);
    painter.fillRect(QRect(0, height() - 1, width(), 1), theme.border);
}

void SummaryBanner::resizeEvent(QResizeEvent *event)
{
    Panel::resizeEvent(event);
    fit();
}

void SummaryBanner::fit()
{
    // The sentence comes first; the button gets what that leaves on one line, and the totals come where there is room
    // for all.
    const int letter = fontMetrics().averageCharWidth();
    const QMargins margins = contentsMargins() + layout()->contentsMargins();
    int room = width() - margins.left() - margins.right() - m_mark->sizeHint().width() - layout()->spacing() -
               m_text->fontMetrics().horizontalAdvance(m_text->text()) - 2;
    for (const QPushButton *button : {m_show, m_mend})
        room -= button->isHidden() ? 0 : layout()->spacing();
    if (!m_show->isHidden())
        room -= m_show->sizeHint().width();
    m_mend->setText(m_mendText);
    if (const int excess = m_mend->sizeHint().width() - room; excess > 0) {
        const int words = fontMetrics().horizontalAdvance(m_mendText);
        m_mend->setText(fontMetrics().elidedText(m_mendText, Qt::ElideRight,
                                                 std::max({letter * 24, width() * 3 / 10, words - excess})));
    }
    if (!m_mend->isHidden())
        room -= m_mend->sizeHint().width();
    m_totals->setVisible(room > m_totals->sizeHint().width() + layout()->spacing());
}

void SummaryBanner::showProblem()
{
    if (document().problems().empty())
        return;
    const model::Problem problem = document().problems().front();
    const auto reachability = document().reachability();
    if (document().network().find(problem.node))
        selection().set({problem.node});
    if (problem.pairs > 0)
        shown().show(reachability->nodes()[problem.from], reachability->targets()[problem.to].address);
}

void SummaryBanner::mend()
{
    if (document().problems().empty() || document().problems().front().mends.empty())
        return;
    const model::Mend mend = document().problems().front().mends.front();
    if (const auto done = document().perform(QString::fromStdString(mend.text), mend.edits); !done)
        say(State::Failing, QString::fromStdString(model::describe(done.error())));
}

} // namespace netdraft::views
