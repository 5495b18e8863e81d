/// The fastest railway journeys to every station from one set of starts.
public struct RailJourneys: Sendable {
  private let rail: RailGraph
  private let seeds: [(seed: Seed, meters: Double)]
  private let ends: [UInt32]
  private let nodeTimes: [UInt32]
  private let nodeMeters: [Double]

  init(over rail: RailGraph, seeds: [(seed: Seed, meters: Double)], ends: [UInt32]) {
    self.rail = rail
    self.seeds = seeds
    self.ends = ends
    nodeTimes = rail.graph.travelTimes(from: seeds.map(\.seed))
    nodeMeters = rail.graph.meters(alongFastestWaysIn: nodeTimes, from: seeds) {
      rail.meters(of: rail.steps[Int($0)])
    }
  }

  /// Milliseconds at each station's end; ``TravelTime/unreachable`` where no train goes.
  public var times: [UInt32] { ends.map { nodeTimes[Int($0)] } }

  /// When each station's end is reached, and after how far; nil where no train goes.
  public var heads: [Origin.Head?] {
    ends.map { end in
      nodeTimes[Int(end)] < TravelTime.unreachable
        ? Origin.Head(time: nodeTimes[Int(end)], meters: nodeMeters[Int(end)]) : nil
    }
  }

  /// How a station is reached: where the journey starts, and its legs in order.
  ///
  /// Their times add up to that of the station less that of the start. Of journeys as fast, a
  /// shortest one.
  ///
  /// - Complexity: O(arcs) once, for it is asked of single journeys.
  public func journey(to station: Int) -> (start: Int, legs: [RailLeg])? {
    guard nodeTimes[Int(ends[station])] < TravelTime.unreachable else { return nil }
    let steps = steps(to: ends[station])
    return (start(of: steps, else: station), legs(steps))
  }

  /// Steps of the fastest way to a node, backwards from it to a seed.
  private func steps(to end: UInt32) -> [(step: RailGraph.Step, time: UInt32)] {
    let graph = rail.graph
    var entering = [[(tail: UInt32, arc: Int)]](repeating: [], count: graph.nodeCount)
    for tail in 0..<graph.nodeCount {
      for arc in Int(graph.firstArc[tail])..<Int(graph.firstArc[tail + 1]) {
        entering[Int(graph.head[arc])].append((UInt32(tail), arc))
      }
    }
    let isStart = Set(
      seeds.filter { seed, meters in
        seed.time == nodeTimes[Int(seed.node)] && abs(meters - nodeMeters[Int(seed.node)]) < 1e-3
      }.map(\.seed.node))
    var node = end
    var steps: [(step: RailGraph.Step, time: UInt32)] = []
    // A circle would hold a ride, and rides take time: this ends.
    while !isStart.contains(node) {
      let before = entering[Int(node)].first { tail, arc in
        let step = rail.steps[Int(graph.arcOrigin[arc])]
        return nodeTimes[Int(tail)] < TravelTime.unreachable
          && nodeTimes[Int(tail)] + graph.travelTime[arc] == nodeTimes[Int(node)]
          && abs(nodeMeters[Int(tail)] + rail.meters(of: step) - nodeMeters[Int(node)]) < 1e-3
      }
      guard let before else { preconditionFailure("Every node reached has a way to it.") }
      steps.append((rail.steps[Int(graph.arcOrigin[before.arc])], graph.travelTime[before.arc]))
      node = before.tail
    }
    return steps.reversed()
  }

  private func start(of steps: [(step: RailGraph.Step, time: UInt32)], else end: Int) -> Int {
    for (step, _) in steps {
      switch step {
      case .enter(let station, _, _), .transfer(let station, _, _), .exit(let station):
        return Int(station)
      case .between(let from, _): return Int(from)
      case .ride(let run, let isForward, _):
        let run = rail.network.runs[Int(run)]
        return Int(isForward ? run.from : run.to)
      case .free: continue
      }
    }
    return end
  }

  private func legs(_ steps: [(step: RailGraph.Step, time: UInt32)]) -> [RailLeg] {
    var legs: [RailLeg] = []
    for (step, time) in steps {
      switch step {
      case .enter(let station, _, let wait):
        legs.append(RailLeg(kind: .entry, from: station, to: station, time: time - wait))
        legs.append(RailLeg(kind: .wait, from: station, to: station, time: wait))
      case .transfer(let station, _, let wait):
        legs.append(RailLeg(kind: .transferWithin, from: station, to: station, time: time - wait))
        legs.append(RailLeg(kind: .wait, from: station, to: station, time: wait))
      case .ride(let index, let isForward, let service):
        let run = rail.network.runs[Int(index)]
        let (from, to) = isForward ? (run.from, run.to) : (run.to, run.from)
        let kind = RailLeg.Kind.ride(line: run.line, service: service)
        if let last = legs.last, last.kind == kind, last.to == from {
          legs[legs.count - 1].to = to
          legs[legs.count - 1].time += time
          legs[legs.count - 1].length += run.length
          legs[legs.count - 1].stops.append(to)
        } else {
          legs.append(
            RailLeg(
              kind: kind, from: from, to: to, time: time, length: run.length, stops: [from, to]))
        }
      case .free: continue
      case .exit(let station):
        legs.append(RailLeg(kind: .exit, from: station, to: station, time: time))
      case .between(let from, let to):
        legs.append(
          RailLeg(
            kind: .transferBetween, from: from, to: to, time: time, length: rail.meters(of: step)))
      }
    }
    return legs
  }
}
