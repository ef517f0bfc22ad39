#pragma once

#include "model/recipe/kubernetes/cluster.h"

#include <expected>

namespace netdraft::model::kubernetes {

/// YAML as kubectl reads it. The error is `yaml: line 3: …`.
std::expected<Json, std::string> parsedYaml(const std::string &text);
/// Whether YAML without quotes is this text, and no number, yes or nothing.
bool isPlainText(const std::string &text);

/// What a file holds, in its order, without what is empty.
struct Documents {
    std::vector<Json> documents;
    std::string error; ///< why what follows them could not be read, in kubectl's words; empty: all is read
};
/// Reads YAML of several documents, or JSON.
Documents readDocuments(const std::string &text);
/// Why a document is no object at all, as `kind not set`; empty: it may be one.
std::string validationRefusal(const Json &document);
/// The objects of a document: the items of a List are objects of their own.
std::vector<Json> objectsOf(Json document);
/// Why an object cannot be read, as `json: cannot unmarshal number into …`; empty: it can.
std::string decodingRefusal(const Json &object);

/// All objects of a file; the error says why it has none.
std::expected<std::vector<Json>, std::string> readManifest(const std::string &text, const std::string &file);

/// An object with its members by their names, as Go writes its maps.
Json ordered(const Json &object);
/// YAML as kubectl prints an object: keys ordered, lists not indented.
std::string printedYaml(const Json &object);
/// JSON as it prints it, ordered too, or as the members are given.
enum class Members : bool { Ordered, AsGiven };
std::string printedJson(const Json &object, Members members = Members::Ordered);

/// What the API server says of an object that it does not take, in full; empty: it takes it. `verb` is creating or
/// applying.
std::string refusalOf(const Cluster &cluster, const Json &object, const std::string &file);

/// Fills in what the API server does where a manifest says nothing.
void complete(Cluster &cluster, Json &object);

} // namespace netdraft::model::kubernetes
