#include "views/document/document.h"
