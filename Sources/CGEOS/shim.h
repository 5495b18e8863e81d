#ifndef HINTERLAND_CGEOS_SHIM_H
#define HINTERLAND_CGEOS_SHIM_H
// Only the reentrant functions (…_r): every handle lives in a context of its own thread.
#define GEOS_USE_ONLY_R_API
#include <geos_c.h>
#endif
