#include "ui/view_models/signature_offer.h"
