import Geometry
import Routing
import Shapes

/// Runs between neighbouring stations, found along tracks, and the lines that they make.
struct OSMRailways {
  private(set) var network = RailNetwork.none
  private(set) var names = RailNames()
  private(set) var corridors: [Corridor] = []
  /// Stations to which no track leads.
  private(set) var lonelyStations = 0

  /// A run with where it goes and what its tracks are called.
  struct Run {
    /// Stations; `from` is the smaller.
    var from: Int
    var to: Int
    /// Milliseconds and metres without the stop.
    var time: Double
    var length: Double
    var railClass: RailClass
    var name: PlaceName
    var line: [GeoPoint]
  }

  /// Milliseconds of a stop: braking, standing, setting off; assumed.
  static let stop = 90_000.0
  /// Trains a day each way, which no extract tells: every half hour of 16; assumed.
  static let trainsPerDay = 32.0

  /// - Complexity: a search of the tracks around each station.
  init(_ tracks: OSMTracks, _ points: OSMPoints, stations all: [OSMStation]) {
    let stations = all.merged()
    let graph = OSMTrackGraph(tracks, points, stations: stations)
    let direct = stations.indices.flatMap { graph.runs(from: $0, tracks.tracks) }
    let runs = direct.withoutPassing(stationCount: stations.count)
    let isJoined = runs.reduce(into: [Bool](repeating: false, count: stations.count)) {
      $0[$1.from] = true
      $0[$1.to] = true
    }
    lonelyStations = isJoined.count { !$0 }
    let served = stations.indices.filter { isJoined[$0] }
    var indexOf = [UInt32](repeating: 0, count: stations.count)
    for (index, station) in served.enumerated() { indexOf[station] = UInt32(index) }
    network.stations = served.map { stations[$0].position }
    names.stations = served.map { stations[$0].name }
    names.stationCodes = served.map { "n\(stations[$0].id)" }
    let lines = OSMRailLines(runs, stations: stations.map(\.position))
    for (line, chain) in lines.chains.enumerated() {
      let ends = [chain.stations[0], chain.stations[chain.stations.count - 1]]
      let name = lines.name(of: chain, from: stations[ends[0]].name, to: stations[ends[1]].name)
      names.lines.append(name)
      names.lineCodes.append("R\(line + 1)")
      for (step, index) in chain.runs.enumerated() {
        let run = runs[index]
        // From the tracks' nearest points; stations lie beside them.
        let straight = stations[run.from].position.greatCircleDistance(
          to: stations[run.to].position)
        network.runs.append(
          .init(
            from: indexOf[chain.stations[step]], to: indexOf[chain.stations[step + 1]],
            line: UInt32(line), time: max(1, TravelTime.rounded(run.time + Self.stop)),
            length: max(run.length, straight.value), railClass: run.railClass,
            trainsPerDay: Self.trainsPerDay))
      }
      // A railway's vertices are its stations: who asks for its reach starts at each of them.
      corridors.append(
        Corridor(
          code: "R\(line + 1)", name: name, kind: .rail,
          lines: [chain.stations.map { stations[$0].position }]))
    }
  }
}

extension OSMTrackGraph {
  /// Milliseconds of the longest run that is looked for: 4 hours without a stop.
  private static let longest = 4.0 * 3_600_000

