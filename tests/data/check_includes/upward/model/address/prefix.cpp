#include "model/edit/apply.h"
