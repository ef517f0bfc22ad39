#include "views/panels/tables/node_table.h"

#include <QCoreApplication>

namespace netdraft::views {

namespace {

namespace tables = model::tables;

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

constexpr NodeTable all[] = {
    {QT_TRANSLATE_NOOP("NodeTable", "Neighbours"), "ip neigh", neighbourColumns, &tables::neighbourRows},
    {QT_TRANSLATE_NOOP("NodeTable", "FDB"), "bridge fdb", forwardingColumns, &tables::forwardingRows},
    {QT_TRANSLATE_NOOP("NodeTable", "VLANs"), "bridge -c vlan", vlanColumns, &tables::vlanRows},
    {QT_TRANSLATE_NOOP("NodeTable", "Policy Rules"), "ip rule", policyColumns, &tables::policyRows},
    {QT_TRANSLATE_NOOP("NodeTable", "Sockets"), "ss -tuanp", socketColumns, &tables::socketRows},
};

} // namespace

std::span<const NodeTable> nodeTables()
{
    return all;
}

} // namespace netdraft::views
