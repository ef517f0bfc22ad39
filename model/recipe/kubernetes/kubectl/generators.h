#pragma once

#include "model/recipe/kubernetes/kubectl/kubectl.h"

namespace netdraft::model::kubernetes {

// What kubectl makes of words: objects as its own types have them, their members in the order in which those print
// them, with what is empty.

/// Kind, version and metadata of an object; its Kubernetes namespace where the words give one.
Json typedObject(const Request &request, const char *version, const char *kind, const std::string &name);
/// A number as Go's strconv.Atoi() reads it; the error is `strconv.Atoi: parsing "x": invalid syntax`.
std::expected<int, std::string> numberRead(const std::string &text, std::string_view reader = "Atoi");
/// `a=1,b=2` as labels; the error is `unexpected label spec: a`.
std::expected<Json, std::string> labelsRead(std::string_view text);
/// Takes what is empty out of an object, as the API server does.
void dropEmpty(Json &object);

/// Objects of files, for `kubectl create -f`.
void createFromFiles(Request &request);

} // namespace netdraft::model::kubernetes
