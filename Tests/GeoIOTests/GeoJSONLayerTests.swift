import Foundation
import GeoIO
import Shapes
import TestSupport
import Testing

@Suite struct GeoJSONLayerTests {
  private let folder: TemporaryFolder

  init() throws { folder = try TemporaryFolder() }

  private static let square = "[[113,28],[114,28],[114,29],[113,29],[113,28]]"

  private func features(_ text: String) throws -> [GeoJSONLayer.Feature] {
    try GeoJSONLayer(path: folder.write(text, to: "layer.geojson")).features
  }

  @Test func collectionsFeaturesAndBareGeometriesAreRead() throws {
    let geometry = "{\"type\":\"Polygon\",\"coordinates\":[\(Self.square)]}"
    let feature = "{\"type\":\"Feature\",\"properties\":null,\"geometry\":\(geometry)}"
    let collection = "{\"type\":\"FeatureCollection\",\"features\":[\(feature),\(feature)]}"
    #expect(try features(geometry).map(\.areas.count) == [1])
    #expect(try features(feature).map(\.areas.count) == [1])
    #expect(try features(collection).map(\.areas.count) == [1, 1])
    #expect(try features("{\"type\":\"FeatureCollection\",\"features\":[]}").isEmpty)
  }

  @Test func aRingLosesItsLastPositionWhichRepeatsTheFirst() throws {
    let area = try #require(
      try features("{\"type\":\"Polygon\",\"coordinates\":[\(Self.square)]}").first?.areas.first)
    #expect(area.outer.count == 4)
    #expect(area.outer.first == GeoPoint(longitude: 113, latitude: 28))
  }

  @Test func holesPartsLinesAndHeightsAreRead() throws {
    let hole = "[[113.4,28.4],[113.6,28.4],[113.5,28.6],[113.4,28.4]]"
    let collection = try features(
      """
      {"type":"GeometryCollection","geometries":[
        {"type":"MultiPolygon","coordinates":[[\(Self.square),\(hole)],[\(Self.square)]]},
        {"type":"LineString","coordinates":[[113,28,50.5],[114,29,60]]},
        {"type":"MultiLineString","coordinates":[[[1,2],[3,4]],[[5,6],[7,8]]]},
        {"type":"Point","coordinates":[113,28]}]}
      """)
    #expect(collection.count == 1)
    #expect(collection[0].areas.map(\.holes.count) == [1, 0])
    #expect(collection[0].lines.map(\.count) == [2, 2, 2])
  }

  @Test func propertiesOfEveryKindBecomeText() throws {
    let feature = try features(
      """
      {"type":"Feature","geometry":null,"properties":{"name":"长沙","code":430100,"area":11.5,
       "open":true,"nothing":null,"list":[1,2],"nested":{"a":1}}}
      """)[0]
    #expect(
      feature.properties == ["name": "长沙", "code": "430100", "area": "11.5", "open": "true"])
    #expect(feature.areas.isEmpty && feature.lines.isEmpty)
  }

  @Test(arguments: [
    (
      "latitude and longitude swapped",
      "{\"type\":\"LineString\",\"coordinates\":[[28,113],[29,114]]}"
    ),
    ("latitude 95", "{\"type\":\"LineString\",\"coordinates\":[[113,95],[114,28]]}"),
    ("longitude 200", "{\"type\":\"LineString\",\"coordinates\":[[200,28],[114,28]]}"),
    ("metres", "{\"type\":\"LineString\",\"coordinates\":[[500000,3100000],[500100,3100000]]}"),
    (
      "a number over all doubles", "{\"type\":\"LineString\",\"coordinates\":[[1e999,28],[114,28]]}"
    ),
    ("a position of one number", "{\"type\":\"LineString\",\"coordinates\":[[113],[114,28]]}"),
    ("an empty position", "{\"type\":\"LineString\",\"coordinates\":[[],[114,28]]}"),
    (
      "a ring of two points",
      "{\"type\":\"Polygon\",\"coordinates\":[[[113,28],[114,28],[113,28]]]}"
    ),
    ("an empty ring", "{\"type\":\"Polygon\",\"coordinates\":[[]]}"),
    ("truncated", "{\"type\":\"Polygon\",\"coordinates\":[[[113,28],[114"),
    ("empty", ""), ("not JSON", "id,lon,lat\n0,113,28\n"), ("an array", "[1,2,3]"),
    ("a string", "\"FeatureCollection\""), ("no type", "{\"features\":[]}"),
    ("a type that is a number", "{\"type\":7}"),
    ("no features", "{\"type\":\"FeatureCollection\"}"),
    ("features that are text", "{\"type\":\"FeatureCollection\",\"features\":\"all\"}"),
    ("a feature that is null", "{\"type\":\"FeatureCollection\",\"features\":[null]}"),
    ("no coordinates", "{\"type\":\"Polygon\"}"),
    ("coordinates that are text", "{\"type\":\"Polygon\",\"coordinates\":\"113 28\"}"),
    ("coordinates one level short", "{\"type\":\"Polygon\",\"coordinates\":[[113,28],[114,28]]}"),
    ("properties that are a list", "{\"type\":\"Feature\",\"properties\":[],\"geometry\":null}"),
    ("two documents", "{\"type\":\"FeatureCollection\",\"features\":[]}{}"),
  ])
  func whatIsNoLayerIsRefusedInASentence(title: String, text: String) throws {
    try expectRefused(text, title)
  }

  @Test(arguments: [
    ("a line of one point", "{\"type\":\"LineString\",\"coordinates\":[[113,28]]}"),
    ("a line of nothing", "{\"type\":\"LineString\",\"coordinates\":[]}"),
    ("an unknown type", "{\"type\":\"Topology\",\"objects\":{}}"),
  ])
  func whatLooksLikeALayerIsRefusedToo(title: String, text: String) throws {
    try expectRefused(text, title)
  }

  private func expectRefused(_ text: String, _ title: String) throws {
    let path = try folder.write(text, to: "layer.geojson")
    let error = #expect(throws: GeoIOError.self, "\(title)") { try GeoJSONLayer(path: path) }
    let sentence = try #require(error).description
    #expect(
      sentence.hasPrefix("\(path) is not GeoJSON (")
        || sentence.hasPrefix("\(path) holds positions that are not degrees ("), "\(sentence)")
    #expect(sentence.hasSuffix("."), "\(sentence)")
  }

  @Test func swappedCoordinatesAreRecognised() throws {
    let path = try folder.write(
      "{\"type\":\"LineString\",\"coordinates\":[[28,113],[29,114]]}", to: "layer.geojson")
    let error = #expect(throws: GeoIOError.self) { try GeoJSONLayer(path: path) }
    #expect(error?.description.contains("longitude first") == true)
  }

  @Test(arguments: [10, 200, 20_000])
  func nestingIsReadOrRefusedHoweverDeep(depth: Int) throws {
    let text =
      String(repeating: "{\"type\":\"GeometryCollection\",\"geometries\":[", count: depth)
      + "{\"type\":\"Polygon\",\"coordinates\":[\(Self.square)]}"
      + String(repeating: "]}", count: depth)
    if depth == 10 {
      #expect(try features(text)[0].areas.count == 1)
    } else {
      do { _ = try features(text) } catch { #expect(error is GeoIOError) }
    }
    #expect(throws: GeoIOError.self) { try features(String(repeating: "[", count: depth)) }
  }

  @Test func aFolderOrNothingIsRefused() throws {
    #expect(throws: GeoIOError.fileNotFound(path: folder.path(of: "none.geojson"))) {
      try GeoJSONLayer(path: folder.path(of: "none.geojson"))
    }
    #expect(throws: GeoIOError.notReadable(path: folder.path, words: "it is a folder")) {
      try GeoJSONLayer(path: folder.path)
    }
  }

  @Test func damagedLayersAreReadOrRefused() throws {
    let whole = [UInt8](
      """
      {"type":"FeatureCollection","features":[{"type":"Feature","properties":{"name":"甲","n":1},
      "geometry":{"type":"MultiPolygon","coordinates":[[[[113,28],[114,28],[114,29],[113,28]]]]}},
      {"type":"Feature","properties":null,"geometry":{"type":"LineString",
      "coordinates":[[113.5,28.5],[113.6,28.6]]}}]}
      """.utf8)
    var damage = ByteDamage(seed: 30, telling: "[]{},:\"-e90")
    let path = folder.path(of: "damaged.geojson")
    var read = 0
    for _ in 0..<2_000 {
      try Data(damage.damaged(whole)).write(to: URL(fileURLWithPath: path))
      do throws(GeoIOError) {
        let layer = try GeoJSONLayer(path: path)
        read += 1
        for feature in layer.features {
          let points =
            feature.areas.flatMap { $0.rings.flatMap { $0 } } + feature.lines.flatMap { $0 }
          #expect(points.allSatisfy { abs($0.longitude) <= 180 && abs($0.latitude) <= 90 })
          #expect(feature.areas.allSatisfy { $0.rings.allSatisfy { $0.count >= 3 } })
        }
      } catch {
        #expect(error.description.hasPrefix(path))
      }
    }
    #expect(read > 50 && read < 1_800)
  }
}
