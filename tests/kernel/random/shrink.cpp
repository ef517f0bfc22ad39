#include "shrink.h"

#include "random_lab.h"

namespace netdraft::tests {

namespace {

class Shrinker
{
public:
    Shrinker(Lab lab, const Oracle &shows, const Effort &effort)
        : m_lab(std::move(lab)), m_shows(shows), m_atOnce(effort.atOnce), m_left(effort.mostLabs)
    {
    }

    Lab run()
    {
        dropNamespaces();
        for (qsizetype length = std::max<qsizetype>(1, m_lab.commands.size() / 4); length > 1; length /= 2)
            dropRuns(length);
        while (dropRuns(1)) {
        }
        return m_lab;
    }

private:
    Lab m_lab;
    const Oracle &m_shows;
    int m_atOnce;
    int m_left;

    /// Goes on with the first of these that still shows it; returns its place, or that there is none.
    qsizetype take(const QList<QStringList> &choices)
    {
        QList<Lab> labs;
        for (const QStringList &commands : choices) {
            labs.append(m_lab);
            labs.last().commands = commands;
        }
        m_left -= static_cast<int>(labs.size());
        const std::vector<bool> answers = m_shows(labs);
        for (qsizetype i = 0; i < labs.size(); ++i)
            if (answers[static_cast<std::size_t>(i)]) {
                m_lab = labs[i];
                return i;
            }
        return -1;
    }

    /// Tries to do without each namespace and all that names it.
    void dropNamespaces()
    {
        QStringList untried = namespacesOf(m_lab);
        while (!untried.isEmpty() && m_left > 0) {
            QList<QStringList> choices;
            for (qsizetype i = 0; i < std::min<qsizetype>(m_atOnce, untried.size()); ++i) {
                QStringList commands = m_lab.commands;
                commands.removeIf([&](const QString &command) { return command.split(' ').contains(untried[i]); });
                choices.append(commands);
            }
            const qsizetype taken = take(choices);
            untried.remove(0, taken < 0 ? choices.size() : taken + 1);
        }
    }

    /// Tries to do without each run of so many commands; says whether any could be spared.
    bool dropRuns(qsizetype length)
    {
        bool dropped = false;
        // From the end, where a command that goes takes the ground from no other.
        for (qsizetype end = m_lab.commands.size(); end > 0 && m_left > 0;) {
            QList<QStringList> choices;
            QList<qsizetype> begins;
            for (qsizetype stop = end; stop > 0 && choices.size() < m_atOnce; stop -= length) {
                const qsizetype begin = std::max<qsizetype>(0, stop - length);
                QStringList commands = m_lab.commands;
                commands.remove(begin, stop - begin);
                choices.append(commands);
                begins.append(begin);
            }
            const qsizetype taken = take(choices);
            dropped = dropped || taken >= 0;
            end = begins[taken < 0 ? begins.size() - 1 : taken];
        }
        return dropped;
    }
};

} // namespace

Lab shrunk(const Lab &lab, const Oracle &shows, const Effort &effort)
{
    return Shrinker(lab, shows, effort).run();
}

} // namespace netdraft::tests
