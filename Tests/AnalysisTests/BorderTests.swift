import Foundation
import Geometry
import Routing
import Shapes
import TestSupport
import Testing

@testable import Analysis

/// Clusters along a drawn border.
///
/// Eight counties of 12 km, four in the province to the west and four in that to the east:
///
///     W3   E3      y = 42, no road between them
///     |     |
///     W2 — E2      y = 30
///     |
///     (a road far round by the west, 93 km)
///     |
///     W1 — E1      y = 18
///     |     |
///     W0 — E0      y = 6
///
/// At 60 km/h neighbours with a road are 12 minutes apart, W3 and E3 three times as many. No two
/// seats, nor two roads that are not joined, lie within reach of a last leg of 10 km.
@Suite struct BorderTests {
  private static let west = [0, 1, 2, 3]
  private static let east = [4, 5, 6, 7]

  private static let sketch: WorldSketch = {
    var sketch = WorldSketch()
    var nodes: [UInt32] = []
    for column in 0..<2 {
      for row in 0..<4 {
        let (x, y) = (12 * Double(column), 12 * Double(row))
        sketch.county(
          WorldSketch.box(x, y, x + 12, y + 12), people: 10_000 * (row + 1),
          urban: 1_000 * (row + 1) + column, seat: (x + 6, y + 6), prefecture: column)
        nodes.append(sketch.node(x + 6, y + 6))
      }
    }
    for (from, to) in [(0, 1), (4, 5), (0, 4), (1, 5), (2, 3), (6, 7), (2, 6)] {
      sketch.road(nodes[from], nodes[to])
    }
    let farWest = sketch.node(-40, 24)
    sketch.road(nodes[1], farWest)
    sketch.road(farWest, nodes[2])
    return sketch
  }()

  private static func answer(
    _ change: (inout BorderQuestion) -> Void = { _ in }
  ) throws -> BorderAnswer {
    var question = BorderQuestion(
      provinces: [0, 1], band: .steps(1), minutes: 40, decay: 20, mode: .road)
    change(&question)
    return try sketch.world().borders(question)
  }

  @Test func theBorderIsMeasuredAndItsCrossingsCounted() throws {
    let profile = try #require(try Self.answer().borders.first)
    #expect(abs(profile.border.length.kilometers - 48) < 0.1)
    #expect(profile.border.counties == Self.west + Self.east)
    #expect(profile.crossings.count == 3)
    #expect(profile.crossings.crossings.map(\.place.counties) == [[0, 4], [1, 5], [2, 6]])
    #expect(profile.crossings.crossings.allSatisfy { $0.roadClass == .main })
    #expect(abs(profile.crossings.per100Kilometers() - 6.25) < 0.05)
    #expect(profile.crossings.per100Kilometers(.expressway) == 0)
    // From the last crossing at 30 km to the end at 48; its middle lies between W3 and E3.
    let gap = try #require(profile.crossings.gap)
    #expect(abs(gap.length.kilometers - 18) < 0.1)
    #expect(gap.middle.counties == [3, 7])
  }

  @Test func plantedClustersAreFound() throws {
    let band = try #require(try Self.answer().band)
    #expect(band.counties == Self.west + Self.east)
    #expect(band.clusters.map(\.members) == [[2, 3, 6, 7], [0, 1, 4, 5]])  // most people first
    #expect(band.single.isEmpty)
    #expect(band.links.count == 12)
    #expect(band.links.allSatisfy { abs($0.minutes - 12 * ($0.minutes / 12).rounded()) < 0.1 })
    #expect(band.stability.agreement == 1)
    let north = band.clusters[0]
    #expect(north.isAcross)
    #expect(north.people.map(\.province) == [0, 1])
    #expect(north.people.compactMap(\.people) == [70_000, 70_000])
    #expect(north.totalPeople == 140_000)
    #expect(north.centre == 7)  // one more of its people lives in towns than of W3's
    #expect(abs(north.longestMinutes - 36) < 0.1)
    #expect(abs(north.meanMinutes - (12 * 3 + 24 * 2 + 36) / 6.0) < 0.1)
    #expect(north.linkShare == 1)
    #expect(north.coMembership == 1)
    #expect(try north.polygons.invalidity() == nil && north.polygons.count == 1)
  }

