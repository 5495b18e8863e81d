#include "COsmium.h"

#include <algorithm>
#include <cstdio>
#include <cstring>
#include <exception>
#include <vector>

#include <osmium/io/bzip2_compression.hpp>
#include <osmium/io/gzip_compression.hpp>
#include <osmium/io/pbf_input.hpp>
#include <osmium/io/reader.hpp>
#include <osmium/io/xml_input.hpp>
#include <osmium/osm/node.hpp>
#include <osmium/osm/relation.hpp>
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

bool is_water(const osmium::TagList &tags) {
  return tags.has_key("waterway") || tags.has_tag("natural", "water") ||
         tags.has_tag("landuse", "reservoir");
}

bool is_wanted(const osmium::Way &way, const COsmiumQuestion &question) {
  if (question.member_count > 0) {
    return std::binary_search(
      question.members, question.members + question.member_count, way.id());
  }
  const auto &tags = way.tags();
  return tags.has_key("highway") || tags.has_key("route") || tags.has_key("railway") ||
         is_water(tags);
}

void read(const char *path, const char *format, const COsmiumQuestion &question) {
  auto entities = osmium::osm_entity_bits::nothing;
  if (question.node) entities |= osmium::osm_entity_bits::node;
  if (question.way) entities |= osmium::osm_entity_bits::way;
  if (question.relation) entities |= osmium::osm_entity_bits::relation;
  osmium::io::Reader reader{osmium::io::File{path, format}, entities, osmium::io::read_meta::no};
  Texts texts;
  std::vector<int64_t> references;
  std::vector<uint8_t> inner;
  while (const osmium::memory::Buffer buffer = reader.read()) {
    if (question.node) {
      for (const auto &each : buffer.select<osmium::Node>()) {
        const auto place = each.location();
        const bool valid = place.valid();
        question.node(
          question.context, each.id(), valid ? place.lon() : 1000, valid ? place.lat() : 1000,
          texts.of(each.tags()));
      }
    }
    if (question.way) {
      for (const auto &each : buffer.select<osmium::Way>()) {
        if (!is_wanted(each, question)) continue;
        references.clear();
        for (const auto &reference : each.nodes()) references.push_back(reference.ref());
        question.way(
          question.context, each.id(), references.data(), references.size(), texts.of(each.tags()));
      }
    }
    if (question.relation) {
      for (const auto &each : buffer.select<osmium::Relation>()) {
        if (!each.tags().has_tag("type", "multipolygon") || !is_water(each.tags())) continue;
        references.clear();
        inner.clear();
        for (const auto &member : each.members()) {
          if (member.type() != osmium::item_type::way) continue;
          references.push_back(member.ref());
          inner.push_back(std::strcmp(member.role(), "inner") == 0);
        }
        question.relation(
          question.context, each.id(), references.data(), inner.data(), references.size(),
          texts.of(each.tags()));
      }
    }
  }
  reader.close();
}

}  // namespace

int cosmium_read(
  const char *path, const char *format, const COsmiumQuestion *question, char *words, size_t size) {
  words[0] = 0;
  try {
    read(path, format, *question);
    return 0;
  } catch (const std::exception &error) {
    std::snprintf(words, size, "%s", error.what());
  } catch (...) {
    std::snprintf(words, size, "an error without words");
  }
  return 1;
}
