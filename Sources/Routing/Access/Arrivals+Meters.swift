/// How much road is reached.
extension [Arrivals] {
  /// Metres of road that are reached within `limit` milliseconds from any of the origins: of an edge
  /// that is reached in part, that part.
  ///
  /// - Precondition: all go over one network.
  /// - Complexity: O(edges · origins).
  public func meters(reachedWithin limit: UInt32) -> Double {
    guard let roads = first?.network.roads, let times = first?.network.edgeTimes else { return 0 }
    return (0..<roads.edgeCount).reduce(0) { sum, edge in
      guard times[edge] < TravelTime.unreachable else { return sum }
      var (ahead, back, cut) = (0.0, 0.0, 0.0)
      for arrivals in self {
        if let pieces = arrivals.cutEdge(UInt32(edge))?.pieces {
          cut = Swift.max(cut, pieces.part(reachedWithin: Double(limit)))
          continue
        }
        func part(_ node: UInt32) -> Double {
          reachedPart(
            Double(arrivals.nodeTimes[Int(node)]), over: Double(times[edge]), within: Double(limit))
        }
        ahead = Swift.max(ahead, part(roads.from[edge]))
        if !roads.isOneWay(edge) { back = Swift.max(back, part(roads.to[edge])) }
      }
      return sum + roads.length[edge] * Swift.min(1, Swift.max(cut, ahead + back))
    }
  }
}

/// The part of a stretch of `duration` milliseconds that is reached from an end at `time`.
private func reachedPart(_ time: Double, over duration: Double, within limit: Double) -> Double {
  guard time <= limit else { return 0 }
  return duration > 0 ? min(1, (limit - time) / duration) : 1
}

extension [AccessSegment] {
  /// The part of an edge in pieces that is reached, by their durations.
  fileprivate func part(reachedWithin limit: Double) -> Double {
    let all = reduce(0) { $0 + $1.duration }
    guard all > 0 else {
      return contains { Swift.min($0.startTime, $0.endTime) <= limit } ? 1 : 0
    }
    return reduce(0) { sum, piece in
      let ends = [piece.startTime, piece.endTime].map {
        reachedPart($0, over: piece.duration, within: limit)
      }
      return sum + Swift.min(1, ends[0] + ends[1]) * piece.duration / all
    }
  }
}
