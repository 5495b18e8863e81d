#ifndef HINTERLAND_COSMIUM_H
#define HINTERLAND_COSMIUM_H

// OpenStreetMap files, object by object: .osm, .osm.gz, .osm.bz2 and .osm.pbf through libosmium.
// No C++ exception leaves these functions.

#include <stddef.h>
#include <stdint.h>

#ifdef __cplusplus
extern "C" {
#endif

/// Tags of an object as keys and values by turns; `count` is that of the pairs. They and what they
/// point at last as long as the call.
typedef struct {
  const char *const *texts;
  size_t count;
} COsmiumTags;

/// Degrees, or a longitude of 1000 where the file's position is none.
typedef void (*COsmiumNode)(void *context, int64_t id, double longitude, double latitude, COsmiumTags tags);
typedef void (*COsmiumWay)(void *context, int64_t id, const int64_t *nodes, size_t count, COsmiumTags tags);

/// Reads a file from its start to its end and calls `way` for each way that has a tag `highway` or
/// `route`, or `node` for each node; either may be NULL, and then those are not unpacked.
///
/// Returns 0, or 1 and a sentence of libosmium's in `words`, which always ends in a zero.
int cosmium_read(
  const char *path, COsmiumWay way, COsmiumNode node, void *context, char *words, size_t size);

#ifdef __cplusplus
}
#endif

#endif
