#pragma once

#include "model/exchange/import.h"
#include "model/terminal/session.h"

#include <QString>

#include <map>

/// A network in whose terminals somebody types, made by a script of tests/data or an example.
class ClusterLab
{
public:
    /// The file's path below the sources.
    explicit ClusterLab(const QString &path)
    {
        namespace model = netdraft::model;
        const auto source = model::loadSource(NETDRAFT_SOURCE_DIR "/" + path.toStdString());
        if (!source)
            return;
        if (auto imported = model::import(*source); imported && imported->troubles.empty()) {
            m_project = std::move(imported->project);
            m_good = true;
        }
    }

    /// Whether the file could be read.
    bool isGood() const { return m_good; }

    /// What the node's terminal prints, standard error included; the edits are made.
    QString type(const std::string &node, const std::string &line)
    {
        const auto session = m_sessions.try_emplace(node, netdraft::model::openSession(node)).first;
        const netdraft::model::TypedLine typed = netdraft::model::typeLine(m_project, session->second, line);
        m_status = typed.status;
        m_edits = typed.edits.edits.size();
        return netdraft::model::apply(m_project, typed.edits) ? QString::fromStdString(typed.text())
                                                              : QString("the edits are refused");
    }
    QString onControlplane(const std::string &line) { return type("controlplane", line); }

    int status() const { return m_status; }
    /// How many edits the last line made.
    std::size_t edits() const { return m_edits; }
    const netdraft::model::Project &project() const { return m_project; }
    netdraft::model::Project &project() { return m_project; }

private:
    netdraft::model::Project m_project;
    std::map<std::string, netdraft::model::Session> m_sessions;
    int m_status = 0;
    std::size_t m_edits = 0;
    bool m_good = false;
};
