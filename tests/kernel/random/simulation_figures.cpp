#include "simulation_figures.h"

#include <QElapsedTimer>
#include <QTextStream>

namespace netdraft::tests {

namespace {

struct Simulated {
    int labs = 0;
    int commands = 0;
    int refused = 0;
    int unknown = 0;
    int pairs = 0;
    int reachable = 0;
    qint64 milliseconds = 0;
};

void count(const Lab &lab, Simulated &figures, QTextStream &out)
{
    QElapsedTimer timer;
    timer.start();
    Trial trial;
    trial.lab = lab;
    trial.simulated = simulate(lab);
    askPings(trial);
    figures.milliseconds += timer.elapsed();
    ++figures.labs;
    for (qsizetype i = 0; i < lab.commands.size(); ++i) {
        const auto &reply = trial.simulated.replies[i];
        ++figures.commands;
        figures.refused += reply.status == 0 ? 0 : 1;
        if (!reply.err.ends_with(" is not simulated\n"))
            continue;
        ++figures.unknown;
        out << lab.name << ": " << lab.commands[i] << ": " << QString::fromStdString(reply.err);
    }
    figures.pairs += static_cast<int>(trial.pairs.size());
    for (const Pair &pair : trial.pairs)
        figures.reachable += pair.answer.reachable ? 1 : 0;
}

} // namespace

void printSimulationFigures(QTextStream &out, const CampaignPlan &plan)
{
    const auto families = static_cast<int>(plan.families.size());
    QList<Simulated> figures(families);
    for (int i = 0; i < plan.count; ++i) {
        const RandomLab made = randomLab(*plan.families[i % families], plan.seed, plan.first + i / families);
        count(made.lab, figures[i % families], out);
    }
    out << "family                   labs commands refused unknown   pairs reachable       ms\n";
    for (int i = 0; i < families; ++i) {
        const Simulated &one = figures[i];
        out << QString("%1%2%3%4%5%6%7%8\n")
                   .arg(QLatin1String(plan.families[i]->name), -22)
                   .arg(one.labs, 7)
                   .arg(one.commands, 9)
                   .arg(one.refused, 8)
                   .arg(one.unknown, 8)
                   .arg(one.pairs, 8)
                   .arg(one.reachable, 10)
                   .arg(one.milliseconds, 9);
    }
}

} // namespace netdraft::tests
