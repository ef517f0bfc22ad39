#pragma once

#include "model/network/network.h"

#include <QString>
#include <QStringList>

/// Every command that only reads and that the simulation knows, each with its options, to be asked in any node of this
/// network. Not among them: those of one table each that askTables() has asked, and neighbours that were learned.
QStringList readOnlyQuestions(const netdraft::model::Network &network);

/// An answer without what differs from one run to the next: counters, the time when a table was saved, entries that a
/// bridge learned, and an order that goes back to hash tables.
QString comparableAnswer(const QString &question, QString answer);