  @Test func whatKeepsMembersApartIsNamed() throws {
    let band = try #require(try Self.answer().band)
    let (north, south) = (band.clusters[0], band.clusters[1])
    let worst = try #require(north.worstDetour)
    #expect((worst.first, worst.second) == (3, 7))
    #expect(abs(worst.detour - 3) < 0.01)
    #expect(abs(worst.pace - 20) < 0.1)  // 12 km in 36 minutes
    #expect(north.walls.map(\.contact.first) == [3])
    #expect(north.walls.map(\.contact.second) == [7])
    #expect(south.walls.isEmpty)
    #expect((north.crossings, south.crossings) == (1, 2))
    #expect(abs(north.borderKilometers - 24) < 0.1)
    // Across: 12, 12, 12 and 36 km for 12 each; within: four at 12,
    // W1–W2 at 92.8 and E1–E2 at 116.8.
    let barrier = band.barrier
    #expect((barrier.across.pairs, barrier.within.pairs) == (4, 6))
    #expect(abs((barrier.across.detour ?? 0) - 1.3161) < 0.003)  // fourth root of 3
    #expect(abs((barrier.within.detour ?? 0) - 2.0547) < 0.006)  // sixth root of 7.73 · 9.73
    #expect(abs((barrier.across.speed ?? 0) - 60) < 0.1)
    #expect(abs((barrier.ratio ?? 0) - 1.3161 / 2.0547) < 0.003)
  }

  @Test func cohesionIsHeldAgainstChance() throws {
    let north = try #require(try Self.answer().band).clusters[0]
    func weight(_ minutes: Double) -> Double { exp(-minutes / 20) }
    let across = weight(12) + 2 * weight(24) + weight(36)
    let all = across + 2 * weight(12)
    #expect(abs((north.cohesion.across ?? 0) - across / all) < 0.001)
    #expect(abs((north.cohesion.expected ?? 0) - 0.5) < 0.001)
    let none = Cohesion(of: [], provinces: [0, 1])
    #expect(none.across == nil && none.expected == nil)
    let one = Cohesion(of: [.init(0, 1, 3)], provinces: [2, 2])
    #expect(one.across == 0 && one.expected == 0)
    let pair = Cohesion(of: [.init(0, 1, 3)], provinces: [1, 2])
    #expect(pair.across == 1 && pair.expected == 0.5)
  }

  /// A ninth county to the west, off the border, with the seat of the western prefecture.
  private static let withRival: WorldSketch = {
    var sketch = Self.sketch
    sketch.county(
      WorldSketch.box(-12, 0, 0, 12), people: 1, urban: 0, seat: (-6, 6), prefecture: 0)
    sketch.prefectureCores[0] = WorldSketch.point(-6, 6)
    sketch.road(0, sketch.node(-6, 6))
    return sketch
  }()

