import Analysis
import Foundation
import GeoIO
import Geometry
import Shapes
import Studies
import TestSupport
import Testing

/// Circles of 长株潭 on the embedded dataset.
@Suite struct CircleTests {
  /// The feature of 60 minutes, byte for byte.
  private func sixty(_ run: CircleRun) throws -> String {
    let lines = run.geoJSON().split(separator: "\n").filter { $0.contains("\"minutes\":60.00") }
    #expect(lines.count == 1)
    return String(try #require(lines.first)).replacing(/,$/, with: "")
  }

  @Test func theSameMinutesGiveTheSameBytesAloneAndAmongOthers() throws {
    let alone = try sixty(Changzhutan.one())
    #expect(alone.count > 10_000)
    #expect(try sixty(Changzhutan.three()) == alone)
    // Once more, from a workspace whose store has worked out other counties since.
    #expect(
      try sixty(Embedded.run(.init(places: ["长株潭"], minutes: [60], zones: [Changzhutan.zone])))
        == alone)
  }

  @Test func aUnionDoesNotDependOnTheOrderOfItsCentres() throws {
    func geometry(_ places: [String]) throws -> [GeoPolygon] {
      try Embedded.run(.init(places: places, minutes: [10])).report.answer.circles[0].polygons
    }
    let first = try geometry(["长沙", "株洲"])
    #expect(try geometry(["株洲", "长沙"]) == first)
    #expect(try geometry(["430200", "changsha", "株洲市"]) == first)
  }

  @Test func thirtyMinutesLieInsideSixtyAndSixtyInsideNinety() throws {
    let circles = try Changzhutan.three().report.answer.circles
    #expect(circles.map(\.minutes) == [30, 60, 90])
    for (inner, outer) in zip(circles, circles.dropFirst()) {
      #expect(inner.extent.area < outer.extent.area)
      #expect(try #require(inner.extent.people) < #require(outer.extent.people))
      let rows = Dictionary(uniqueKeysWithValues: outer.coverage.map { ($0.unit, $0) })
      for row in inner.coverage {
        let wider = try #require(rows[row.unit])
        #expect(row.areaInside <= wider.areaInside)
        #expect(row.peopleInside ?? 0 <= wider.peopleInside ?? 0)
        #expect(!row.isSeatReached || wider.isSeatReached)
      }
    }
  }

  /// The way to a seat does not change with the window that happened to be looked at.
  @Test func minutesToASeatDoNotDependOnTheQuestionsMinutes() throws {
    let region = try Embedded.workspace().dataset.region
    func seats(_ minutes: Double) throws -> [UnitReference: Double] {
      let run = try Embedded.run(.init(places: ["长株潭"], minutes: [minutes]))
      return Dictionary(
        uniqueKeysWithValues: run.report.answer.circles[0].coverage.compactMap { row in
          row.seatMinutes.map { (row.unit, $0) }
        })
    }
    let three = try Changzhutan.three().report.answer.circles[0].coverage
    let wide = Dictionary(uniqueKeysWithValues: three.map { ($0.unit, $0.seatMinutes) })
    for (unit, minutes) in try seats(10) {
      guard let other = wide[unit] else { continue }
      #expect(other == minutes, "\(region.name(of: unit).chinese)")
    }
  }

