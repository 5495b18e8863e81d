import GeoIO
import Reports
import Shapes
import TestSupport
import Testing

@testable import Studies

@Suite struct LayerLookTests {
  private func table(_ values: [(minutes: Double?, name: String?)]) -> FeatureTable {
    var table = FeatureTable(
      name: "circles",
      columns: [.init("minutes", .decimal(places: 2)), .init("name", .text)])
    let square = GeoPolygon(
      outer: [(0, 0), (1, 0), (1, 1)].map { GeoPoint(longitude: $0.0, latitude: $0.1) }, holes: [])
    for value in values {
      table.append([.decimal(value.minutes), .text(value.name)], shape: .areas([square]))
    }
    return table
  }

  private func luma(_ digits: UInt32) -> Double {
    0.2126 * Double(digits >> 16 & 255) + 0.7152 * Double(digits >> 8 & 255)
      + 0.0722 * Double(digits & 255)
  }

  @Test func theNearestContourIsDarkest() {
    let style = LayerLook("circles", .contours(of: "minutes"))
      .style(of: table([(60, "a"), (30, "a"), (60, "b"), (37.5, "a"), (nil, "b")]))
    guard case .numbers("minutes", let classes) = style.rule else {
      Issue.record("not by number")
      return
    }
    #expect(classes.map(\.label) == ["30", "37.50", "60"])
    let brightness = classes.map { luma($0.symbol.stroke) }
    #expect(brightness == brightness.sorted())
  }

  /// Whatever the numbers, the steps join, and each number lies in one of them.
  @Test(arguments: 0..<50 as Range<UInt64>)
  func everyNumberHasAStep(seed: UInt64) {
    var random = SeededGenerator(seed: seed)
    let numbers = (0..<Int.random(in: 1...40, using: &random)).map { _ in
      (Double.random(in: -5...500, using: &random) * 100).rounded() / 100
    }
    let style = LayerLook("circles", .quantiles(of: "minutes"))
      .style(of: table(numbers.map { ($0, nil) }))
    guard case .ranges("minutes", let classes) = style.rule else {
      Issue.record("not by steps")
      return
    }
    #expect(classes.count <= 5 && Set(classes.map(\.label)).count == classes.count)
    #expect(zip(classes, classes.dropFirst()).allSatisfy { $0.high == $1.low })
    for number in numbers {
      #expect(classes.contains { $0.low <= number && number <= $0.high })
    }
  }

  @Test func eachWordHasAColour() {
    let style = LayerLook("circles", .words(of: "name"))
      .style(of: table([(1, "甲"), (2, "乙"), (3, "甲"), (4, nil)]))
    guard case .words("name", let classes) = style.rule else {
      Issue.record("not by word")
      return
    }
    #expect(classes.map(\.word) == ["甲", "乙"])
    #expect(classes[0].symbol.fill != classes[1].symbol.fill)
  }

  @Test func withoutNumbersALayerIsPlain() {
    let style = LayerLook("circles", .quantiles(of: "minutes")).style(of: table([(nil, "a")]))
    guard case .single = style.rule else {
      Issue.record("not plain")
      return
    }
  }
}
