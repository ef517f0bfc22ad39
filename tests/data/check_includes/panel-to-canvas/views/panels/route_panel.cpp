#include "views/canvas/canvas.h"
