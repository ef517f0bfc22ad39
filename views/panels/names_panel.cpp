#include "views/panels/names_panel.h"

#include "model/names/story.h"
#include "views/document/document.h"
#include "views/document/selection.h"
#include "views/panels/message_line.h"
#include "views/panels/panel_parts.h"
#include "views/style/icon.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QListWidget>
#include <QPushButton>

namespace netdraft::views {

namespace {

constexpr int stepIcon = 16; ///< pixels

QPixmap markOf(model::names::Story::Sense sense, const Theme &theme, double ratio)
{
    using Sense = model::names::Story::Sense;
    switch (sense) {
    case Sense::Good: return iconPixmap(QStringLiteral("ok"), theme.ok, stepIcon, ratio);
    case Sense::Bad: return iconPixmap(QStringLiteral("bad"), theme.bad, stepIcon, ratio);
    case Sense::Neutral: break;
    }
    return iconPixmap(QStringLiteral("search"), theme.mutedText, stepIcon, ratio);
}

} // namespace

NamesPanel::NamesPanel(const PanelContext &context, QWidget *parent)
    : Panel(context, parent), m_who(panelTitle(QStringLiteral("namesWho"))), m_name(new QLineEdit),
      m_steps(new QListWidget), m_end(new QLabel), m_mend(new QPushButton), m_empty(emptyText({})),
      m_message(new MessageLine)
{
    m_name->setObjectName(QStringLiteral("namesName"));
    m_name->setPlaceholderText(tr("A name, such as web or web.lab"));
    m_name->setAccessibleName(tr("Name to look for"));
    m_name->setClearButtonEnabled(true);
    m_name->setMaximumWidth(m_name->fontMetrics().averageCharWidth() * 48);
    m_steps->setObjectName(QStringLiteral("namesSteps"));
    m_steps->setAccessibleName(tr("How the name is found"));
    m_steps->setWordWrap(true);
    m_steps->setFrameShape(QFrame::NoFrame);
    m_steps->setIconSize({stepIcon, stepIcon});
    m_end->setObjectName(QStringLiteral("namesEnd"));
    m_end->setWordWrap(true);
    m_end->setTextInteractionFlags(Qt::TextSelectableByMouse);
    m_mend->setObjectName(QStringLiteral("namesMend"));
    m_mend->setIcon(icon(QStringLiteral("mend")));

    connect(m_name, &QLineEdit::textChanged, this, &NamesPanel::invalidate);
    connect(m_mend, &QPushButton::clicked, this, &NamesPanel::mend);

    QHBoxLayout *head = panelHead();
    head->addWidget(m_who);
    head->addWidget(m_name, 1);
    head->addStretch();
    auto *end = new QHBoxLayout;
    end->setContentsMargins(spacing::wide, spacing::normal, spacing::wide, spacing::normal);
    end->addWidget(m_end, 1);
    end->addWidget(m_mend);
    auto *all = new QVBoxLayout(this);
    all->setContentsMargins(0, 0, 0, 0);
    all->setSpacing(0);
    all->addLayout(head);
    all->addWidget(m_steps, 1);
    all->addLayout(end);
    all->addWidget(m_empty, 1);
    all->addWidget(m_message);
    followDocument();
    followSelection();
}

const model::Netns *NamesPanel::node() const
{
    const model::NetnsId id = selection().singleNode();
    return id ? document().network().find(id) : nullptr;
}

void NamesPanel::sync()
{
    m_message->setProblem({});
    const model::Netns *netns = node();
    const QString name = m_name->text().trimmed();
    const bool sound = model::names::isSoundName(model::names::absolute(name.toStdString()));
    const bool tells = netns && !name.isEmpty() && sound;
    m_who->setText(netns ? tr("%1 looks for").arg(QString::fromStdString(netns->name)) : tr("Names"));
    m_name->setEnabled(netns != nullptr);
    m_steps->setVisible(tells);
    m_end->setVisible(tells);
    m_mend->setVisible(false);
    m_empty->setVisible(!tells);
    m_empty->setText(!netns           ? tr("Select a node to see how it finds the address of a name.")
                     : name.isEmpty() ? tr("Type a name: the node looks into /etc/hosts, then asks its name servers.")
                                      : tr("No name has an empty part, or one of more than 63 letters."));
    if (tells)
        tell(*netns);
}

void NamesPanel::tell(const model::Netns &netns)
{
    const std::string name = m_name->text().trimmed().toStdString();
    const model::DataPlane plane(document().network());
    const auto resolution = model::names::resolve(plane, netns.id, name, std::nullopt);
    const auto story = model::names::storyOf(plane, netns.id, name, resolution);
    const Theme &theme = themeOf(palette());
    m_steps->clear();
    for (const auto &step : story.steps) {
        auto *item = new QListWidgetItem(QString::fromStdString(step.text), m_steps);
        item->setIcon(markOf(step.sense, theme, devicePixelRatioF()));
    }
    m_end->setText(QString::fromStdString(story.end));
    m_mends = story.mends;
    m_mend->setVisible(!m_mends.empty());
    if (!m_mends.empty())
        m_mend->setText(QString::fromStdString(m_mends.front().text));
}

void NamesPanel::mend()
{
    if (m_mends.empty())
        return;
    const model::Mend first = m_mends.front(); // which the change replaces
    const auto done = document().perform(QString::fromStdString(first.text), first.edits);
    m_message->setProblem(done ? QString() : QString::fromStdString(model::describe(done.error())));
}

} // namespace netdraft::views
