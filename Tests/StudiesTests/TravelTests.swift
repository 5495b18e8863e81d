import Geometry
import Routing
import Shapes
import Testing

@testable import Analysis

/// Minutes on the embedded roads, held against the profile and against drives that are known.
@Suite struct TravelTests {
  @Test func theProfileIsPinned() throws {
    let profile = try Embedded.workspace().world.network.profile
    #expect(
      profile.speeds == [
        .expressway: 100, .trunk: 75, .provincial: 60, .county: 40, .village: 20, .main: 60,
      ])
    #expect(profile.lastLeg == LastLeg(speed: 30, circuity: 1.3, reach: 10_000))
    #expect(profile.terminal.steps.map(\.people) == [500_000, 50_000])
    #expect(profile.terminal.steps.map(\.minutes) == [10, 5])
    #expect(profile.terminal.fullDepth == 2_000)
  }

  @Test func mainRoadsRunAtSixtyAndExpresswaysAtAHundred() throws {
    let network = try Embedded.workspace().world.network
    let roads = network.roads
    // The first edge of the table: 15.824 km of main road at 60 km/h, 60 s a kilometre.
    #expect(roads.roadClass[0] == .main && roads.length[0] == 15_824)
    #expect(network.edgeTimes[0] == 949_440)
    // Line 1059: 6.110 km of G60 at 100 km/h, 36 s a kilometre.
    #expect(roads.roadClass[1_057] == .expressway && roads.length[1_057] == 6_110)
    #expect(network.edgeTimes[1_057] == 219_960)
    for edge in 0..<roads.edgeCount {
      let pace = roads.roadClass[edge] == .main ? 60.0 : 36.0
      #expect(network.edgeTimes[edge] == UInt32((roads.length[edge] * pace).rounded()))
    }
  }

  /// Minutes from the seat of 长沙市 to the seat of a unit, whatever the window.
  private func minutes(to code: String, mode: TravelMode) throws -> Double {
    let world = try Embedded.workspace().world
    let region = world.region
    let units =
      region.counties.indices.map { UnitReference(.county, $0) }
      + region.prefectures.indices.map { UnitReference(.prefecture, $0) }
    let start = try #require(units.first { region.code(of: $0) == "430100" })
    let end = try #require(units.first { region.code(of: $0) == code })
    let group = PlaceGroup(name: region.name(of: start), places: [.unit(start)])
    // The window must hold the cores at both ends, for they charge terminal minutes.
    let question = CircleQuestion(groups: [group], minutes: [40], mode: mode, reading: .seat)
    let survey = try CircleSurvey(of: group, for: question, in: world)
    let seat = try #require(world.seat(of: end))
    return try #require(try survey.arrival(at: seat).minutes)
  }

  /// 荷塘区 and 岳塘区 lie beside 长沙; 怀化市 is not within three hours.
  @Test(arguments: [("430202", 33.0, 5.0), ("430304", 33, 5), ("431200", 242, 15)])
  func freeFlowFromChangsha(code: String, expected: Double, tolerance: Double) throws {
    let minutes = try minutes(to: code, mode: .road)
    print("road, seat: 430100 → \(code) \(minutes.fixed(2)) min, \(expected) ± \(tolerance)")
    #expect(abs(minutes - expected) <= tolerance)
    #expect(code != "431200" || minutes > 180)
  }

  @Test(arguments: ["430200", "430300"])
  func doorToDoorFromChangsha(code: String) throws {
    let minutes = try minutes(to: code, mode: .roadDoor)
    print("road-door, seat: 430100 → \(code) \(minutes.fixed(2)) min, 53 ± 5")
    #expect(abs(minutes - 53) <= 5)
  }

  /// The node rule counts more interchanges than are published, pinned loosely to notice a change.
  ///
  /// A junction whose slip roads are drawn in parts counts once a node.
  @Test(arguments: [("G4", 14.9), ("G60", 20.5), ("G5513", 12.0)])
  func interchangesPerHundredKilometres(route: String, expected: Double) throws {
    let densities = try Embedded.workspace().dataset.roads.interchangeDensities()
    let density = try #require(densities.first { $0.route == route })
    print(
      "\(route): \(density.kilometers.fixed(0)) km, \(density.interchanges) interchanges, "
        + "\(density.per100Kilometers.fixed(1)) per 100 km")
    #expect(abs(density.per100Kilometers - expected) <= 2)
  }
}
