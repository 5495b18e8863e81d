import Foundation
import Geometry
import Shapes
import Testing

@testable import Reports

@Suite struct PrintSheetTests {
  private func sheet(_ world: TwoCounties = TwoCounties()) -> PrintSheet {
    world.report.sheet(on: .a4)
  }

  @Test func saysWhatItShows() throws {
    let text = try sheet().svg()
    #expect(text.contains("width=\"297mm\" height=\"210mm\""))
    for word in ["甲通勤圈", "图例", "60 分钟圈内人口占比", "30 分钟", "省界", "铁路", "km<", ">N<", "送审"] {
      #expect(text.contains(word), "\(word)")
    }
    #expect(try TwoCounties().report.sheet(on: .a3).svg().contains("width=\"420mm\""))
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
