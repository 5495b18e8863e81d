import Shapes

/// A GeoJSON layer as it is written for ``GeoJSONLayer`` to read back: every digit, and rings in
/// the order and from the corner that they have.
struct LayerText {
  private var text = "{\"type\":\"FeatureCollection\",\"features\":["
  private var isFirst = true

  var bytes: [UInt8] { Array((text + "\n]}\n").utf8) }

  /// Areas and lines of one feature, which may have both.
  mutating func append(
    _ properties: [(key: String, value: String)], areas: [GeoPolygon], lines: [[GeoPoint]] = []
  ) {
    text += isFirst ? "\n" : ",\n"
    isFirst = false
    text += "{\"type\":\"Feature\",\"properties\":"
    text += JSONText.object(properties.map { ($0.key, .string($0.value)) }).text
    text += ",\"geometry\":"
    switch (areas.isEmpty, lines.isEmpty) {
    case (false, true): append(areas)
    case (true, _): append(lines)
    case (false, false):
      text += "{\"type\":\"GeometryCollection\",\"geometries\":["
      append(areas)
      text += ","
      append(lines)
      text += "]}"
    }
    text += "}"
  }

  private mutating func append(_ areas: [GeoPolygon]) {
    text += "{\"type\":\"MultiPolygon\",\"coordinates\":["
    for (index, area) in areas.enumerated() {
      text += index > 0 ? ",[" : "["
      for (number, ring) in area.rings.enumerated() {
        if number > 0 { text += "," }
        append(ring + ring.prefix(1))
      }
      text += "]"
    }
    text += "]}"
  }

  private mutating func append(_ lines: [[GeoPoint]]) {
    text += "{\"type\":\"MultiLineString\",\"coordinates\":["
    for (index, line) in lines.enumerated() {
      if index > 0 { text += "," }
      append(line)
    }
    text += "]}"
  }

  private mutating func append(_ line: [GeoPoint]) {
    text += "["
    for (index, point) in line.enumerated() {
      text += index > 0 ? ",[" : "["
      text += "\(point.longitude),\(point.latitude)]"
    }
    text += "]"
  }
}
