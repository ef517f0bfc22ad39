#include "campaign.h"

#include "shrink.h"

#include <QDir>
#include <QTextStream>

#include <thread>

namespace netdraft::tests {

FamilyFigures &FamilyFigures::operator+=(const FamilyFigures &other)
{
    labs += other.labs;
    faulty += other.faulty;
    notSimulated += other.notSimulated;
    askedAgain += other.askedAgain;
    disagreements += other.disagreements;
    compared += other.compared;
    return *this;
}

void Campaign::run()
{
    {
        std::vector<std::jthread> workers;
        for (int i = 0; i < m_plan.jobs; ++i)
            workers.emplace_back([this] {
                for (int mine = m_next++; mine < m_plan.count; mine = m_next++)
                    runOne(mine);
            });
    }
    // Which lab was ready first is chance.
    std::ranges::sort(m_found, {}, [](const Found &found) { return found.lab.name; });
}

void Campaign::runOne(int index)
{
    const auto families = static_cast<int>(m_plan.families.size());
    const int place = index % families;
    const RandomLab made = randomLab(*m_plan.families[place], m_plan.seed, m_plan.first + index / families);
    const LabResult result = runLab(made.lab);
    const std::scoped_lock lock(m_mutex);
    FamilyFigures &figures = m_figures[place];
    ++figures.labs;
    figures.faulty += made.faults.isEmpty() ? 0 : 1;
    figures.notSimulated += result.isSimulated ? 0 : 1;
    figures.askedAgain += result.askedAgain;
    figures.disagreements += static_cast<int>(result.disagreements.size());
    figures.compared += result.figures;
    if (!result.disagreements.isEmpty()) {
        m_found.append({made.lab, result.disagreements});
        if (m_plan.tellsAtOnce)
            QTextStream(stderr) << made.lab.name << " disagrees:" << textOf(result.disagreements) << '\n';
    }
    if (m_plan.tellsAtOnce && (index + 1) % 100 == 0)
        QTextStream(stderr) << index + 1 << " labs, " << m_found.size() << " of them disagree\n";
}

void Campaign::shrink()
{
    for (const Found &found : m_found) {
        Finding finding;
        finding.lab = found.lab;
        for (const Disagreement &one : found.disagreements)
            finding.disagreements.append(one.text);
        if (m_findings.size() < m_plan.shrinks) {
            const Disagreement &wanted = found.disagreements.first();
            const Oracle oracle = [&](const QList<Lab> &labs) {
                std::vector<std::uint8_t> answers(static_cast<std::size_t>(labs.size()));
                {
                    std::vector<std::jthread> workers;
                    for (qsizetype i = 0; i < labs.size(); ++i)
                        workers.emplace_back(
                            [&, i] { answers[static_cast<std::size_t>(i)] = shows(labs[i], wanted) ? 1 : 0; });
                }
                return std::vector<bool>(answers.begin(), answers.end());
            };
            finding.lab = shrunk(found.lab, oracle, {.atOnce = m_plan.jobs});
            finding.shown = wanted.text;
        }
        if (!m_plan.keep.isEmpty())
            writeLab(m_plan.keep, finding);
        m_findings.append(finding);
    }
}

QString writeLab(const QString &directory, const Finding &finding)
{
    if (!QDir().mkpath(directory))
        return {};
    const QString path = QDir(directory).filePath(finding.lab.name + ".lab");
    QFile file(path);
    if (!file.open(QIODevice::WriteOnly))
        return {};
    QTextStream out(&file);
    out << "# " << finding.lab.says << '\n';
    const QString shown = finding.shown.isEmpty() ? finding.disagreements.join(QString()) : finding.shown;
    for (const QString &line : shown.split('\n', Qt::SkipEmptyParts))
        out << "# " << line.trimmed() << '\n';
    for (const QString &command : finding.lab.commands)
        out << command << '\n';
    return path;
}

} // namespace netdraft::tests
