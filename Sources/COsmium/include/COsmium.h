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
/// The ways among the members of a relation, and for each whether its role is `inner` (1) or not (0).
typedef void (*COsmiumRelation)(
  void *context, int64_t id, const int64_t *ways, const uint8_t *inner, size_t count, COsmiumTags tags);

/// What is asked of a file; a function that is NULL leaves its kind of object packed.
typedef struct {
  COsmiumNode node;
  /// For each way among `members`; without any, for each with a tag highway, route, railway, waterway,
  /// natural=water or landuse=reservoir.
  COsmiumWay way;
  /// For each multipolygon with a tag waterway, natural=water or landuse=reservoir.
  COsmiumRelation relation;
  void *context;
  /// Identifiers of ways, ascending.
  const int64_t *members;
  size_t member_count;
} COsmiumQuestion;

/// Reads a file from its start to its end, and calls the functions of `question`; `format` is osm,
/// osm.gz, osm.bz2, osm.pbf or pbf.
///
/// Returns 0, or 1 and a sentence of libosmium's in `words`, which always ends in a zero.
int cosmium_read(
  const char *path, const char *format, const COsmiumQuestion *question, char *words, size_t size);

#ifdef __cplusplus
}
#endif

#endif
