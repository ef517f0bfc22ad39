#pragma once

#include "model/command/ip.h"

namespace netdraft::model::command {

/// Reads the words of a next hop object after `add` or `replace`.
AddNexthop readNexthopWords(const IpCall &call, Arguments &arguments);
/// Appends the words of one, as readNexthopWords() takes them.
void appendNexthopWords(std::vector<std::string> &words, const AddNexthop &object);

/// What `ip nexthop` prints of one, without an end of line (print_nexthop).
void printNexthopFields(Printer &printer, const IpCall &call, const NexthopObject &object);

/// `1,3/2`: the members of a group, with weights that are not 1.
std::string groupText(const std::vector<NexthopObject::Member> &group);

} // namespace netdraft::model::command
