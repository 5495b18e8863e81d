import Foundation
import Geometry
import Routing

/// Extracts of OpenStreetMap as a dataset of roads down to streets.
public struct OSMImport: Sendable {
  public let dataset: Dataset
  public let counts: OSMCounts

  /// Reads the extracts, twice each: ways, then nodes.
  ///
  /// `progress` is called with what is being done, and while reading how far it has come.
  ///
  /// - Throws: ``GeoIOError`` with the file, or `RoutingError`.
  /// - Complexity: O(bytes); `Documentation/Import.md` has seconds and memory.
  public init(paths: [String], progress: @escaping (Stage) -> Void = { _ in }) throws {
    let files = try paths.map { path throws(GeoIOError) in try OSMFile(path: path) }
    progress(.readingWays(0))
    var roads = try OSMRoads(files, progress: progress)
    progress(.joining)
    let whole = try roads.network()
    let (network, edges) = whole.largestStrongPart()
    let named = paths.joined(separator: ", ")
    guard network.edgeCount > 0 else { throw GeoIOError.noRoads(path: named) }
    var counts = roads.counts
    counts.cutOffEdges = whole.edgeCount - edges.count
    counts.cutOffMeters = max(0, whole.length.reduce(0, +) - network.length.reduce(0, +))
    self.counts = counts
    let names = paths.map { URL(fileURLWithPath: $0).lastPathComponent }
    progress(.ordering)
    var dataset = try Dataset(
      roads: network,
      title: PlaceName(
        chinese: "OSM 街道数据集:" + names.joined(separator: "、"),
        english: "OSM streets: " + names.joined(separator: ", ")),
      vintage: PlaceName(
        chinese: "道路:OSM 提取文件 " + names.joined(separator: "、"),
        english: "roads: OSM extract " + names.joined(separator: ", ")),
      attribution: ["© OpenStreetMap contributors, ODbL 1.0"],
      limits: PlaceName(
        chinese: "道路细至街道,地名只是点;没有行政区划、人口、铁路与水体,因此只答位置与面积,不答人口",
        english: "roads down to streets, and names of points alone; neither regions nor people, "
          + "railways or waters, so that it answers for places and areas, not for people"),
      folder: named)
    dataset.places = roads.places
    dataset.notes.digest = dataset.contentDigest
    self.dataset = dataset
  }

  /// What an import is at.
  public enum Stage: Hashable, Sendable {
    /// With how many ways or nodes were read.
    case readingWays(Int)
    case readingNodes(Int)
    case joining, ordering
  }
}
