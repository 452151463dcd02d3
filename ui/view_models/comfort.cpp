#include "ui/view_models/comfort.h"