  @Test func rivalsAreNearerCentresOutside() throws {
    let band = try #require(
      try Self.withRival.world().borders(
        BorderQuestion(provinces: [0, 1], band: .steps(1), minutes: 40, mode: .road)
      ).band)
    let south = try #require(band.clusters.first { $0.members == [0, 1, 4, 5] })
    #expect(south.centre == 5)
    // From W0 it is 12 minutes to the seat in the west and 24 to E1; all others have E1 nearer.
    #expect(south.rivals.map(\.member) == [0])
    let rival = try #require(south.rivals.first)
    #expect(rival.prefecture == 0 && !rival.isAcross)
    #expect(abs(rival.minutes - 12) < 0.1 && abs((rival.minutesToCentre ?? 0) - 24) < 0.1)
  }

  @Test func bandsWidenInStepsAndKilometers() throws {
    #expect(try Self.answer { $0.band = .steps(3) }.band?.counties.count == 8)
    #expect(try Self.answer { $0.band = .everywhere }.band?.counties.count == 8)
    #expect(try Self.answer { $0.band = .kilometers(0) }.band?.counties.count == 8)  // all touch it
    let world = try Self.withRival.world()
    func counties(_ band: BorderQuestion.Band) throws -> Int? {
      try world.borders(
        BorderQuestion(provinces: [0, 1], band: band, minutes: 40, mode: .road)
      ).band?.counties.count
    }
    #expect(try counties(.steps(1)) == 8)
    #expect(try counties(.steps(2)) == 9)
    #expect(try counties(.kilometers(17)) == 8)
    #expect(try counties(.kilometers(19)) == 9)  // 18 km from the border
  }

  @Test func oneProvinceStandsForAllItsBorders() throws {
    let one = try Self.answer { $0.provinces = [1] }
    #expect(one.borders.count == 1)
    #expect(one.band?.counties == Self.west + Self.east)
    var island = Self.sketch
    island.counties.removeAll { $0.province == 1 }
    #expect(throws: BorderError.noBorderOfOne(province: "省0")) {
      try island.world().borders(BorderQuestion(provinces: [0]))
    }
  }

  @Test func placesNamedTogetherAreHeldAgainstTheirBorders() throws {
    let units = [3, 7, 2].map { UnitReference(.county, $0) }
    let answer = try Self.answer { question in
      question.provinces = []
      question.groups = [
        PlaceGroup(
          name: PlaceName(chinese: "组", english: "group"), places: units.map { .unit($0) })
      ]
    }
    #expect(answer.borders.isEmpty && answer.band == nil)
    let group = answer.groups[0]
    #expect(group.isContiguous && group.counties == [2, 3, 7])
    #expect(group.pairs.map(\.isAcross) == [true, false, true])
    #expect(group.pairs.map { ($0.travel?.minutes ?? 0).rounded() } == [36, 12, 24])
    #expect(group.pairs.map(\.crossings) == [0, 1, 0])
    #expect(abs(group.pairs[0].borderKilometers - 12) < 0.1)
    #expect(group.pairs[2].borderKilometers == 0)  // they meet in a point
    #expect(abs((group.meanMinutes ?? 0) - 24) < 0.1)
    #expect(group.worstDetour?.first == 0)
  }

  @Test func reachIsCountedByProvince() throws {
    let answer = try Self.answer { question in
      question.provinces = []
      question.reach = [15, 30]
      question.centres = [
        PlaceGroup(
          name: PlaceName(chinese: "甲0县", english: "County 0"),
          places: [.unit(UnitReference(.county, 0))])
      ]
    }
    #expect(answer.reaches.map(\.minutes) == [15, 30])
    for reach in answer.reaches {
      #expect(reach.provinces.map(\.isHome).contains(true))
      #expect(reach.provinces.compactMap(\.people).reduce(0, +) == reach.people)
      let away = reach.provinces.filter { !$0.isHome }.compactMap(\.people).reduce(0, +)
      #expect(reach.shareAcross == Double(away) / Double(reach.people ?? 1))
    }
    #expect((answer.reaches[0].people ?? 0) < (answer.reaches[1].people ?? 0))
  }

  /// Random worlds: whatever is found adds up.
  @Test(arguments: 0..<12 as Range<UInt64>)
  func whatIsFoundAddsUp(seed: UInt64) throws {
    var random = SeededGenerator(seed: seed)
    let sketch = WorldSketch.random(using: &random)
    let world = try sketch.world()
    let question = BorderQuestion(
      provinces: [0, 1], minutes: Double.random(in: 10...60, using: &random), seed: seed)
    let answer = try world.borders(question)
    let band = try #require(answer.band)
    let members = band.clusters.flatMap(\.members) + band.single
    #expect(members.sorted() == band.counties)
    #expect(
      try world.borders(question).clusterTable(of: world.region)
        == answer.clusterTable(of: world.region))
    for cluster in band.clusters {
      #expect(cluster.members.contains(cluster.centre) && cluster.members.count > 1)
      #expect((0...1).contains(cluster.coMembership) && (0...1).contains(cluster.linkShare))
      #expect(
        Set(cluster.people.map(\.province))
          == Set(cluster.members.map { world.region.counties[$0].province }))
    }
    #expect(band.joins.across == band.links.count { $0.isAcross })
    #expect(answer.countyTable(of: world.region).rows.count == band.counties.count)
  }
}
