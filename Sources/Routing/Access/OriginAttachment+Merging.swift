import Shapes

extension OriginAttachment {
  /// A point that is attached already, and what is behind a traveller who starts there.
  public struct Member: Sendable {
    public var attachment: OriginAttachment
    public var head: Origin.Head

    /// - Precondition: `attachment` is of one point that starts at 0.
    public init(_ attachment: OriginAttachment, head: Origin.Head) {
      precondition(attachment.origin.points.count == 1 && attachment.origin.heads.isEmpty)
      self.attachment = attachment
      self.head = head
    }
  }

  /// Points that start at times of their own as one origin.
  ///
  /// The same as attaching them together, but that the roads around each are looked at only once,
  /// whatever the times: for stations that trains reach at other times from each start.
  ///
  /// - Complexity: O(cuts of all members).
  init(merging members: [Member], over network: AccessNetwork) {
    self.init(
      shape: OriginShape(
        Origin(
          points: members.map { $0.attachment.origin.points[0] }, heads: members.map(\.head)),
        lastLeg: network.profile.lastLeg),
      profiles: Self.merged(members, over: network),
      seeds: members.flatMap { member in
        member.attachment.seeds.map {
          Seed(node: $0.node, time: $0.time + member.head.time)
        }
      },
      seedMeters: members.flatMap { member in
        member.attachment.seedMeters.map { $0 + member.head.meters }
      }, members: members)
  }

  /// The same without cuts that those beside them explain: what is kept for long.
  public func compacted(over network: AccessNetwork) -> OriginAttachment {
    OriginAttachment(
      shape: shape,
      profiles: profiles.map {
        $0.compacted(
          duration: Double(network.edgeTimes[$0.edge]),
          isOneWay: network.roads.isOneWay($0.edge))
      },
      seeds: seeds, seedMeters: seedMeters, members: members)
  }

  /// One profile an edge, ascending.
  private static func merged(_ members: [Member], over network: AccessNetwork) -> [Profile] {
    var ofEdge: [Int: [Profile]] = [:]
    for member in members {
      for profile in member.attachment.profiles {
        ofEdge[profile.edge, default: []].append(profile.delayed(by: member.head))
      }
    }
    return ofEdge.keys.sorted().map { edge in
      let profiles = ofEdge[edge] ?? []
      guard profiles.count > 1 else { return profiles[0] }
      let (duration, length) = (Double(network.edgeTimes[edge]), network.roads.length[edge])
      let parts = Array(Set(profiles.flatMap(\.parts))).sorted()
      let arrivals = parts.map { part in
        profiles.map {
          $0.arrival(
            at: part, duration: duration, length: length, isOneWay: network.roads.isOneWay(edge))
        }
        .min { $0 < $1 } ?? (.infinity, .infinity)
      }
      return Profile(
        edge: edge, parts: parts, times: arrivals.map(\.time), meters: arrivals.map(\.meters))
    }
  }
}

extension OriginAttachment.Profile {
  fileprivate func delayed(by head: Origin.Head) -> Self {
    var profile = self
    profile.times = times.map { $0 + Double(head.time) }
    profile.meters = meters.map { $0 + head.meters }
    return profile
  }

  /// Keeps the ends, and cuts that are reached sooner than from either neighbour.
  fileprivate func compacted(duration: Double, isOneWay: Bool) -> Self {
    var kept = [0]
    for cut in parts.indices.dropFirst().dropLast() {
      // Several cuts may lie at one point: the first stands for all.
      guard parts[cut] > parts[cut - 1], parts[cut] < parts[parts.count - 1] else { continue }
      let next = parts[cut...].firstIndex { $0 > parts[cut] } ?? cut
      let explained = min(
        times[cut - 1] + (parts[cut] - parts[cut - 1]) * duration,
        isOneWay ? .infinity : times[next] + (parts[next] - parts[cut]) * duration)
      if times[cut] < explained - 1e-6 { kept.append(cut) }
    }
    if parts.count > 1 { kept.append(parts.count - 1) }
    return Self(
      edge: edge, parts: kept.map { parts[$0] }, times: kept.map { times[$0] },
      meters: kept.map { meters[$0] })
  }

  /// When a point of the edge is reached from its neighbouring cuts, and after how far.
  ///
  /// `part` is 0…1 along; `duration` and `length` are the edge's own.
  func arrival(
    at part: Double, duration: Double, length: Double, isOneWay: Bool
  ) -> (time: Double, meters: Double) {
    var (low, high) = (0, parts.count - 1)
    while low + 1 < high {
      let middle = (low + high) / 2
      if parts[middle] <= part { low = middle } else { high = middle }
    }
    return (isOneWay && parts[high] > part ? [low] : [low, high]).map { cut in
      let step = abs(parts[cut] - part)
      return (times[cut] + step * duration, meters[cut] + step * length)
    }.min { $0 < $1 } ?? (.infinity, .infinity)
  }
}

extension AccessNetwork {
  /// Free-flow times from attached points that start at times of their own: a search a list.
  public func arrivals(from members: [[OriginAttachment.Member]]) -> [Arrivals] {
    let attachments = members.map { OriginAttachment(merging: $0, over: self) }
    let times = nodeTimes(from: attachments.map(\.seeds))
    return zip(attachments, times).map { Arrivals(from: $0, nodeTimes: $1, over: self) }
  }
}
