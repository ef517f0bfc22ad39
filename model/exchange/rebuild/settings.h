#pragma once

#include "model/edit/edit.h"

namespace netdraft::model::rebuilding {

enum class SettingPlaces : bool { AllAndDefault, Links };

/// What is to be written first so that `made`, a namespace under construction, comes to have the settings of `wanted`:
/// those of the whole namespace, and those of `all` that reach every device.
void firstSettings(const Netns &wanted, const Netns &made, EditList &step);
/// What is still to be written then, of these places.
void confSettings(const Netns &wanted, const Netns &made, SettingPlaces places, EditList &step);

} // namespace netdraft::model::rebuilding
