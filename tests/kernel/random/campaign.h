#pragma once

#include "lab_run.h"
#include "random_lab.h"

#include <atomic>
#include <mutex>

namespace netdraft::tests {

/// What a run of many labs is to do.
struct CampaignPlan {
    std::uint64_t seed = 0;
    int count = 100;
    QList<const Family *> families;
    int first = 0;            ///< the number of the first lab of each family
    int jobs = 4;             ///< labs at once
    int shrinks = 8;          ///< disagreements that are shrunk; the others are told as they were found
    bool tellsAtOnce = false; ///< on standard error, what disagrees when it is found
    QString keep;             ///< a directory for the labs that disagree; empty: none
};

/// What came of the labs of one family.
struct FamilyFigures {
    int labs = 0;
    int faulty = 0;       ///< labs with a mistake on purpose
    int notSimulated = 0; ///< labs with something that is not simulated: not compared
    int askedAgain = 0;
    int disagreements = 0;
    Figures compared;
    FamilyFigures &operator+=(const FamilyFigures &other);
};

/// A lab that disagrees: as it was drawn, or shrunk.
struct Finding {
    Lab lab;
    QStringList disagreements; ///< texts of all that it showed when it was drawn
    QString shown;             ///< what it shows now, if it was shrunk
};

/// Runs random labs against the kernel, some at once, and keeps nothing of those that agree.
class Campaign
{
public:
    explicit Campaign(CampaignPlan plan) : m_plan(std::move(plan)), m_figures(m_plan.families.size()) {}

    void run();
    /// Shrinks what run() has found; takes a minute or so for each.
    void shrink();
    /// In the order of the plan's families.
    const QList<FamilyFigures> &figures() const { return m_figures; }
    const QList<Finding> &findings() const { return m_findings; }

private:
    void runOne(int index);

    struct Found {
        Lab lab;
        Disagreements disagreements;
    };
    CampaignPlan m_plan;
    std::mutex m_mutex;
    std::atomic<int> m_next = 0;
    QList<FamilyFigures> m_figures;
    QList<Found> m_found;
    QList<Finding> m_findings;
};

/// Writes a lab as a file of tests/kernel/networks, with what it shows; returns its path, or nothing if it cannot.
QString writeLab(const QString &directory, const Finding &finding);

} // namespace netdraft::tests
