#pragma once

#include "campaign.h"

class QTextStream;

namespace netdraft::tests {

/// A line for each family, those that this kernel cannot check among them.
void printFigures(QTextStream &out, const QList<const Family *> &families, const QList<FamilyFigures> &figures);

/// Each lab that disagrees, with what it shows and how to run it again.
void printFindings(QTextStream &out, const QList<Finding> &findings, std::uint64_t seed);

/// `2000 labs, P pairs, T tables, C commands and E error messages compared; 0 disagreements`
QString summary(const QList<FamilyFigures> &figures);

} // namespace netdraft::tests
