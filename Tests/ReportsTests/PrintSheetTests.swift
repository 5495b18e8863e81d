import Foundation
import Geometry
import Shapes
import Testing

@testable import Analysis
@testable import Reports

@Suite struct PrintSheetTests {
  private func sheet(_ world: TwoCounties = TwoCounties()) throws -> PrintSheet {
    try world.report.sheet(on: .a4)
  }

  @Test func saysWhatItShows() throws {
    let text = try sheet().svg()
    #expect(text.contains("width=\"297mm\" height=\"210mm\""))
    for word in ["甲通勤圈", "图例", "60 分钟圈内人口占比", "30 分钟", "地级界", "铁路", "湖泊", "km<", ">N<", "送审"] {
      #expect(text.contains(word), "\(word)")
    }
    #expect(try TwoCounties().report.sheet(on: .a3).svg().contains("width=\"420mm\""))
  }

  /// A legend explains what the sheet shows: no layer without shapes, no class that no county is in.
  @Test func theLegendHoldsNothingElse() throws {
    var sheet = try sheet()
    sheet.map.variables = [
      MapVariable(
        "占比", scale: .sequential([10, 20, 30, 40]), ofCounties: [(0, 15), (1, 25)],
        text: { "\($0)" })
    ]
    sheet.map.layers = [
      MapLayer("空图层", symbol: .line(.ink), features: []),
      MapLayer(
        "一条线", symbol: .line(.ink),
        features: [.init(.lines([[GeoPoint(longitude: 113, latitude: 28)]]))]),
    ]
    let text = try sheet.svg()
    for word in ["10–20", "20–30", "一条线", "地级界"] {
      #expect(text.contains(word), "\(word)")
    }
    for word in ["空图层", "&lt; 10", "30–40", "≥ 40", "省界"] {
      #expect(!text.contains(word), "\(word)")
    }
  }

  /// A zone of two counties is one outline, named in the legend, and wholly on the map.
  @Test func aZoneIsDrawnAsOne() throws {
    let report = TwoCounties().report
    var answer = report.answer
    for index in answer.circles.indices {
      answer.circles[index].zones = [
        ZoneCoverage(
          zone: Zone(name: PlaceName(chinese: "都市圈", english: "metro"), ground: .counties([0, 1])),
          area: 1, areaInside: 1, listedAndReached: [], listedNotReached: [], reachedNotListed: [])
      ]
    }
    let zoned = CircleReport(
      answer: answer, region: report.region, corridors: [], notes: report.notes,
      language: .chinese)
    let zones = try zoned.zoneGrounds()
    #expect(zones.count == 1 && zones.first?.polygons.count == 1)
    let sheet = try zoned.sheet(on: .a4)
    for county in report.region.counties {
      let box = county.polygons.bounds
      for corner in [(box.west, box.south), (box.east, box.north)] {
        let point = GeoPoint(longitude: corner.0, latitude: corner.1)
        #expect(sheet.map.focus?.contains(point) == true)
      }
    }
    #expect(try sheet.svg().contains("都市圈"))
  }

  @Test(arguments: [
    "</svg><script>alert(1)</script>", "]]><!--", "\"><image href=x onload=alert(1)>", "a&b'c",
  ])
  func hostileNamesAreInert(name: String) throws {
    var world = TwoCounties()
    world.names = (name, name, name)
    world.attribution = name
    let (hostile, plain) = (try sheet(world).svg(), try sheet().svg())
    for mark in ["<script", "</svg", "<image", "<!--", "]]>"] {
      #expect(
        hostile.components(separatedBy: mark).count == plain.components(separatedBy: mark).count,
        "\(mark)")
    }
  }

  @Test func isTheSameEveryTime() throws {
    let first = try sheet().svg()
    #expect(try (0..<3).allSatisfy { _ in try sheet().svg() == first })
  }

  /// Three hundred names in a small frame: those that are set neither touch nor leave it.
  @Test func namesDoNotCollide() {
    let frame = SheetFrame(x: 10, y: 20, width: 100, height: 60)
    var names = SheetNames(frame: frame)
    for index in 0..<300 {
      let x = 5 + Double(index * 37 % 110)
      let y = 15 + Double(index * 53 % 70)
      names.add("县名\(index)", at: (x, y), size: 2.2, class: "plain")
    }
    let boxes = names.boxes
    #expect(boxes.count > 50)
    for (index, box) in boxes.enumerated() {
      #expect(box.x > 10 && box.x + box.width < 110 && box.y > 20 && box.y + box.height < 80)
      #expect(!boxes[..<index].contains { $0.meets(box) })
    }
  }

  /// The point itself takes up room: its name stands beside it all the same.
  @Test func aPointHasItsName() {
    var names = SheetNames(frame: SheetFrame(x: 0, y: 0, width: 100, height: 60))
    names.take((50, 30), radius: SheetNames.pointRadius)
    names.add("怀化市", at: (50, 30), size: 3.1, class: "strong")
    #expect(names.boxes.count == 2 && !names.boxes[0].meets(names.boxes[1]))
  }

  @Test func linesAreAsWideAsTheyMayBe() {
    let text = String(repeating: "数据时点，", count: 20)
    let lines = SheetText.lines(text, width: 40, size: 2)
    #expect(lines.joined() == text)
    #expect(lines.allSatisfy { SheetText.width(of: $0, size: 2) <= 42 })
    #expect(lines.dropFirst().allSatisfy { !$0.hasPrefix("，") })
    #expect(SheetText.lines("one two three", width: 5, size: 1) == ["one two", "three"])
  }

  /// 0.5° of longitude at 28.25° N are 49.1 km; the sheet shows them at the scale it says.
  @Test func theScaleIsThatOfTheGround() {
    let bounds = GeoBounds(west: 113, south: 28, east: 113.5, north: 28.5)
    let projection = SheetProjection(filling: 200, 200, with: bounds, x: 10, y: 20)
    let west = projection.place(of: GeoPoint(longitude: 113, latitude: 28.25))
    let east = projection.place(of: GeoPoint(longitude: 113.5, latitude: 28.25))
    #expect(abs((east.x - west.x) / projection.scale / 1_000 - 49.1) < 0.1)
    #expect(abs(west.y - 120) < 1e-9 && abs((east.x + west.x) / 2 - 110) < 1e-9)
    #expect(projection.bounds.west < 113.01 && projection.bounds.north > 28.49)
  }
}
