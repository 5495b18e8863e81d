import Routing
import Shapes

/// The roads at a border, and each measure's roads.
struct BorderRoads {
  let roads: RoadNetwork
  let provinces: [Int]
  /// Province of each node.
  private let nodeProvinces: [Int?]
  private let degree: [Int]

  init(_ roads: RoadNetwork, nodeProvinces: [Int?], between provinces: [Int]) {
    self.roads = roads
    self.provinces = provinces
    self.nodeProvinces = nodeProvinces
    var degree = [Int](repeating: 0, count: roads.nodes.count)
    for edge in 0..<roads.edgeCount where roads.exceptions[edge]?.isClosed != true {
      degree[Int(roads.from[edge])] += 1
      degree[Int(roads.to[edge])] += 1
    }
    self.degree = degree
  }

  /// Edges with an end in either province.
  var crossing: [Int] {
    (0..<roads.edgeCount).filter { edge in
      let ends = [nodeProvinces[Int(roads.from[edge])], nodeProvinces[Int(roads.to[edge])]]
      return ends.compactMap { $0 }.sorted() == provinces
    }
  }

  /// Crossing edges that are slower than the roads at both of their ends, and the class they get: of
  /// the fastest at one end and the fastest at the other, the slower.
  func raised(_ speeds: [RoadClass: Double]) -> [(edge: Int, roadClass: RoadClass)] {
    let crossing = Set(crossing)
    func speed(_ roadClass: RoadClass) -> Double { speeds[roadClass] ?? 0 }
    var best: [UInt32: RoadClass] = [:]
    for edge in 0..<roads.edgeCount where !crossing.contains(edge) {
      for node in [roads.from[edge], roads.to[edge]] {
        guard let known = best[node], speed(known) >= speed(roads.roadClass[edge]) else {
          best[node] = roads.roadClass[edge]
          continue
        }
      }
    }
    return crossing.sorted().compactMap { edge in
      guard let a = best[roads.from[edge]], let b = best[roads.to[edge]] else { return nil }
      let roadClass = speed(a) <= speed(b) ? a : b
      return speed(roadClass) > speed(roads.roadClass[edge]) ? (edge, roadClass) : nil
    }
  }

  /// Ends of ordinary roads that face each other within `gap` metres, the nearest pairs first, each
  /// end once.
  func deadEnds(within gap: Double) -> [(first: UInt32, second: UInt32, distance: Double)] {
    var stubs: [[UInt32]] = [[], []]
    for node in roads.nodes.indices where degree[node] == 1 {
      guard let province = nodeProvinces[node], let side = provinces.firstIndex(of: province) else {
        continue
      }
      stubs[side].append(UInt32(node))
    }
    var pairs: [(first: UInt32, second: UInt32, distance: Double)] = []
    for first in stubs[0] {
      let frame = LocalFrame(at: roads.nodes[Int(first)])
      for second in stubs[1] {
        let distance = frame.distance(to: roads.nodes[Int(second)])
        if distance <= gap { pairs.append((first, second, distance)) }
      }
    }
    pairs.sort { ($0.distance, $0.first, $0.second) < ($1.distance, $1.first, $1.second) }
    var used: Set<UInt32> = []
    return pairs.filter { pair in
      guard !used.contains(pair.first), !used.contains(pair.second) else { return false }
      used.formUnion([pair.first, pair.second])
      return true
    }
  }

  /// The roads after some measures, as bits of ``BorderMeasure``.
  func after(_ measures: Int, gap: Double, speeds: [RoadClass: Double]) -> RoadNetwork {
    var result = roads
    if measures >> BorderMeasure.removeDelays.rawValue & 1 == 1 {
      for edge in crossing { result.exceptions[edge]?.delay = 0 }
    }
    if measures >> BorderMeasure.raiseClass.rawValue & 1 == 1 {
      for (edge, roadClass) in raised(speeds) {
        // Where it can be entered stays as it is: only its speed is raised.
        result.exceptions[edge, default: EdgeException()].speed = speeds[roadClass]
      }
    }
    if measures >> BorderMeasure.joinDeadEnds.rawValue & 1 == 1 {
      for pair in deadEnds(within: gap) {
        let classes = [pair.first, pair.second].compactMap { node in
          (0..<roads.edgeCount).first { roads.from[$0] == node || roads.to[$0] == node }
            .map { roads.roadClass[$0] }
        }
        let slower = classes.min { speeds[$0] ?? 0 < speeds[$1] ?? 0 } ?? .main
        result.from.append(pair.first)
        result.to.append(pair.second)
        result.length.append(pair.distance * RoadConnector.circuity)
        result.roadClass.append(slower)
        result.route.append(0)
      }
    }
    return result
  }
}
