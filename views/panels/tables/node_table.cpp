#include "views/panels/tables/node_table.h"

#include "model/terminal/terminal.h"

#include <QCoreApplication>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QRegularExpression>

namespace netdraft::views {

namespace {

QString printed(const model::Project &project, model::NetnsId node, std::initializer_list<std::string> words)
{
    const std::vector<std::string> list(words);
    return QString::fromStdString(model::run(project, node, list).reply.out);
}

QString textOf(const QJsonValue &value)
{
    if (value.isDouble())
        return QString::number(value.toInteger());
    QStringList parts;
    for (const QJsonValue &part : value.toArray())
        parts << textOf(part);
    return value.isArray() ? parts.join(QLatin1Char(' ')) : value.toString();
}

/// A row for each object that the tool prints, with these members of it.
std::vector<QStringList> rowsOf(const QJsonArray &objects, std::initializer_list<const char *> members)
{
    std::vector<QStringList> rows;
    for (const QJsonValue &object : objects) {
        QStringList &row = rows.emplace_back();
        for (const char *member : members)
            row << textOf(object[QLatin1String(member)]);
    }
    return rows;
}

QJsonArray objectsOf(const QString &json)
{
    return QJsonDocument::fromJson(json.toUtf8()).array();
}

std::vector<QStringList> neighbours(const model::Project &project, model::NetnsId node)
{
    return rowsOf(objectsOf(printed(project, node, {"ip", "-j", "neigh"})), {"dst", "dev", "lladdr", "state"});
}

std::vector<QStringList> forwarding(const model::Project &project, model::NetnsId node)
{
    return rowsOf(objectsOf(printed(project, node, {"bridge", "-j", "fdb"})),
                  {"mac", "ifname", "vlan", "master", "dst", "flags", "state"});
}

std::vector<QStringList> vlans(const model::Project &project, model::NetnsId node)
{
    std::vector<QStringList> rows;
    for (const QJsonValue &port : objectsOf(printed(project, node, {"bridge", "-j", "vlan"}))) {
        for (const QJsonValue &vlan : port["vlans"].toArray()) {
            const QString last = textOf(vlan["vlanEnd"]);
            rows.push_back({port["ifname"].toString(),
                            textOf(vlan["vlan"]) + (last.isEmpty() ? QString() : QLatin1Char('-') + last),
                            textOf(vlan["flags"])});
        }
    }
    return rows;
}

std::vector<QStringList> policyRules(const model::Project &project, model::NetnsId node)
{
    std::vector<QStringList> rows;
    for (const QString &line : printed(project, node, {"ip", "rule"}).split(QLatin1Char('\n'), Qt::SkipEmptyParts)) {
        const qsizetype colon = line.indexOf(QLatin1Char(':'));
        rows.push_back({line.first(colon), line.sliced(colon + 1).trimmed()});
    }
    return rows;
}

std::vector<QStringList> sockets(const model::Project &project, model::NetnsId node)
{
    static const QRegularExpression gaps(QStringLiteral(" +"));
    // Netid State Recv-Q Send-Q Local Peer Process
    constexpr qsizetype process = 6;
    std::vector<QStringList> rows;
    QStringList lines = printed(project, node, {"ss", "-tuanp"}).split(QLatin1Char('\n'), Qt::SkipEmptyParts);
    for (const QString &line : lines.mid(1)) {
        const QStringList words = line.split(gaps, Qt::SkipEmptyParts);
        if (words.size() >= process)
            rows.push_back({words[0], words[1], words[4], words[5], words.mid(process).join(QLatin1Char(' '))});
    }
    return rows;
}

constexpr const char *neighbourColumns[] = {
    QT_TRANSLATE_NOOP("NodeTable", "Address"), QT_TRANSLATE_NOOP("NodeTable", "Interface"),
    QT_TRANSLATE_NOOP("NodeTable", "MAC"), QT_TRANSLATE_NOOP("NodeTable", "State")};
constexpr const char *forwardingColumns[] = {
    QT_TRANSLATE_NOOP("NodeTable", "MAC"),        QT_TRANSLATE_NOOP("NodeTable", "Interface"),
    QT_TRANSLATE_NOOP("NodeTable", "VLAN"),       QT_TRANSLATE_NOOP("NodeTable", "Bridge"),
    QT_TRANSLATE_NOOP("NodeTable", "Tunnel end"), QT_TRANSLATE_NOOP("NodeTable", "Flags"),
    QT_TRANSLATE_NOOP("NodeTable", "State")};
constexpr const char *vlanColumns[] = {QT_TRANSLATE_NOOP("NodeTable", "Interface"),
                                       QT_TRANSLATE_NOOP("NodeTable", "VLAN"), QT_TRANSLATE_NOOP("NodeTable", "Flags")};
constexpr const char *policyColumns[] = {QT_TRANSLATE_NOOP("NodeTable", "Priority"),
                                         QT_TRANSLATE_NOOP("NodeTable", "Rule")};
constexpr const char *socketColumns[] = {
    QT_TRANSLATE_NOOP("NodeTable", "Protocol"), QT_TRANSLATE_NOOP("NodeTable", "State"),
    QT_TRANSLATE_NOOP("NodeTable", "Local address"), QT_TRANSLATE_NOOP("NodeTable", "Peer address"),
    QT_TRANSLATE_NOOP("NodeTable", "Process")};

constexpr NodeTable tables[] = {
    {"neighbours", QT_TRANSLATE_NOOP("NodeTable", "Neighbours"), "ip neigh", neighbourColumns, &neighbours},
    {"fdb", QT_TRANSLATE_NOOP("NodeTable", "FDB"), "bridge fdb", forwardingColumns, &forwarding},
    {"vlans", QT_TRANSLATE_NOOP("NodeTable", "VLANs"), "bridge vlan", vlanColumns, &vlans},
    {"policy", QT_TRANSLATE_NOOP("NodeTable", "Policy Rules"), "ip rule", policyColumns, &policyRules},
    {"sockets", QT_TRANSLATE_NOOP("NodeTable", "Sockets"), "ss -tuanp", socketColumns, &sockets},
};

} // namespace

std::span<const NodeTable> nodeTables()
{
    return tables;
}

} // namespace netdraft::views
