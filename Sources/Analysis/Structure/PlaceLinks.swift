import Routing
import Shapes

extension TravelMatrix {
  /// Which of the places are linked directly: no third one lies on the way.
  ///
  /// A third lies on the way of two if stopping there makes it longer by at most `detour` of it. The
  /// matrix is of the same places both ways; of the two directions the shorter counts.
  ///
  /// - Complexity: O(places³) at worst; the nearest thirds are tried first, and most pairs end there.
  func placeLinks(detour: Double, longest: Double) -> LinkGraph {
    let count = origins.count
    let limit = TravelTime.minutes(longest)
    var time = [UInt32](repeating: TravelTime.unreachable, count: count * count)
    for from in 0..<count {
      for to in 0..<count {
        time[from * count + to] = max(
          1, min(self.time(from: from, to: to), self.time(from: to, to: from)))
      }
    }
    let times = time
    let byTime = Parallel.map(count) { from in
      (0..<count).filter { $0 != from && times[from * count + $0] <= limit }
        .sorted { (times[from * count + $0], $0) < (times[from * count + $1], $1) }
    }
    let found = Parallel.map(count) { from in
      byTime[from].filter { to in
        guard to > from else { return false }
        let direct = times[from * count + to]
        let allowed = Double(direct) * (1 + detour)
        return !byTime[from].contains { third in
          third != to && times[from * count + third] < direct && times[third * count + to] < direct
            && Double(times[from * count + third] + times[third * count + to]) <= allowed
        }
      }
    }
    var ends: [(Int, Int)] = []
    var lengths: [UInt32] = []
    for (from, others) in found.enumerated() {
      for to in others {
        ends.append((from, to))
        lengths.append(times[from * count + to])
      }
    }
    return LinkGraph(nodeCount: count, ends: ends, lengths: lengths)
  }
}
