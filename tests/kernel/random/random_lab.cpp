#include "random_lab.h"

#include "faults.h"

namespace netdraft::tests {

namespace {

/// How often something is done wrong; many labs are right.
int someMistakes(Draw &draw)
{
    const int drawn = draw.below(100);
    return drawn < 40 ? 0 : drawn < 75 ? 100 : 300;
}

RandomLab drawLab(const Family &family, std::uint64_t seed)
{
    Draw draw(seed);
    LabWriter writer(draw, someMistakes(draw));
    family.write(writer);
    RandomLab made;
    made.lab.commands = writer.commands();
    made.faults = writer.faults();
    if (draw.chance(20))
        made.lab.commands = withHastyCommands(made.lab.commands, draw, made.faults);
    return made;
}

} // namespace

RandomLab randomLab(const Family &family, std::uint64_t seed, int number)
{
    std::uint64_t own = seedOf(seed, family.name, number);
    RandomLab made = drawLab(family, own);
    const auto fits = [&] {
        const auto count = namespacesOf(made.lab).size();
        return count >= fewestNamespaces && count <= mostNamespaces;
    };
    while (!fits())
        made = drawLab(family, ++own);
    made.lab.name = QString("%1-%2").arg(family.name).arg(number);
    made.lab.says = QString::fromLatin1(family.says);
    return made;
}

QStringList namespacesOf(const Lab &lab)
{
    QStringList names;
    for (const QString &command : lab.commands)
        if (command.startsWith("ip netns add ") && !names.contains(command.section(' ', 3, 3)))
            names.append(command.section(' ', 3, 3));
    return names;
}

} // namespace netdraft::tests
