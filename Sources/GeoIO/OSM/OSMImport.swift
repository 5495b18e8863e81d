import Foundation
import Geometry
import Routing

/// Extracts of OpenStreetMap as a dataset of roads down to streets.
public struct OSMImport: Sendable {
  public let dataset: Dataset
  public let counts: OSMCounts

  /// Metres of a part of walkers' ways that is kept beside the largest: a valley whose only road to
  /// the next bars walkers is still walked in; assumed.
  private static let leastPart = 10_000.0

  /// Reads the extracts twice each, ways and nodes, and a third time where multipolygons of water are
  /// made of ways.
  ///
  /// `progress` is called with what is being done, and while reading how far it has come.
  ///
  /// - Throws: ``GeoIOError`` with the file, or `RoutingError`.
  /// - Complexity: O(bytes); `Documentation/Import.md` has seconds and memory.
  public init(
    paths: [String], by traveller: OSMTraveller = .car,
    progress: @escaping (Stage) -> Void = { _ in }
  ) throws {
    let files = try paths.map { path throws(GeoIOError) in try OSMFile(path: path) }
    progress(.readingWays(0))
    let extract = try OSMExtract(files, by: traveller, progress: progress)
    progress(.joining)
    var counts = extract.counts
    let whole = try extract.roads.network(of: extract.nodes, missing: &counts.missingNodes)
    let (network, edges, parts) = whole.largestStrongPart(
      with: traveller == .foot ? Self.leastPart : .infinity)
    let named = paths.joined(separator: ", ")
    guard network.length.contains(where: { $0 > 0 }) else { throw GeoIOError.noRoads(path: named) }
    counts.parts = parts
    counts.cutOffEdges = whole.edgeCount - edges.count
    counts.cutOffMeters = max(0, whole.length.reduce(0, +) - network.length.reduce(0, +))
    let waters = extract.waters.bodies(extract.points)
    (counts.smallWaters, counts.openWaters) = (waters.small, waters.open)
    counts.waterAreas = waters.bodies.reduce(0) { $0 + $1.areas.count }
    let rail = OSMRailways(extract.tracks, extract.points, stations: extract.stations)
    counts.stations = rail.network.stations.count
    counts.lonelyStations = rail.lonelyStations
    counts.railRuns = rail.network.runs.count
    counts.railMeters = rail.network.runs.reduce(0) { $0 + $1.length }
    self.counts = counts
    progress(.ordering)
    var dataset = try Dataset(
      roads: network, notes: Self.notes(paths, by: traveller), folder: named)
    dataset.places = extract.places
    dataset.region.waters = waters.bodies
    (dataset.rail, dataset.railNames) = (rail.network, rail.names)
    dataset.corridors += rail.corridors
    dataset.notes.digest = dataset.contentDigest
    self.dataset = dataset
  }

  private static func notes(_ paths: [String], by traveller: OSMTraveller) -> DatasetNotes {
    let names = paths.map { URL(fileURLWithPath: $0).lastPathComponent }
    let (chinese, english) = (names.joined(separator: "、"), names.joined(separator: ", "))
    let isOnFoot = traveller == .foot
    return DatasetNotes(
      title: PlaceName(
        chinese: "OSM \(isOnFoot ? "步行" : "街道")数据集:\(chinese)",
        english: "OSM \(isOnFoot ? "ways on foot" : "streets"): \(english)"),
      version: "1", digest: "",
      vintage: PlaceName(
        chinese: "道路:OSM 提取文件 \(chinese)", english: "roads: OSM extract \(english)"),
      attribution: ["© OpenStreetMap contributors, ODbL 1.0"],
      limits: PlaceName(
        chinese: (isOnFoot ? "道路是步行可走的路,按步行速度" : "道路细至街道")
          + ",地名只是点;没有行政区划与人口,因此只答位置与面积,不答人口",
        english: (isOnFoot
          ? "roads are ways that walkers may use, at walking speed"
          : "roads down to streets")
          + ", and names of points alone; neither regions nor people, so that it answers for "
          + "places and areas, not for people"))
  }

  /// What an import is at.
  public enum Stage: Hashable, Sendable {
    /// With how many ways or nodes were read.
    case readingWays(Int)
    case readingNodes(Int)
    case joining, ordering
  }
}
