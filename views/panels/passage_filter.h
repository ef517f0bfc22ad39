#pragma once

#include "model/simulation/passages.h"

#include <QString>
#include <QStringList>

#include <expected>
#include <functional>

namespace netdraft::views {

/// Whether a frame is wanted in the list.
using PassageFilter = std::function<bool(const model::simulation::Passage &)>;

/// Reads what is typed above the list: an expression as for tcpdump, in which `node NAME` may stand between its parts,
/// for what a node sends or takes: `icmp and node B`. The error is a sentence.
std::expected<PassageFilter, QString> readPassageFilter(const QString &text, const model::Network &network);

/// What can be typed about these frames: their protocols, the nodes, hosts, and who talks with whom.
QStringList filterSuggestions(const model::Network &network, const std::vector<model::simulation::Passage> &passages);

/// The expression for frames of the same protocol, the same node that sends, or between the same two; empty where a
/// frame has none.
QString protocolFilter(const model::simulation::Passage &passage);
QString nodeFilter(const model::Network &network, const model::simulation::Passage &passage);
QString conversationFilter(const model::simulation::Passage &passage);

} // namespace netdraft::views
