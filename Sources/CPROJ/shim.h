#ifndef HINTERLAND_CPROJ_SHIM_H
#define HINTERLAND_CPROJ_SHIM_H
#include <proj.h>
#endif
