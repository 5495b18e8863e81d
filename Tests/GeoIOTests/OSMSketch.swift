import Foundation
import TestSupport

@testable import GeoIO

/// An extract as XML: nodes by number on a grid of 0.01 degrees, ways and multipolygons as numbers
/// and tags.
struct OSMSketch {
  var nodes: [Int: (x: Int, y: Int)] = [:]
  /// Tags of nodes, with commas between them.
  var tags: [Int: String] = [:]
  /// Numbered from 1.
  var ways: [(nodes: [Int], tags: String)] = []
  /// Numbers of ways with their roles.
  var multipolygons: [(ways: [(Int, String)], tags: String)] = []

  init(nodes: [Int: (x: Int, y: Int)]) { self.nodes = nodes }

  private static func written(_ tags: String) -> String {
    tags.split(separator: ",").map { tag in
      let pair = tag.split(separator: "=", maxSplits: 1)
      return "<tag k=\"\(pair[0])\" v=\"\(pair[1])\"/>"
    }.joined()
  }

  var xml: String {
    var text = "<?xml version='1.0' encoding='UTF-8'?>\n<osm version=\"0.6\">\n"
    for (id, place) in nodes.sorted(by: { $0.key < $1.key }) {
      text += "<node id=\"\(id)\" lon=\"\(Double(place.x) / 100)\" "
      text += "lat=\"\(Double(place.y) / 100)\">\(Self.written(tags[id] ?? ""))</node>\n"
    }
    for (index, way) in ways.enumerated() {
      text += "<way id=\"\(index + 1)\">" + way.nodes.map { "<nd ref=\"\($0)\"/>" }.joined()
      text += Self.written(way.tags) + "</way>\n"
    }
    for (index, relation) in multipolygons.enumerated() {
      text += "<relation id=\"\(index + 1)\">"
      for (way, role) in relation.ways {
        text += "<member type=\"way\" ref=\"\(way)\" role=\"\(role)\"/>"
      }
      text += Self.written("type=multipolygon," + relation.tags) + "</relation>\n"
    }
    return text + "</osm>\n"
  }

  func read(in folder: TemporaryFolder, by traveller: OSMTraveller = .car) throws -> OSMImport {
    let path = folder.path(of: "sketch.osm")
    try Data(xml.utf8).write(to: URL(fileURLWithPath: path))
    return try OSMImport(paths: [path], by: traveller)
  }
}
