import Foundation
import GeoIO
public import Routing
import Shapes

/// A graph that engines are timed on.
public struct BenchmarkGraph: Sendable {
  public var name: String
  public var graph: RoadGraph

  /// Graphs by name: `new-york` and `world` are read from `HINTERLAND_BENCH`, `embedded` from the
  /// dataset, `towns` is made up from a seed.
  public static let names = ["new-york", "world", "embedded", "towns"]

  /// - Throws: a sentence, where the folder or a file is missing.
  public init(named name: String) throws {
    self.name = name
    switch name {
    case "new-york": graph = try Self.dimacs(Self.file("graphs/USA-road-t.NY.gr.gz"))
    case "world": graph = try Self.worldRoads(Self.file("graphs/world-main-roads.json.gz"))
    case "embedded": graph = try Self.embedded()
    case "towns": graph = Self.towns(side: 1_000, seed: 1)
    default:
      throw BenchmarkInputError(
        "There is no graph '\(name)'; take one of \(Self.names.joined(separator: ", ")).")
    }
  }

  /// Why a graph cannot be had here, in a sentence; nil if it can.
  public static func absence(of name: String) -> String? {
    let files = [
      "new-york": "graphs/USA-road-t.NY.gr.gz", "world": "graphs/world-main-roads.json.gz",
    ]
    guard let file = files[name] else { return nil }
    do {
      _ = try self.file(file)
      return nil
    } catch {
      return "\(error)"
    }
  }

  /// A file of the folder that `HINTERLAND_BENCH` names.
  private static func file(_ name: String) throws -> String {
    guard let folder = ProcessInfo.processInfo.environment["HINTERLAND_BENCH"], !folder.isEmpty
    else {
      throw BenchmarkInputError(
        "HINTERLAND_BENCH is not set; name the folder that holds \(name), or take the graphs "
          + "embedded and towns.")
    }
    let path = folder + "/" + name
    guard FileManager.default.isReadableFile(atPath: path) else {
      throw BenchmarkInputError("There is no \(path); HINTERLAND_BENCH should name its folder.")
    }
    return path
  }

  /// The embedded dataset's roads at the speeds of the standard profile.
  private static func embedded() throws -> RoadGraph {
    let roads = try DatasetFolder.find(named: nil).read().roads
    let profile = TravelProfile(
      name: "benchmark",
      speeds: [
        .expressway: 100, .main: 60, .trunk: 75, .provincial: 60, .county: 40, .village: 20,
      ],
      lastLeg: LastLeg(speed: 30, circuity: 1.3, reach: 10_000),
      terminal: TerminalMinutes(steps: [], fullDepth: 2_000))
    return roads.graph(times: roads.travelTimes(with: profile))
  }

  /// A square of `side` × `side` crossings; each street both ways, of 10 to 120 s.
  ///
  /// Quarters of 10 × 10 crossings make towns of 100 × 100. Every sixth street is missing, two of
  /// three between quarters, and eleven of twelve between towns: like roads, and unlike a plain
  /// grid, it is joined closely within and loosely without.
  static func towns(side: Int, seed: UInt64) -> RoadGraph {
    var random = SplitMix64(state: seed)
    var arcs: [RoadGraph.Arc] = []
    func join(_ from: Int, _ to: Int, before line: Int) {
      let draw = random.next() % 12
      guard line % 100 == 0 ? draw == 0 : line % 10 == 0 ? draw < 4 : draw < 10 else { return }
      let time = UInt32(10_000 + random.next() % 110_000)
      arcs.append(.init(tail: UInt32(from), head: UInt32(to), travelTime: time))
      arcs.append(.init(tail: UInt32(to), head: UInt32(from), travelTime: time))
    }
    for row in 0..<side {
      for column in 0..<side {
        let node = row * side + column
        if column + 1 < side { join(node, node + 1, before: column + 1) }
        if row + 1 < side { join(node, node + side, before: row + 1) }
      }
    }
    return RoadGraph(nodeCount: side * side, arcs: arcs)
  }
}

extension BenchmarkGraph {
  /// The streets of ``towns(side:seed:)`` as roads, a crossing every 0.0001°.
  public static func townRoads(side: Int, seed: UInt64) -> RoadNetwork {
    let graph = towns(side: side, seed: seed)
    var (from, to, length): ([UInt32], [UInt32], [Double]) = ([], [], [])
    for node in 0..<graph.nodeCount {
      for arc in Int(graph.firstArc[node])..<Int(graph.firstArc[node + 1])
      where graph.head[arc] > node {
        from.append(UInt32(node))
        to.append(graph.head[arc])
        length.append(Double(graph.travelTime[arc]) / 100)
      }
    }
    return RoadNetwork(
      nodes: (0..<graph.nodeCount).map {
        GeoPoint(
          longitude: 110 + Double($0 % side) / 10_000, latitude: 27 + Double($0 / side) / 10_000)
      },
      from: from, to: to, length: length,
      roadClass: [RoadClass](repeating: .main, count: from.count),
      route: [UInt16](repeating: 0, count: from.count), routes: [""])
  }
}

/// Steele, Lea and Flood 2014, OOPSLA, 453.
public struct SplitMix64 {
  public var state: UInt64

  public init(state: UInt64) { self.state = state }

  public mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return mixed ^ (mixed >> 31)
  }
}

/// What keeps a benchmark from running, in a sentence.
public struct BenchmarkInputError: Error, CustomStringConvertible {
  public var description: String

  public init(_ description: String) { self.description = description }
}
