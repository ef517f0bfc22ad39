#include "shapes.h"

namespace netdraft::tests {

namespace {

QString numbered(const char *stem, int number)
{
    return QLatin1String(stem) + QString::number(number);
}

/// Joins a router with one host by a cable, or with a few by a switch.
void addLan(Topology &plan, Draw &draw, const QString &router, int number)
{
    const int hosts = draw.chance(50) ? 1 : draw.between(2, 3);
    QStringList members{router};
    for (int i = 1; i <= hosts; ++i) {
        const QString name = hosts == 1 ? numbered("h", number) : QString("h%1x%2").arg(number).arg(i);
        plan.host(name);
        members.append(name);
    }
    plan.join(members, hosts == 1 && draw.chance(70) ? QString() : numbered("s", number));
}

} // namespace

int few(Draw &draw, int least, int most)
{
    if (draw.chance(5))
        return draw.between(least, most);
    return draw.between(least, std::min(most, least + (draw.chance(25) ? 4 : 1)));
}

Topology lanOf(Draw &draw, int hosts)
{
    Topology plan;
    QStringList members;
    for (int i = 1; i <= hosts; ++i)
        members.append(numbered("h", i));
    for (const QString &member : members)
        plan.host(member);
    plan.join(members, hosts == 2 && draw.chance(30) ? QString() : "s1");
    return plan;
}

Topology chainOf(Draw &draw, int routers)
{
    Topology plan;
    for (int i = 1; i <= routers; ++i)
        plan.router(numbered("r", i));
    addLan(plan, draw, "r1", 1);
    for (int i = 1; i < routers; ++i)
        plan.join({numbered("r", i), numbered("r", i + 1)});
    addLan(plan, draw, numbered("r", routers), 2);
    return plan;
}

Topology starOf(Draw &draw, int lans)
{
    Topology plan;
    plan.router("R");
    for (int i = 1; i <= lans; ++i)
        addLan(plan, draw, "R", i);
    return plan;
}

Topology treeOf(Draw &draw, int routers)
{
    Topology plan;
    QList<int> parents{0};
    for (int i = 1; i < routers; ++i)
        parents.append(draw.below(i));
    for (int i = 0; i < routers; ++i)
        plan.router(numbered("r", i + 1));
    for (int i = 1; i < routers; ++i)
        plan.join({numbered("r", parents[i] + 1), numbered("r", i + 1)});
    for (int i = 0; i < routers; ++i)
        if (!parents.mid(i + 1).contains(i) || draw.chance(20))
            addLan(plan, draw, numbered("r", i + 1), i + 1);
    return plan;
}

Topology ringOf(Draw &draw, int routers)
{
    Topology plan;
    for (int i = 1; i <= routers; ++i)
        plan.router(numbered("r", i));
    for (int i = 1; i <= routers; ++i)
        plan.join({numbered("r", i), numbered("r", i % routers + 1)});
    for (int i = 1; i <= routers; ++i)
        if (i < 3 || draw.chance(40))
            addLan(plan, draw, numbered("r", i), i);
    return plan;
}

Topology twoWays()
{
    Topology plan;
    plan.host("A");
    plan.host("S");
    plan.router("R1");
    plan.router("R2");
    plan.join({"A", "R1"});
    plan.join({"A", "R2"});
    plan.join({"R1", "S"});
    plan.join({"R2", "S"});
    return plan;
}

} // namespace netdraft::tests
