public import Shapes

/// A table as a GeoJSON FeatureCollection (RFC 7946): WGS 84, longitude first, right-hand rule,
/// closed rings, seven decimals (1 cm).
public struct GeoJSONWriter {
  public static let decimals = 7

  /// All rows of the tables as one collection.
  ///
  /// `hinterland` is the foreign member that says how to replay the answer.
  public static func text(of tables: [FeatureTable], hinterland: JSONText) -> String {
    var output = "{\"type\":\"FeatureCollection\",\n\"hinterland\":\(hinterland.text),\n"
    output += "\"features\":["
    var isFirst = true
    for table in tables {
      for row in table.rows {
        output += isFirst ? "\n" : ",\n"
        isFirst = false
        output += "{\"type\":\"Feature\",\"properties\":"
        output += table.record(row).text
        output += ",\"geometry\":"
        write(row.shape, to: &output)
        output += "}"
      }
    }
    return output + "\n]}\n"
  }

  private static func write(_ shape: FeatureTable.Shape?, to output: inout String) {
    switch shape {
    case nil: output += "null"
    case .point(let point):
      output += "{\"type\":\"Point\",\"coordinates\":"
      write(point, to: &output)
      output += "}"
    case .lines(let lines):
      output += "{\"type\":\"MultiLineString\",\"coordinates\":["
      for (index, line) in lines.enumerated() {
        if index > 0 { output += "," }
        write(line, to: &output)
      }
      output += "]}"
    case .areas(let areas):
      output += "{\"type\":\"MultiPolygon\",\"coordinates\":["
      for (index, area) in areas.enumerated() {
        if index > 0 { output += "," }
        output += "["
        for (number, ring) in area.wound().rings.enumerated() {
          if number > 0 { output += "," }
          write(ring + ring.prefix(1), to: &output)
        }
        output += "]"
      }
      output += "]}"
    }
  }

  private static func write(_ line: [GeoPoint], to output: inout String) {
    output += "["
    for (index, point) in line.enumerated() {
      if index > 0 { output += "," }
      write(point, to: &output)
    }
    output += "]"
  }

  private static func write(_ point: GeoPoint, to output: inout String) {
    output += "["
    output += point.longitude.fixed(decimals)
    output += ","
    output += point.latitude.fixed(decimals)
    output += "]"
  }
}
