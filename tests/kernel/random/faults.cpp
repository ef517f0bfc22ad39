#include "faults.h"

namespace netdraft::tests {

namespace {

/// Swaps two letters, drops one, or changes a digit.
QString misspelt(QString word, Draw &draw)
{
    const int place = draw.below(static_cast<int>(word.size()));
    if (word[place].isDigit())
        word[place] = QChar('0' + draw.below(10));
    else if (word.size() > 2 && draw.chance(50))
        word.remove(place, 1);
    else if (place + 1 < word.size())
        std::swap(word[place], word[place + 1]);
    else
        word += word.back();
    return word;
}

} // namespace

QStringList withHastyCommands(QStringList commands, Draw &draw, QStringList &faults)
{
    const int count = draw.between(1, 3);
    for (int i = 0; i < count && commands.size() > 2; ++i) {
        // Without its namespaces a lab is none; and hosts are silenced so that no switch learns of them by chance.
        const int place = draw.between(1, static_cast<int>(commands.size()) - 1);
        if (commands[place].startsWith("ip netns add") || commands[place].contains("default.disable_ipv6"))
            continue;
        switch (draw.below(6)) {
        case 0:
            commands.move(place, draw.between(place / 2, place));
            faults.append("too early");
            break;
        case 1:
            commands.insert(place, commands[place]);
            faults.append("twice");
            break;
        case 2:
            commands.removeAt(place);
            faults.append("left out");
            break;
        case 3: {
            QStringList words = commands[place].split(' ');
            words.removeAt(draw.between(1, static_cast<int>(words.size()) - 1));
            commands[place] = words.join(' ');
            faults.append("a word left out");
            break;
        }
        default: {
            QStringList words = commands[place].split(' ');
            QString &word = words[draw.between(1, static_cast<int>(words.size()) - 1)];
            if (!word.isEmpty() && word != "!") // `!!` is the shell's
                word = misspelt(word, draw);
            commands[place] = words.join(' ');
            faults.append("misspelt");
        }
        }
    }
    return commands;
}

} // namespace netdraft::tests
