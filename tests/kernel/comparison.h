#pragma once

#include "model/address/mac_address.h"

#include <QHash>
#include <QString>

/// Routes that the kernel makes for link-local addresses stand, where they are equal but for their interface, in the
/// order in which the interfaces were found to have carrier, and those to the addresses themselves in the order of
/// addresses that may be random; neighbours stand in the order of a hash with a random seed. Each such run is sorted.
/// For text and for one JSON list.
QString withoutChanceOrder(const QString &text);

/// Texts of the kernel's, each with what the simulation has instead.
using Replacements = QList<std::pair<QString, QString>>;

/// A hardware address and the link-local address formed from it.
Replacements macReplacements(const netdraft::model::MacAddress &real, const netdraft::model::MacAddress &simulated);

QString replaced(QString text, const Replacements &replacements);

/// In what `ip` prints about links and routes, for each link its own replacements, by its name.
QString replacedByLink(const QString &text, const QHash<QString, Replacements> &links);

/// Without what ping prints of time.
QString withoutTimes(QString text);

/// The first line in which the two are unlike, cut to the part where they part.
QString difference(const QString &what, const QString &simulated, const QString &real);
