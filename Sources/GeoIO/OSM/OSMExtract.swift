import Geometry
import Shapes

/// Extracts as they are read: ways and multipolygons of water, then what those are made of, then nodes.
///
/// Memory: 8 bytes a reference to a node of roads, tracks and shores, and some 40 a node of those.
struct OSMExtract {
  private(set) var counts: OSMCounts
  private(set) var roads: OSMRoads
  private(set) var tracks: OSMTracks
  private(set) var waters: OSMWaters
  /// Nodes of roads.
  private(set) var nodes: OSMNodes
  /// Nodes of tracks and shores.
  private(set) var points: OSMPoints
  /// Towns and villages in the order of the files, and stations.
  private(set) var places: [NamedPlace]
  private(set) var stations: [OSMStation]

  /// `progress` is called with how many ways, then how many nodes were looked at, now and then.
  ///
  /// - Throws: ``GeoIOError`` where a file cannot be read, or ``GeoIOError/noRoads(path:)``.
  /// - Complexity: O(bytes + references · log references).
  init(
    _ files: [OSMFile], by traveller: OSMTraveller,
    progress: @escaping (OSMImport.Stage) -> Void
  ) throws(GeoIOError) {
    let ways = Ways(by: traveller, areSeveral: files.count > 1)
    for file in files {
      try file.ways { id, nodes, tags in
        ways.read += 1
        if ways.read % OSMFile.progressStep == 0 { progress(.readingWays(ways.read)) }
        ways.take(id, nodes, tags)
      } relations: {
        ways.waters.take(relation: $0, $1, isInner: $2, $3)
      }
    }
    // Relations come after the ways that they are made of.
    let members = ways.waters.members
    if !members.isEmpty {
      for file in files {
        try file.ways(among: members) { id, nodes, _ in ways.waters.take(member: id, nodes) }
      }
    }
    guard !ways.roads.isEmpty else {
      throw .noRoads(path: files.map(\.path).joined(separator: ", "))
    }
    progress(.readingNodes(0))
    let nodes = Nodes(
      OSMNodes(ways.roads.references, ends: ways.roads.ends),
      OSMPoints(ways.tracks.references + ways.waters.references), by: traveller)
    for file in files {
      try file.nodes { id, position, tags in
        nodes.read += 1
        if nodes.read % OSMFile.progressStep == 0 { progress(.readingNodes(nodes.read)) }
        nodes.take(id, position, tags)
      }
    }
    (counts, roads, tracks, waters) = (ways.counts, ways.roads, ways.tracks, ways.waters)
    (self.nodes, points, places) = (nodes.nodes, nodes.points, nodes.places)
    stations = nodes.stations
    counts.roadNodes = self.nodes.positions.count { $0 != nil }
    counts.barriers = self.nodes.isBarrier.count { $0 }
  }

  /// Ways, each once, by what they are.
  private final class Ways {
    static let keys = OSMKeys(OSMWayKind.keys.union(OSMTrack.keys).union(OSMWater.keys))

    let traveller: OSMTraveller
    let areSeveral: Bool
    var counts = OSMCounts()
    var roads = OSMRoads()
    var tracks = OSMTracks()
    var waters = OSMWaters()
    var seen: Set<Int64> = []
    var last: Int64?
    var read = 0

    init(by traveller: OSMTraveller, areSeveral: Bool) {
      self.traveller = traveller
      self.areSeveral = areSeveral
    }

    func take(_ id: Int64, _ nodes: UnsafeBufferPointer<Int64>, _ tags: OSMTags) {
      // Within one file, in order of ids, the same way follows itself.
      guard id != last, !areSeveral || seen.insert(id).inserted else { return }
      last = id
      let tags = tags.among(Self.keys)
      let isHighway = tags["highway"] != nil
      waters.take(way: id, nodes, isHighway ? [:] : tags)
      if !isHighway { tracks.take(nodes, tags) }
      guard isHighway || tags["route"] != nil else { return }
      if isHighway { counts.highways += 1 }
      switch OSMWayKind(tags, by: traveller) {
      case .unbuilt: counts.unbuilt += 1
      case .restricted: counts.restricted += 1
      case .other: counts.other += isHighway ? 1 : 0
      case .road where nodes.count < 2: counts.broken += 1
      case .road(let road):
        counts.roads += 1
        if road.direction != .both { counts.oneWays += 1 }
        if road.ferry != nil { counts.ferries += 1 }
        roads.append(road, nodes)
      }
    }
  }

  /// Nodes that ways refer to, and those that are places or stations.
  private final class Nodes {
    static let keys = OSMKeys(OSMPlace.keys.union(OSMBarrier.keys).union(OSMStation.keys))

    let traveller: OSMTraveller
    var nodes: OSMNodes
    var points: OSMPoints
    var places: [NamedPlace] = []
    var stations: [OSMStation] = []
    var seen: Set<Int64> = []
    var read = 0

    init(_ nodes: OSMNodes, _ points: OSMPoints, by traveller: OSMTraveller) {
      self.nodes = nodes
      self.points = points
      self.traveller = traveller
    }

    func take(_ id: Int64, _ position: GeoPoint?, _ tags: OSMTags) {
      let tags = tags.isEmpty ? [:] : tags.among(Self.keys)
      nodes.take(
        id, at: position, isBarrier: !tags.isEmpty && OSMBarrier.stops(tags, by: traveller))
      points.take(id, at: position)
      guard !tags.isEmpty, let position else { return }
      let place = OSMPlace.named(tags, at: position)
      let station = OSMStation(tags, at: position, id: id)
      guard place != nil || station != nil, seen.insert(id).inserted else { return }
      if let place { places.append(place) }
      if let station { stations.append(station) }
    }
  }
}
