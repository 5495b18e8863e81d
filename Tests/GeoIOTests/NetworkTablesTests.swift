import Foundation
import Routing
import TestSupport
import Testing

@testable import GeoIO

/// A user's own network: what its tables say, and what they may not.
@Suite struct NetworkTablesTests {
  private let folder: TemporaryFolder
  private static let nodes = "id,lon,lat\na,10,50\nb,10.1,50\nc,10.1,50.1\n"

  init() throws { folder = try TemporaryFolder() }

  private func read(nodes: String = nodes, edges: String) throws -> RoadNetwork {
    let paths = ["nodes.csv", "edges.csv"].map { folder.path(of: $0) }
    for (path, text) in zip(paths, [nodes, edges]) {
      try Data(text.utf8).write(to: URL(fileURLWithPath: path))
    }
    return try NetworkTables(nodes: paths[0], edges: paths[1]).dataset.roads
  }

  @Test func minutesComeBeforeSpeedAndSpeedBeforeClass() throws {
    let roads = try read(
      edges: """
        from,to,km,class,speed,minutes,oneway
        a,b,10,village,60,30,0
        b,c,10,village,60,,1
        c,a,10,village,,,

        """.replacing("\n\n", with: "\n"))
    let profile = TravelProfile(
      name: "x", speeds: [.village: 20], lastLeg: .onFoot,
      terminal: TerminalMinutes(steps: [], fullDepth: 1))
    #expect(roads.travelTimes(with: profile) == [1_800_000, 600_000, 1_800_000])
    #expect((0..<3).map { roads.isOneWay($0) } == [false, true, false])
    #expect(roads.length == [10_000, 10_000, 10_000])
  }

  @Test func minutesAloneDo() throws {
    let roads = try read(edges: "from,to,minutes\na,b,12\n")
    let times = roads.travelTimes(
      with: TravelProfile(
        name: "x", speeds: [:], lastLeg: .onFoot,
        terminal: TerminalMinutes(steps: [], fullDepth: 1)))
    #expect(times == [720_000])
  }

  @Test(arguments: [
    ("id,lon\na,10\n", "from,to,minutes\na,a,1\n", "no column 'lat'"),
    ("id,lon,lat\na,10,50\na,11,50\n", "from,to,minutes\na,a,1\n", "an id that no other node has"),
    ("id,lon,lat\na,10,95\n", "from,to,minutes\na,a,1\n", "degrees"),
    (nodes, "from,to\na,b\n", "no column 'minutes'"),
    (nodes, "from,to,minutes\na,z,1\n", "the id of a node"),
    (nodes, "from,to,minutes\na,b,0\n", "over 0"),
    (nodes, "from,to,minutes\na,b,-3\n", "over 0"),
    (nodes, "from,to,minutes\na,b,soon\n", "soon"),
    (nodes, "from,to,minutes\na,b,\n", "minutes, or km"),
    (nodes, "from,to,km\na,b,10\n", "minutes, or km"),
    (nodes, "from,to,km,class\na,b,10,alley\n", "expressway, trunk"),
    (nodes, "from,to,km,speed\na,b,10,900\n", "at most 400"),
    (nodes, "from,to,minutes,oneway\na,b,1,2\n", "oneway"),
    (nodes, "from,to,km,minutes\na,b,40000,0.001\n", "minutes that so many km can take"),
    (nodes, "from,to,minutes\n", "no road"),
  ]) func whatIsWrongIsSaid(nodes: String, edges: String, words: String) throws {
    let error = #expect(throws: GeoIOError.self) { try read(nodes: nodes, edges: edges) }
    #expect(try #require(error).description.contains(words), "\(String(describing: error))")
  }
}
