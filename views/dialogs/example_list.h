#pragma once

#include <QString>

#include <vector>

namespace netdraft::views {

/// A network that is compiled into the program.
struct Example {
    QString resource;
    QString title;
    QString teaches; ///< one line; empty where nobody has said it
};

/// Those whose titles are known first, in the order of a course, and then all others by name.
std::vector<Example> examples();

/// The one that the window shows when it is started without a file: the routing lesson.
QString firstExample();

} // namespace netdraft::views
