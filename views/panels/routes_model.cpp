#include "views/panels/routes_model.h"

#include "views/document/document.h"
#include "views/panels/panel.h"
#include "views/panels/row_sync.h"

#include <QFont>

namespace netdraft::views {

RoutesModel::RoutesModel(Document &document, QObject *parent) : QAbstractTableModel(parent), m_document(document) {}

const model::Netns *RoutesModel::netns() const
{
    return m_document.network().find(m_node);
}

void RoutesModel::setNode(model::NetnsId node)
{
    if (node == m_node)
        return;
    beginResetModel();
    m_node = node;
    m_routes.clear();
    m_draft = {};
    endResetModel();
    emit refused({});
}

void RoutesModel::setLocalShown(bool shown)
{
    m_local = shown;
    sync();
}

void RoutesModel::sync()
{
    std::vector<Row> wanted;
    if (const model::Netns *at = netns()) {
        for (model::Route &route : shownRoutes(*at, m_local)) {
            RouteDraft fields = draftOf(*at, route);
            wanted.push_back({std::move(route), std::move(fields)});
        }
    }
    syncRows(
        m_routes, std::move(wanted),
        [this](int first, int last, auto change) {
            beginInsertRows({}, first, last);
            change();
            endInsertRows();
        },
        [this](int first, int last, auto change) {
            beginRemoveRows({}, first, last);
            change();
            endRemoveRows();
        },
        [this](int first, int last) { emit dataChanged(index(first, 0), index(last, routeColumnCount - 1)); });
}

bool RoutesModel::isKernelMade(int row) const
{
    if (row < 0 || row >= draftRow())
        return false;
    const model::Route &route = m_routes[static_cast<std::size_t>(row)].route;
    return route.protocol == model::protocol::kernel || route.table == model::table::local;
}

QString RoutesModel::rowProblem(int row, const RouteDraft &draft) const
{
    for (int column = 0; column < routeColumnCount; ++column) {
        const auto which = static_cast<RouteColumn>(column);
        if (QString problem = fieldProblem(which, draft[which]); !problem.isEmpty())
            return problem;
    }
    const model::Netns *at = netns();
    if (!at || draft.empty() || draft[RouteColumn::Destination].trimmed().isEmpty())
        return {};
    const bool adds = row == draftRow();
    const model::EditList edits = adds ? model::EditList{model::AddRoute{at->name, wordsOf(draft)}}
                                       : changeOf(*at, m_routes[static_cast<std::size_t>(row)].route, draft);
    const auto checked = m_document.check(edits);
    return checked ? QString() : QString::fromStdString(model::describe(checked.error()));
}

QString RoutesModel::problem(const QModelIndex &index, const QString &text) const
{
    const auto column = static_cast<RouteColumn>(index.column());
    if (QString problem = fieldProblem(column, text); !problem.isEmpty())
        return problem;
    RouteDraft draft = isDraft(index) ? m_draft : m_routes[static_cast<std::size_t>(index.row())].fields;
    draft[column] = text;
    const bool spelt = !draft[RouteColumn::Via].trimmed().isEmpty() ||
                       !draft[RouteColumn::Device].trimmed().isEmpty() ||
                       (!draft[RouteColumn::Type].isEmpty() && draft[RouteColumn::Type] != QLatin1String("unicast"));
    // A row without a way out is not finished, which is no reason to scold; only asking for it says what it
    // lacks.
    return spelt || !isDraft(index) ? rowProblem(index.row(), draft) : QString();
}

QString RoutesModel::draftProblem() const
{
    return m_draft.empty() ? QString() : rowProblem(draftRow(), m_draft);
}

QStringList RoutesModel::suggestions(const QModelIndex &index) const
{
    QStringList words;
    const model::Netns *at = netns();
    if (!at)
        return words;
    switch (static_cast<RouteColumn>(index.column())) {
    case RouteColumn::Destination: {
        words << QStringLiteral("default");
        for (const auto &other : m_document.network().namespaces()) {
            if (words.size() > 50)
                break;
            for (const model::Route &route : other->routes) {
                const QString text = QString::fromStdString(route.destination.toString());
                const bool connected = route.table == model::table::main && route.protocol == model::protocol::kernel &&
                                       !route.destination.address().isLinkLocal();
                const bool known = std::ranges::any_of(
                    at->routes, [&](const model::Route &own) { return own.destination == route.destination; });
                if (connected && !known && !words.contains(text))
                    words << text;
            }
        }
        break;
    }
    case RouteColumn::Via:
        for (const auto &other : m_document.network().namespaces()) {
            if (other->id == m_node || words.size() > 50)
                continue;
            for (const model::Link &link : other->links) {
                for (const model::LinkAddress &address : link.addresses4) {
                    const bool near = std::ranges::any_of(at->links, [&](const model::Link &own) {
                        return !own.isLoopback() &&
                               std::ranges::any_of(own.addresses4, [&](const model::LinkAddress &mine) {
                                   return mine.local.prefix().contains(address.local.address);
                               });
                    });
                    if (near && !link.isLoopback())
                        words << QString::fromStdString(address.local.address.toString());
                }
            }
        }
        break;
    case RouteColumn::Device:
        for (const model::Link &link : at->links)
            words << QString::fromStdString(link.name);
        break;
    case RouteColumn::Type:
        for (const QString &word : routeTypeWords())
            words << word;
        break;
    case RouteColumn::Metric: break;
    }
    return words;
}

bool RoutesModel::perform(const QString &text, const model::EditList &edits)
{
    const auto done = m_document.perform(text, edits);
    emit refused(done ? QString() : QString::fromStdString(model::describe(done.error())));
    return done.has_value();
}

bool RoutesModel::submit()
{
    const model::Netns *at = netns();
    if (!at || m_draft.empty())
        return true;
    for (int column = 0; column < routeColumnCount; ++column) {
        const auto which = static_cast<RouteColumn>(column);
        if (QString problem = fieldProblem(which, m_draft[which]); !problem.isEmpty()) {
            emit refused(problem);
            return false;
        }
    }
    if (m_draft[RouteColumn::Destination].trimmed().isEmpty()) {
        emit refused(tr("A route needs a destination: a network like 192.168.2.0/24, or default"));
        return false;
    }
    // The row is emptied first, for the change that is announced redraws it; a refused one comes back.
    const RouteDraft draft = std::exchange(m_draft, {});
    const QString what =
        tr("Add route to %1 on %2").arg(draft[RouteColumn::Destination], QString::fromStdString(at->name));
    const bool done = perform(what, {model::AddRoute{at->name, wordsOf(draft)}});
    if (!done)
        m_draft = draft;
    emit dataChanged(index(draftRow(), 0), index(draftRow(), routeColumnCount - 1));
    if (done)
        emit added();
    return done;
}

void RoutesModel::clearDraft()
{
    m_draft = {};
    emit dataChanged(index(draftRow(), 0), index(draftRow(), routeColumnCount - 1));
    emit refused({});
}

bool RoutesModel::remove(int row)
{
    const model::Netns *at = netns();
    if (!at || row < 0 || row >= draftRow() || isKernelMade(row))
        return false;
    const Row &gone = m_routes[static_cast<std::size_t>(row)];
    const QString what =
        tr("Remove route to %1 on %2").arg(gone.fields[RouteColumn::Destination], QString::fromStdString(at->name));
    return perform(what, {model::RemoveRoute{at->name, removalOf(*at, gone.route)}});
}

int RoutesModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() || !netns() ? 0 : draftRow() + 1;
}

int RoutesModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : routeColumnCount;
}

QVariant RoutesModel::data(const QModelIndex &index, int role) const
{
    if (!index.isValid())
        return {};
    const auto column = static_cast<RouteColumn>(index.column());
    const bool draft = isDraft(index);
    const RouteDraft &fields = draft ? m_draft : m_routes[static_cast<std::size_t>(index.row())].fields;
    switch (role) {
    case Qt::EditRole: return fields[column];
    case Qt::DisplayRole:
        if (draft && m_draft.empty())
            return column == RouteColumn::Destination ? tr("Add a route…") : QString();
        if (!draft && column == RouteColumn::Type && isKernelMade(index.row()) &&
            fields[column] == QLatin1String("unicast"))
            return tr("kernel");
        return fields[column];
    case Qt::ForegroundRole:
        if (draft && !fieldProblem(column, m_draft[column]).isEmpty())
            return currentTheme().bad;
        if ((draft && m_draft.empty()) || isKernelMade(index.row()))
            return currentTheme().mutedText;
        return {};
    case Qt::FontRole: {
        QFont font;
        font.setItalic(draft && m_draft.empty());
        return font;
    }
    case Qt::ToolTipRole:
        if (isKernelMade(index.row()))
            return tr("The kernel made this route for an address of the interface; it goes when the address goes.");
        return draft ? tr("Type a network, its gateway or its interface, and press Enter.") : QVariant();
    default: return {};
    }
}

bool RoutesModel::setData(const QModelIndex &index, const QVariant &value, int role)
{
    if (role != Qt::EditRole || !index.isValid())
        return false;
    const auto column = static_cast<RouteColumn>(index.column());
    const QString text = value.toString().trimmed();
    if (isDraft(index)) {
        m_draft[column] = text;
        emit dataChanged(this->index(draftRow(), 0), this->index(draftRow(), routeColumnCount - 1));
        emit refused(problem(index, text));
        return true;
    }
    const model::Netns *at = netns();
    const Row &row = m_routes[static_cast<std::size_t>(index.row())];
    RouteDraft draft = row.fields;
    if (!at || draft[column] == text)
        return false;
    draft[column] = text;
    if (text.isEmpty() && column == RouteColumn::Destination)
        return false;
    if (QString problem = fieldProblem(column, text); !problem.isEmpty()) {
        emit refused(problem);
        return false;
    }
    return perform(
        tr("Change route to %1 on %2").arg(row.fields[RouteColumn::Destination], QString::fromStdString(at->name)),
        changeOf(*at, row.route, draft));
}

QVariant RoutesModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return {};
    switch (static_cast<RouteColumn>(section)) {
    case RouteColumn::Destination: return tr("Destination");
    case RouteColumn::Via: return tr("Via");
    case RouteColumn::Device: return tr("Device");
    case RouteColumn::Metric: return tr("Metric");
    case RouteColumn::Type: return tr("Type");
    }
    return {};
}

Qt::ItemFlags RoutesModel::flags(const QModelIndex &index) const
{
    Qt::ItemFlags flags = QAbstractTableModel::flags(index);
    if (index.isValid() && (isDraft(index) || !isKernelMade(index.row())))
        flags |= Qt::ItemIsEditable;
    return flags;
}

} // namespace netdraft::views