  /// Runs from a station to those after it in the list that a train reaches first.
  ///
  /// A train turns by less than 90° from piece to piece: it does not go back at a switch.
  func runs(from start: Int, _ tracks: [OSMTrack]) -> [OSMRailways.Run] {
    var cost: [UInt32: Double] = [:]
    var before: [UInt32: UInt32] = [:]
    var heap = MinHeap<Step>()
    for node in nodesOfStation[start] {
      for piece in leaving(node) {
        let time = pieces[Int(piece)].time
        guard time < cost[piece] ?? .infinity else { continue }
        cost[piece] = time
        heap.insert(Step(time: time, piece: piece))
      }
    }
    var found: [Int: UInt32] = [:]
    while let step = heap.popMin() {
      guard step.time == cost[step.piece], step.time <= Self.longest else { continue }
      let piece = pieces[Int(step.piece)]
      let here = station[Int(piece.to)]
      guard here == .max else {
        if Int(here) > start, found[Int(here)] == nil { found[Int(here)] = step.piece }
        continue
      }
      for next in leaving(piece.to) where next != step.piece ^ 1 {
        let other = pieces[Int(next)]
        guard piece.x * other.x + piece.y * other.y >= 0 else { continue }
        let time = step.time + other.time
        guard time < cost[next] ?? .infinity else { continue }
        cost[next] = time
        before[next] = step.piece
        heap.insert(Step(time: time, piece: next))
      }
    }
    return found.sorted { $0.key < $1.key }.map { end, last in
      var path = [last]
      while let previous = path.last.flatMap({ before[$0] }) { path.append(previous) }
      return run(from: start, to: end, along: path.reversed(), tracks)
    }
  }

  private struct Step: Comparable {
    var time: Double
    var piece: UInt32

    static func < (left: Self, right: Self) -> Bool {
      (left.time, left.piece) < (right.time, right.piece)
    }
  }

  /// Its class and name are those of most of its metres.
  private func run(
    from start: Int, to end: Int, along path: [UInt32], _ tracks: [OSMTrack]
  ) -> OSMRailways.Run {
    var metersOf: [PlaceName: Double] = [:]
    var (time, length, fast) = (0.0, 0.0, 0.0)
    for index in path {
      let piece = pieces[Int(index)]
      let track = tracks[Int(piece.track)]
      time += piece.time
      length += piece.length
      if track.railClass == .highSpeed { fast += piece.length }
      if !track.name.chinese.isEmpty { metersOf[track.name, default: 0] += piece.length }
    }
    let name = metersOf.max {
      ($0.value, $1.key.chinese, $1.key.english) < ($1.value, $0.key.chinese, $0.key.english)
    }?.key
    let nodes = path.prefix(1).map { pieces[Int($0)].from } + path.map { pieces[Int($0)].to }
    let line = nodes.map { positions[Int($0)] }
    return OSMRailways.Run(
      from: start, to: end, time: time, length: length,
      railClass: 2 * fast > length ? .highSpeed : .conventional,
      name: name ?? PlaceName(chinese: "", english: ""),
      line: line.count > 1 ? Thinning.kept(of: line).map { line[$0] } : line)
  }
}

extension [OSMRailways.Run] {
  /// How much longer than a run the ride over other stations may be for the run to be only an
  /// express track past them; assumed.
  private static let detour = 1.15

  /// The runs that do not merely pass stations by on a track further off: those for which no chain of
  /// shorter runs of their class takes hardly longer.
  ///
  /// - Complexity: O(runs · runs within as many minutes).
  fileprivate func withoutPassing(stationCount: Int) -> Self {
    var isKept = [Bool](repeating: true, count: count)
    var runsAt = [[Int]](repeating: [], count: stationCount)
    for (index, run) in enumerated() {
      runsAt[run.from].append(index)
      runsAt[run.to].append(index)
    }
    for index in indices.sorted(by: { self[$0].time > self[$1].time }) {
      let limit = self[index].time * Self.detour
      var cost = [self[index].from: 0.0]
      var heap = MinHeap<Visit>()
      heap.insert(Visit(time: 0, station: self[index].from))
      search: while let visit = heap.popMin() {
        guard visit.time == cost[visit.station] else { continue }
        for next in runsAt[visit.station] where isKept[next] && next != index {
          let run = self[next]
          let other = run.from == visit.station ? run.to : run.from
          let time = visit.time + run.time
          guard run.railClass == self[index].railClass, time <= limit,
            time < cost[other] ?? .infinity
          else { continue }
          if other == self[index].to {
            isKept[index] = false
            break search
          }
          cost[other] = time
          heap.insert(Visit(time: time, station: other))
        }
      }
    }
    return indices.filter { isKept[$0] }.map { self[$0] }
  }
}

private struct Visit: Comparable {
  var time: Double
  var station: Int

  static func < (left: Self, right: Self) -> Bool {
    (left.time, left.station) < (right.time, right.station)
  }
}
