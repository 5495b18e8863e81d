#include "CGDAL.h"

#include <dlfcn.h>
#include <stddef.h>

int cgdal_load(char **names, struct CGDAL *functions) {
  void *library = NULL;
  for (; *names && !library; names++) library = dlopen(*names, RTLD_NOW | RTLD_LOCAL);
  if (!library) return 1;
#define CGDAL_FIND(result, name, arguments)                \
  *(void **)(&functions->name) = dlsym(library, #name);    \
  if (!functions->name) return 2;
  CGDAL_FUNCTIONS(CGDAL_FIND)
#undef CGDAL_FIND
  return 0;
}
