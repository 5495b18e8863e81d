import Geometry
import Routing
import Shapes
import Testing

@testable import Analysis

/// Minutes by train on the embedded tables, held against a timetable.
@Suite struct RailFiguresTests {
  /// Two stations, and the median minutes of trains between their cities.
  ///
  /// Medians of G, D and C trains: RailwayVIS, January 2022.
  static let pairs: [(from: String, to: String, median: Double)] = [
    ("长沙南", "怀化南", 103), ("长沙南", "武汉", 93), ("长沙南", "衡阳东", 37), ("长沙南", "广州南", 164),
    ("怀化南", "贵阳北", 105), ("杭州东", "衢州", 77), ("衢州", "南昌西", 101), ("南昌西", "长沙南", 98),
    ("衢州", "上饶", 30), ("怀化南", "衡阳东", 154), ("汉口", "宜昌东", 125), ("汉口", "襄阳东", 89),
    ("南昌西", "赣州西", 126), ("贵阳北", "广州南", 310), ("桂林北", "衡阳东", 153), ("长沙南", "贵阳北", 209),
  ]

  private func station(_ name: String, in world: World) throws -> Int {
    try #require(world.railNames.stations.firstIndex { $0.chinese == name })
  }

  @Test func stationToStationIsWithinFifteenPercentOfTheTimetable() throws {
    let world = try Embedded.workspace().world
    #expect(Self.pairs.count == 16)
    for (from, to, median) in Self.pairs {
      let times = world.rail.rides(from: [try station(from, in: world)]).times
      let minutes = try #require(TravelTime.minutes(of: times[try station(to, in: world)]))
      let deviation = minutes / median - 1
      print(
        "\(from)–\(to): \(minutes.fixed(1)) min, timetable \(median.fixed(0)), "
          + "\((deviation * 100).fixed(1)) %")
      #expect(abs(deviation) <= 0.15, "\(from)–\(to)")
    }
  }

  @Test func theIntercityStationsOfChangzhutanComeInOrder() throws {
    let world = try Embedded.workspace().world
    // Its own two lines: the old main line is quicker between 长沙 and 株洲.
    var network = world.rail.network
    network.runs.removeAll { !world.railNames.lineCodes[Int($0.line)].hasPrefix("CZT") }
    network.services = []
    let times = RailGraph(network, rules: world.rail.rules)
      .rides(from: [try station("长沙", in: world)]).times
    func minutes(_ names: [String]) throws -> [Double] {
      try names.map { Double(times[try station($0, in: world)]) / 60_000 }
    }
    let south = try minutes([
      "长沙", "树木岭", "香樟路", "湘府路", "洞井", "先锋", "生态动物园", "暮云", "九郎山", "田心东", "大丰",
      "株洲", "株洲南",
    ])
    #expect(zip(south, south.dropFirst()).allSatisfy { $0 < $1 })
    // 52 km at 95 km/h and eleven stops of two minutes.
    #expect(abs(south[11] - 55.2) < 0.01)
    let west = try minutes(["长沙", "开福寺", "观沙岭", "八方山", "谷山", "尖山", "麓谷", "长沙西"])
    #expect(zip(west, west.dropFirst()).allSatisfy { $0 < $1 })
    #expect(abs(west[7] - 30.9) < 0.01)
    // To 湘潭 one changes at 暮云: a walk and half of 32 minutes on top.
    let branch = try minutes(["暮云", "昭山", "荷塘", "板塘", "湘潭"])
    #expect(abs(branch[1] - branch[0] - 4.9 - 10 - 16) < 0.01)
    #expect(zip(branch, branch.dropFirst()).allSatisfy { $0 < $1 })
  }

  /// 长沙 to 怀化: in the train for six tenths of the way from door to door.
  @Test func doorToDoorHasItsParts() throws {
    let workspace = try Embedded.workspace()
    let names = ["长沙", "怀化"].compactMap { name in
      try? workspace.gazetteer.meaning(of: name)
    }
    let groups = names.compactMap { meaning -> PlaceGroup? in
      guard case .unit(let unit) = meaning else { return nil }
      return PlaceGroup(name: workspace.dataset.region.name(of: unit), places: [.unit(unit)])
    }
    #expect(groups.count == 2)
    let question = RouteQuestion(from: groups[0], to: groups[1], modes: [.railDoor])
    let itinerary = try #require(try workspace.world.route(question).itineraries[0])
    #expect(itinerary.legs.first?.kind == .leaving)
    #expect(itinerary.legs.contains { $0.kind == .entry && $0.time == 20 * 60_000 })
    #expect(itinerary.legs.contains { $0.kind == .exit && $0.time == 10 * 60_000 })
    #expect(abs(Double(itinerary.rideTime) / 60_000 - 93.3) < 0.01)
    let matrix = try workspace.world.matrix(
      MatrixQuestion(origins: [groups[0]], destinations: [groups[1]], mode: .railDoor))
    #expect(itinerary.time == matrix.times[0])
    #expect((140...175).contains(Double(itinerary.time) / 60_000))
  }
}
