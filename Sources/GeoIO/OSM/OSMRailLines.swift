import Foundation
import Geometry
import Routing
import Shapes

/// Runs as lines that trains ride through without a change.
///
/// At each station runs are paired, those of one name first, then the straightest: a train rides
/// through from one of a pair to the other.
struct OSMRailLines {
  struct Chain {
    /// Indices of runs, and of the stations between them: one more.
    var runs: [Int] = []
    var stations: [Int] = []
  }

  private(set) var chains: [Chain] = []
  private let runs: [OSMRailways.Run]

  /// Degrees that two runs of a pair turn by at most.
  private static let sharpest = 80.0

  /// - Complexity: O(stations · runs at one²).
  init(_ runs: [OSMRailways.Run], stations: [GeoPoint]) {
    self.runs = runs
    var runsAt = [[Int]](repeating: [], count: stations.count)
    for (index, run) in runs.enumerated() {
      runsAt[run.from].append(index)
      runsAt[run.to].append(index)
    }
    // What each run goes on with at its `from` and its `to`.
    var next = [[Int?]](repeating: [nil, nil], count: runs.count)
    for (station, here) in runsAt.enumerated() {
      var pairs: [(isOtherName: Bool, turn: Double, one: Int, two: Int)] = []
      for (place, one) in here.enumerated() {
        for two in here[(place + 1)...] where runs[one].railClass == runs[two].railClass {
          let turn = Self.turn(
            at: stations[station], from: Self.approach(runs[one], station, stations),
            to: Self.approach(runs[two], station, stations))
          guard turn <= Self.sharpest else { continue }
          let isSame = runs[one].name == runs[two].name && !runs[one].name.chinese.isEmpty
          pairs.append((!isSame, turn, one, two))
        }
      }
      pairs.sort {
        ($0.isOtherName ? 1 : 0, $0.turn, $0.one, $0.two)
          < ($1.isOtherName ? 1 : 0, $1.turn, $1.one, $1.two)
      }
      for pair in pairs {
        let (one, two) = (runs[pair.one].end(at: station), runs[pair.two].end(at: station))
        guard next[pair.one][one] == nil, next[pair.two][two] == nil else { continue }
        next[pair.one][one] = pair.two
        next[pair.two][two] = pair.one
      }
    }
    var isDone = [Bool](repeating: false, count: runs.count)
    // Chains with an end first; what then is left goes round.
    for needsEnd in [true, false] {
      for start in runs.indices where !isDone[start] {
        let open = [0, 1].first { next[start][$0] == nil }
        guard open != nil || !needsEnd else { continue }
        var chain = Chain()
        var station = open == 1 ? runs[start].to : runs[start].from
        var run: Int? = start
        chain.stations = [station]
        while let index = run, !isDone[index] {
          isDone[index] = true
          station = runs[index].from == station ? runs[index].to : runs[index].from
          chain.runs.append(index)
          chain.stations.append(station)
          run = next[index][runs[index].end(at: station)]
        }
        chains.append(chain)
      }
    }
  }

  /// The name of most of a chain's metres with its ends, or the ends alone.
  func name(of chain: Chain, from start: PlaceName, to end: PlaceName) -> PlaceName {
    var metersOf: [PlaceName: Double] = [:]
    for run in chain.runs where !runs[run].name.chinese.isEmpty {
      metersOf[runs[run].name, default: 0] += runs[run].length
    }
    let ends = PlaceName(
      chinese: "\(start.chinese)—\(end.chinese)", english: "\(start.english)–\(end.english)")
    let most = metersOf.max {
      ($0.value, $1.key.chinese, $1.key.english) < ($1.value, $0.key.chinese, $0.key.english)
    }
    guard let name = most?.key else { return ends }
    return PlaceName(
      chinese: "\(name.chinese)(\(ends.chinese))", english: "\(name.english) (\(ends.english))")
  }

  /// A point of the run some way from the station, by which its direction is judged.
  private static func approach(
    _ run: OSMRailways.Run, _ station: Int, _ stations: [GeoPoint]
  ) -> GeoPoint {
    let line = run.from == station ? run.line : run.line.reversed()
    let here = stations[station]
    // A platform's length away tracks have left the station.
    return line.first { $0.localDistance(to: here) > 400 } ?? line.last ?? here
  }

  /// Degrees by which the way through a station turns.
  private static func turn(at here: GeoPoint, from one: GeoPoint, to two: GeoPoint) -> Double {
    let frame = LocalFrame(at: here)
    let (in_, out) = (frame.offset(to: one), frame.offset(to: two))
    let angle = atan2(in_.x * out.y - in_.y * out.x, in_.x * out.x + in_.y * out.y)
    return 180 - abs(angle) * 180 / .pi
  }
}

extension OSMRailways.Run {
  /// 0 for `from`, 1 for `to`.
  fileprivate func end(at station: Int) -> Int { from == station ? 0 : 1 }
}