  @Test func figuresOfACircleAgreeWithEachOther() throws {
    for circle in try Changzhutan.three().report.answer.circles {
      let counties = circle.coverage.filter { $0.unit.level == .county }
      let prefectures = circle.coverage.filter { $0.unit.level == .prefecture }
      let provinces = circle.coverage.filter { $0.unit.level == .province }
      let people = counties.reduce(0) { $0 + ($1.peopleInside ?? 0) }
      #expect(circle.extent.people == people)
      #expect(prefectures.reduce(0) { $0 + ($1.peopleInside ?? 0) } == people)
      #expect(provinces.reduce(0) { $0 + ($1.peopleInside ?? 0) } == people)
      let area = counties.reduce(0) { $0 + $1.areaInside }
      #expect(abs(circle.extent.area - area - circle.outsideArea) < 1e-6)
      #expect(circle.lower.area < circle.extent.area && circle.extent.area < circle.higher.area)
      let band = [circle.lower, circle.extent, circle.higher].compactMap(\.people)
      #expect(band.count == 3 && band[0] < band[1] && band[1] < band[2])
      #expect(circle.readings[.core] == circle.extent.area)
      #expect(abs(circle.certificate.area) < 0.01 && abs(circle.certificate.people) < 0.01)
      #expect((0...1).contains(circle.longLegAreaShare))
      for row in circle.coverage {
        #expect((-1e-9...1 + 1e-9).contains(row.areaShare))
        #expect((row.peopleShare ?? 0) <= 1)
        #expect(row.isSeatReached == ((row.seatMinutes ?? .infinity) <= circle.minutes))
        #expect(
          (row.minutesMissing != nil) == (row.seatMinutes.map { $0 > circle.minutes } ?? false))
      }
    }
  }

  /// A planner's list against the circle: who is in both, who is missing, who came besides.
  @Test func theOfficialListAgainstTheCircle() throws {
    let region = try Embedded.workspace().dataset.region
    let listed = try Embedded.system(Changzhutan.zone).counties(in: region)
    for circle in try Changzhutan.three().report.answer.circles {
      let zone = try #require(circle.zones.first)
      let rows = Dictionary(
        uniqueKeysWithValues: circle.coverage.filter { $0.unit.level == .county }
          .map { ($0.unit.index, $0) })
      let reached = Set(rows.values.filter(\.isSeatReached).map(\.unit.index))
      #expect(zone.listedAndReached == listed.filter(reached.contains))
      #expect(zone.listedNotReached == listed.filter { !reached.contains($0) })
      #expect(zone.reachedNotListed == reached.subtracting(listed).sorted())
      #expect(zone.people == 14_664_180)
      #expect(abs(zone.area - 18_896) <= 2)
      #expect(zone.peopleInside == listed.reduce(0) { $0 + (rows[$1]?.peopleInside ?? 0) })
      let inside = listed.reduce(0) { $0 + (rows[$1]?.areaInside ?? 0) }
      #expect(abs(zone.areaInside - inside) < 1e-6)
      func names(_ indices: [Int]) -> String {
        indices.map { region.counties[$0].name.chinese }.joined(separator: " ")
      }
      print(
        """
        长株潭 \(circle.minutes) min against \(Changzhutan.zone): circle \
        \(circle.extent.area.fixed(0)) km², \(circle.extent.people ?? 0) people; of the zone's \
        \(zone.area.fixed(0)) km² \(zone.areaInside.fixed(0)), of its \(zone.people) people \
        \(zone.peopleInside) inside; listed and reached \(zone.listedAndReached.count), not \
        reached: \(names(zone.listedNotReached)); not listed: \(names(zone.reachedNotListed))
        """)
    }
  }

  /// The same zone as a list of members and as a layer of their polygons.
  @Test func aListAndALayerOfTheSameGroundAgree() throws {
    let workspace = try Embedded.workspace()
    let region = workspace.dataset.region
    let members = try Embedded.system(Changzhutan.zone).counties(in: region)
    var layer = FeatureTable(name: "zone", columns: [.init("code", .text)])
    for county in members.map({ region.counties[$0] }) {
      layer.append([.text(county.code)], shape: .areas(county.polygons))
    }
    let folder = try TemporaryFolder()
    let path = try folder.write(
      GeoJSONWriter.text(of: [layer], hinterland: .null), to: "zone.geojson")
    let run = try Embedded.run(
      .init(places: ["长株潭"], minutes: [30], zones: [Changzhutan.zone, path]))
    let zones = run.report.answer.circles[0].zones
    #expect(zones.count == 2)
    #expect(abs(zones[1].area / zones[0].area - 1) < 1e-3)
    #expect(abs(zones[1].areaInside / zones[0].areaInside - 1) < 1e-3)
    let people = try zones.map { Double(try #require($0.people)) }
    let inside = try zones.map { Double(try #require($0.peopleInside)) }
    #expect(abs(people[1] / people[0] - 1) < 1e-3)
    #expect(abs(inside[1] / inside[0] - 1) < 1e-3)
  }

  @Test func eachGivesACircleACentre() throws {
    let run = try Embedded.run(.init(places: ["长株潭"], minutes: [10], isEach: true))
    #expect(run.report.answer.circles.map(\.centreCodes) == ["430100", "430200", "430300"])
    let union = try Embedded.run(.init(places: ["长株潭"], minutes: [10])).report.answer.circles[0]
    #expect(union.centreCodes == "430100;430200;430300")
    #expect(union.group.name.chinese == "长株潭")
    let areas = run.report.answer.circles.map(\.extent.area)
    #expect(union.extent.area <= areas.reduce(0, +))
    #expect(union.extent.area >= areas.max() ?? .infinity)
  }

  /// A point at the other end of the world: no road, no county, and the answer says so.
  @Test func aPointOutsideTheDatasetIsReportedAsSuch() throws {
    let run = try Embedded.run(
      .init(points: [GeoPoint(longitude: 0, latitude: 0)], minutes: [15]))
    let circle = run.report.answer.circles[0]
    #expect((circle.extent.people ?? 0) == 0)
    #expect(abs(circle.outsideArea - circle.extent.area) < 1e-9)
    #expect(
      run.report.answer.warnings.contains { if case .leavesFrame = $0 { true } else { false } })
  }
}
