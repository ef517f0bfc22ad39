// Random networks, each built by the simulation and by the kernel of this machine, and compared.

#include "campaign.h"
#include "kernel_lacks.h"
#include "report.h"
#include "simulation_figures.h"

#include <QCommandLineParser>
#include <QCoreApplication>
#include <QTextStream>

#include <random>

using namespace netdraft::tests;

namespace {

struct Options {
    CampaignPlan plan;
    bool list = false;
    bool print = false;    ///< the labs, instead of running them
    bool simulate = false; ///< the labs, without the kernel
    QList<Lab> files;      ///< labs that are not drawn
};

std::optional<Options> read(const QCoreApplication &application, QTextStream &err)
{
    QCommandLineParser parser;
    parser.setApplicationDescription("Random networks, each built by the simulation and by this machine's kernel.");
    parser.addHelpOption();
    const QCommandLineOption count("count", "How many labs (100).", "N", "100");
    const QCommandLineOption seed("seed", "What they are drawn from; by default something new.", "S");
    const QCommandLineOption family("family", "Only labs of this family; may be given several times.", "NAME");
    const QCommandLineOption lab("lab", "The number of the first lab of each family (0); without --count, it alone.",
                                 "K", "0");
    const QCommandLineOption jobs("jobs", "How many labs at once (8).", "J", "8");
    const QCommandLineOption shrinks("shrink", "How many disagreements are shrunk (8).", "N", "8");
    const QCommandLineOption keep("keep", "Where labs that disagree are written.", "DIR");
    const QCommandLineOption list("list", "Lists the families.");
    const QCommandLineOption print("print", "Prints the labs instead of running them.");
    const QCommandLineOption simulate("simulate",
                                      "Simulates the labs alone, those that the kernel cannot check as well.");
    parser.addOptions({count, seed, family, lab, jobs, shrinks, keep, list, print, simulate});
    parser.addPositionalArgument("FILE", "Networks as in tests/kernel/networks, instead of random ones.", "[FILE...]");
    parser.process(application);

    Options options;
    bool good = true;
    const auto number = [&](const QCommandLineOption &option, int least) {
        bool isNumber = false;
        const int value = parser.value(option).toInt(&isNumber);
        if (!isNumber || value < least) {
            err << "--" << option.names().first() << " wants a number from " << least << ", not "
                << parser.value(option) << '\n';
            good = false;
        }
        return value;
    };
    CampaignPlan &plan = options.plan;
    plan.first = number(lab, 0);
    plan.count = number(count, 1);
    plan.jobs = number(jobs, 1);
    plan.shrinks = number(shrinks, 0);
    plan.tellsAtOnce = true;
    plan.keep = parser.value(keep);
    plan.seed = std::random_device()();
    if (parser.isSet(seed)) {
        bool isNumber = false;
        plan.seed = parser.value(seed).toULongLong(&isNumber);
        if (!isNumber) {
            err << "--seed wants a number, not " << parser.value(seed) << '\n';
            good = false;
        }
    }
    for (const QString &name : parser.values(family)) {
        const Family *const found = familyNamed(name);
        if (!found) {
            err << "There is no family " << name << "; see --list\n";
            good = false;
        }
        plan.families.append(found);
    }
    if (plan.families.isEmpty())
        for (const Family &one : allFamilies())
            plan.families.append(&one);
    if (parser.isSet(lab) && !parser.isSet(count))
        plan.count = static_cast<int>(plan.families.size());
    for (const QString &path : parser.positionalArguments()) {
        const auto file = readLab(path);
        if (!file) {
            err << path << ": cannot be read\n";
            good = false;
            continue;
        }
        options.files.append(*file);
    }
    options.list = parser.isSet(list);
    options.print = parser.isSet(print);
    options.simulate = parser.isSet(simulate);
    if (!good)
        return std::nullopt;
    return options;
}

void printLabs(QTextStream &out, const CampaignPlan &plan)
{
    const auto families = static_cast<int>(plan.families.size());
    for (int i = 0; i < plan.count; ++i) {
        const RandomLab made = randomLab(*plan.families[i % families], plan.seed, plan.first + i / families);
        out << "# " << made.lab.name << ": " << made.lab.says << '\n';
        if (!made.faults.isEmpty())
            out << "# Wrong on purpose: " << made.faults.join(", ") << '\n';
        out << made.lab.commands.join('\n') << '\n';
    }
}

/// Compares networks that are not drawn; returns whether they all agree.
bool compareFiles(QTextStream &out, const Options &options)
{
    Figures figures;
    QStringList disagreements;
    const auto results = runLabs(options.files, {}, options.plan.jobs);
    for (std::size_t i = 0; i < results.size(); ++i) {
        figures += results[i].figures;
        if (!results[i].isSimulated)
            disagreements.append(options.files[static_cast<qsizetype>(i)].name + ": something in it is not simulated");
        for (const Disagreement &disagreement : results[i].disagreements)
            disagreements.append(options.files[static_cast<qsizetype>(i)].name + ": " + disagreement.text);
    }
    for (const QString &text : disagreements)
        out << text << '\n';
    out << options.files.size() << " labs, " << figures.pairs << " pairs, " << figures.traces << " ways, "
        << figures.tables << " tables and " << figures.commands << " commands compared; " << disagreements.size()
        << " disagreements\n";
    return disagreements.isEmpty();
}

} // namespace

int main(int argc, char **argv)
{
    const QCoreApplication application(argc, argv);
    QTextStream out(stdout);
    QTextStream err(stderr);
    auto options = read(application, err);
    if (!options)
        return 2;
    CampaignPlan &plan = options->plan;
    if (options->list) {
        for (const Family &family : allFamilies())
            out << QString::fromLatin1(family.name).leftJustified(22) << family.says << '\n';
        return 0;
    }
    if (options->print) {
        printLabs(out, plan);
        return 0;
    }
    if (options->simulate) {
        out << "seed " << plan.seed << '\n';
        printSimulationFigures(out, plan);
        return 0;
    }
    if (const QString why = whyNoSandbox(); !why.isEmpty()) {
        err << "Nothing was compared: " << why << '\n';
        return 2;
    }
    if (!options->files.isEmpty())
        return compareFiles(out, *options) ? 0 : 1;
    out << "seed " << plan.seed << '\n';
    const QList<Feature> missing = missingFeatures();
    plan.families.removeIf([&](const Family *family) {
        const bool lacks = missing.contains(family->needs);
        if (lacks)
            out << "not checked by this kernel: " << family->name << '\n';
        return lacks;
    });
    out.flush();
    if (plan.families.isEmpty()) {
        err << "Nothing was compared: this kernel lacks what these families are about\n";
        return 2;
    }
    Campaign campaign(plan);
    campaign.run();
    printFigures(out, plan.families, campaign.figures());
    out.flush();
    campaign.shrink();
    printFindings(out, campaign.findings(), plan.seed);
    out << summary(campaign.figures()) << '\n';
    return campaign.findings().isEmpty() ? 0 : 1;
}
