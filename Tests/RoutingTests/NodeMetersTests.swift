import TestSupport
import Testing

@testable import Routing

@Suite struct NodeMetersTests {
  /// Times and lengths one by one, and by sweeps once there is a hierarchy: the same to the bit.
  @Test(arguments: 0..<60 as Range<UInt64>)
  func sweepsFindTheSameTimesAndLengths(seed: UInt64) throws {
    var random = SeededGenerator(seed: seed)
    let network = RoadSketch.random(using: &random).network
    let origins = (0..<5).map { _ in
      Origin(points: [
        RoadSketch.point(
          .random(in: -12...12, using: &random), .random(in: -12...12, using: &random))
      ])
    }
    let plain = network.arrivals(from: origins)
    let meters = network.nodeMeters(of: plain)
    #expect(meters == plain.map { $0.nodeMeters() })

    _ = try network.search.metric()
    let swept = network.arrivals(from: origins)
    #expect(swept.map(\.nodeTimes) == plain.map(\.nodeTimes))
    #expect(network.nodeMeters(of: swept) == meters)
    #expect(network.arrivals(from: origins[0]).nodeTimes == plain[0].nodeTimes)
  }
}
