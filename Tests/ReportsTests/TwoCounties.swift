import Geometry
import Routing
import Shapes

@testable import Analysis
@testable import Reports

/// Two square counties side by side, in two prefectures of one province.
///
/// The circle of 60 minutes holds the whole of the western one. Nobody was counted in the eastern.
///
///     28.4 ┌──────┬──────┐
///          │ 甲县 │ 乙县 │   the circle: 113.0 … 113.5
///     28.0 └──────┴──────┘
///        113.0  113.4  113.8
struct TwoCounties {
  var names = (first: "甲县", second: "乙县", circle: "甲")
  var language = Language.chinese
  var attribution = "示例数据"
  /// Degrees by which the eastern county lies further north: then no corners meet.
  var shift = 0.0

  var report: CircleReport {
    CircleReport(
      answer: answer, region: region,
      corridors: [
        Corridor(
          code: "G1", name: name("东西高速"), kind: .expressway,
          lines: [[point(112.9, 28.2), point(113.4, 28.21), point(113.9, 28.2)]]),
        Corridor(
          code: "R1", name: name("南北铁路"), kind: .rail,
          lines: [[point(113.2, 27.9), point(113.2, 28.5)]]),
      ],
      notes: DatasetNotes(
        title: name("示例"), version: "1", digest: "00", vintage: name("2020 年"),
        attribution: [attribution], limits: name("只是示例")), language: language)
  }

  var region: Region {
    Region(
      counties: [
        county("000101", names.first, 0, west: 113.0, people: 90_000),
        county("000201", names.second, 1, west: 113.4, south: 28.0 + shift, people: nil),
      ],
      prefectures: [
        Prefecture(
          code: "000100", name: name("甲市"), province: 0, counties: [0], core: point(113.2, 28.2)),
        Prefecture(code: "000200", name: name("乙市"), province: 0, counties: [1], core: nil),
      ],
      provinces: [Province(code: "000000", name: name("示例省"), prefectures: [0, 1])],
      waters: [
        WaterBody(
          name: name("湖"), barrier: .hard, areas: [square(113.6, 28.1, size: 0.1)], lines: [])
      ])
  }

  private var answer: CircleAnswer {
    let place = CentrePlace.unit(UnitReference(.county, 0))
    let group = PlaceGroup(name: name(names.circle), places: [place])
    let question = CircleQuestion(groups: [group], minutes: [30, 60])
    let centre = Centre(
      place: place, name: name(names.first), code: "000101", reading: .core,
      origin: Origin(area: [square(113.18, 28.18, size: 0.04)]), core: nil, startMinutes: 5,
      fellBackToSeat: false)
    return CircleAnswer(
      question: question,
      circles: [
        circle(group, centre, minutes: 30, polygon: square(113.1, 28.1, size: 0.2), share: 0.25),
        circle(group, centre, minutes: 60, polygon: square(113.0, 28.0, size: 0.5), share: 1),
      ],
      basis: .modelled,
      profile: TravelProfile(
        name: "示例", speeds: [.main: 60, .expressway: 100],
        lastLeg: LastLeg(speed: 30, circuity: 1.3, reach: 10_000),
        terminal: TerminalMinutes(
          steps: [.init(people: 500_000, minutes: 10)], fullDepth: 2_000)),
      cellSize: 500, warnings: [.withoutPeople([name(names.second)])])
  }

  private func circle(
    _ group: PlaceGroup, _ centre: Centre, minutes: Double, polygon: GeoPolygon,
    share: Double
  ) -> Circle {
    let people = Int(90_000 * share)
    let area = 1_740 * share
    func row(_ unit: UnitReference, isFirst: Bool) -> Coverage {
      Coverage(
        unit: unit, area: 1_740, areaInside: isFirst ? area : 0,
        people: isFirst ? 90_000 : nil, peopleInside: isFirst ? people : nil,
        seatMinutes: isFirst ? 0 : 72.5, hasSeat: true, isSeatReached: isFirst,
        minutesMissing: isFirst ? nil : 72.5 - minutes)
    }
    return Circle(
      group: group, centres: [centre], minutes: minutes, polygons: [polygon],
      extent: .init(area: area, people: people),
      lower: .init(area: area * 0.8, people: people),
      higher: .init(area: area * 1.2, people: people), longLegAreaShare: 0.1,
      longLegPeopleShare: 0.05, certificate: .init(area: 0.0012, people: -0.0003),
      outsideArea: 0,
      coverage: [
        row(UnitReference(.county, 0), isFirst: true),
        row(UnitReference(.county, 1), isFirst: false),
        row(UnitReference(.prefecture, 0), isFirst: true),
        row(UnitReference(.prefecture, 1), isFirst: false),
        row(UnitReference(.province, 0), isFirst: true),
      ],
      readings: [.core: area, .seat: area * 0.9], zones: [])
  }

  private func county(
    _ code: String, _ text: String, _ prefecture: Int, west: Double, south: Double = 28.0,
    people: Int?
  ) -> County {
    County(
      code: code, name: name(text), prefecture: prefecture, province: 0,
      polygons: [square(west, south, size: 0.4)], seat: point(west + 0.2, 28.2), people: people,
      urbanPeople: nil)
  }

  private func name(_ text: String) -> PlaceName { PlaceName(chinese: text, english: text) }

  private func point(_ longitude: Double, _ latitude: Double) -> GeoPoint {
    GeoPoint(longitude: longitude, latitude: latitude)
  }

  private func square(_ west: Double, _ south: Double, size: Double) -> GeoPolygon {
    GeoPolygon(outer: [
      point(west, south), point(west + size, south), point(west + size, south + size),
      point(west, south + size),
    ])
  }
}
