#ifndef HINTERLAND_CMETIS_SHIM_H
#define HINTERLAND_CMETIS_SHIM_H
#include <metis.h>
#endif
