#include "COsmium.h"

#include <cstdio>
#include <exception>
#include <vector>

#include <osmium/io/bzip2_compression.hpp>
#include <osmium/io/gzip_compression.hpp>
#include <osmium/io/pbf_input.hpp>
#include <osmium/io/reader.hpp>
#include <osmium/io/xml_input.hpp>
#include <osmium/osm/node.hpp>
#include <osmium/osm/way.hpp>

namespace {

/// The tags of one object after the other, without a new allocation each.
class Texts {
  std::vector<const char *> texts;

public:
  COsmiumTags of(const osmium::TagList &tags) {
    texts.clear();
    for (const auto &tag : tags) {
      texts.push_back(tag.key());
      texts.push_back(tag.value());
    }
    return {texts.data(), texts.size() / 2};
  }
};

void read(const char *path, COsmiumWay way, COsmiumNode node, void *context) {
  auto entities = osmium::osm_entity_bits::nothing;
  if (way) entities |= osmium::osm_entity_bits::way;
  if (node) entities |= osmium::osm_entity_bits::node;
  osmium::io::Reader reader{osmium::io::File{path}, entities, osmium::io::read_meta::no};
  Texts texts;
  std::vector<int64_t> nodes;
  while (const osmium::memory::Buffer buffer = reader.read()) {
    if (node) {
      for (const auto &each : buffer.select<osmium::Node>()) {
        const auto place = each.location();
        const bool valid = place.valid();
        node(
          context, each.id(), valid ? place.lon() : 1000, valid ? place.lat() : 1000,
          texts.of(each.tags()));
      }
    }
    if (way) {
      for (const auto &each : buffer.select<osmium::Way>()) {
        if (!each.tags().has_key("highway") && !each.tags().has_key("route")) continue;
        nodes.clear();
        for (const auto &reference : each.nodes()) nodes.push_back(reference.ref());
        way(context, each.id(), nodes.data(), nodes.size(), texts.of(each.tags()));
      }
    }
  }
  reader.close();
}

}  // namespace

int cosmium_read(
  const char *path, COsmiumWay way, COsmiumNode node, void *context, char *words, size_t size) {
  words[0] = 0;
  try {
    read(path, way, node, context);
    return 0;
  } catch (const std::exception &error) {
    std::snprintf(words, size, "%s", error.what());
  } catch (...) {
    std::snprintf(words, size, "an error without words");
  }
  return 1;
}
