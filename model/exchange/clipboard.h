#pragma once

#include "model/drawing/project.h"
#include "model/edit/edit.h"

#include <set>
#include <string>

namespace netdraft::model {

/// Some nodes with all that is in them and the cables between them, and some annotations, as the text of a project
/// file. The machine itself is left out.
std::string copiedNodes(const Project &project, const std::set<NetnsId> &nodes,
                        const std::set<AnnotationId> &annotations = {});

/// What is put into a project.
struct Pasted {
    EditList edits;
    std::vector<std::string> names;
    std::set<AnnotationId> annotations;
};

/// What puts the nodes and annotations of such a text, or of any project file, into a project, with their middle there,
/// on the grid: under free names, and where the project has one of their addresses already, with fresh addresses from
/// the same block of private ones. Fails with the reader's error where the text is no project file, and with Input
/// where it has none.
Result<Pasted> pasteNodes(const Project &project, std::string_view text, Point middle);

} // namespace netdraft::model
