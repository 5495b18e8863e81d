import Geometry
import Routing

/// A track that trains run on, by its tags.
struct OSMTrack: Hashable {
  static let keys = OSMName.keys.union([
    "railway", "service", "usage", "maxspeed", "highspeed", "ref",
  ])

  var railClass: RailClass
  /// km/h, as it is limited or assumed.
  var limit: Double
  var name: PlaceName

  /// Reads those `tags` that are among ``keys``; nil for what passengers do not ride on.
  ///
  /// Trams and metros are no railways here: their waits and entries are other ones.
  init?(_ tags: [String: String]) {
    guard ["rail", "narrow_gauge", "light_rail"].contains(tags["railway"]),
      !["yard", "siding", "spur", "crossover"].contains(tags["service"]),
      !["industrial", "military", "tourism", "test"].contains(tags["usage"])
    else { return nil }
    let isFast = tags["highspeed"] == "yes"
    let tagged = tags["maxspeed"].flatMap { OSMWayKind.speed(of: $0, atMost: Self.fastest) }
    limit = tagged ?? (isFast ? Self.fast : tags["usage"] == "main" ? Self.main : Self.other)
    // The least speed of a high-speed line: UIC, and TB 10621-2014 for China, from 200 km/h.
    railClass = isFast || limit >= 200 ? .highSpeed : .conventional
    let reference = tags["ref"] ?? ""
    name = OSMName.of(tags) ?? PlaceName(chinese: reference, english: reference)
  }

  /// km/h of tracks that do not say it: high-speed lines, main lines, others; assumed.
  private static let fast = 250.0
  private static let main = 120.0
  private static let other = 80.0
  /// km/h: the fastest timetables.
  private static let fastest = 350.0
}

/// Tracks of extracts, as the nodes they lead along.
struct OSMTracks {
  private(set) var tracks: [OSMTrack] = []
  private var ends: [Range<Int>] = []
  /// Identifiers of nodes, track after track.
  private(set) var references: [Int64] = []

  var count: Int { tracks.count }

  /// Takes a way up if it is a track.
  mutating func take(_ nodes: UnsafeBufferPointer<Int64>, _ tags: [String: String]) {
    guard nodes.count > 1, let track = OSMTrack(tags) else { return }
    let start = references.count
    references.append(contentsOf: nodes)
    ends.append(start..<references.count)
    tracks.append(track)
  }

  func nodes(of track: Int) -> ArraySlice<Int64> { references[ends[track]] }
}
