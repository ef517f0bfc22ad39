#include "report.h"

#include <QTextStream>

namespace netdraft::tests {

void printFigures(QTextStream &out, const QList<const Family *> &families, const QList<FamilyFigures> &figures)
{
    const auto row = [&](const QString &name, const QStringList &cells) {
        out << name.leftJustified(22);
        for (const QString &cell : cells)
            out << cell.rightJustified(11);
        out << '\n';
    };
    row("family", {"labs", "faulty", "pairs", "reachable", "uncertain", "commands", "errors", "tables", "again",
                   "unknown", "disagree"});
    for (qsizetype i = 0; i < families.size(); ++i) {
        const FamilyFigures &one = figures[i];
        QStringList cells;
        for (const int number : {one.labs, one.faulty, one.compared.pairs, one.compared.reachable,
                                 one.compared.uncertain, one.compared.commands, one.compared.errors,
                                 one.compared.tables, one.askedAgain, one.notSimulated, one.disagreements})
            cells.append(QString::number(number));
        row(families[i]->name, cells);
    }
}

void printFindings(QTextStream &out, const QList<Finding> &findings, std::uint64_t seed)
{
    for (const Finding &finding : findings) {
        const QString &name = finding.lab.name;
        out << "\nDISAGREEMENT " << name << " (--seed " << seed << " --family " << name.section('-', 0, -2) << " --lab "
            << name.section('-', -1) << ')';
        if (finding.shown.isEmpty()) {
            out << finding.disagreements.join(QString()) << '\n';
            continue;
        }
        out << finding.shown << "\n    " << finding.lab.commands.join("\n    ") << '\n';
        if (finding.disagreements.size() > 1)
            out << "  and, as it was drawn, " << finding.disagreements.size() - 1 << " more\n";
    }
}

QString summary(const QList<FamilyFigures> &figures)
{
    FamilyFigures sum;
    for (const FamilyFigures &one : figures)
        sum += one;
    return QString(
               "%1 labs, %2 pairs, %3 traces, %4 tables, %5 commands and %6 error messages compared; %7 disagreements")
        .arg(sum.labs)
        .arg(sum.compared.pairs - sum.compared.uncertain)
        .arg(sum.compared.traces)
        .arg(sum.compared.tables)
        .arg(sum.compared.commands)
        .arg(sum.compared.errors)
        .arg(sum.disagreements);
}

} // namespace netdraft::tests
