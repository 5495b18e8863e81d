import Shapes
import TestSupport
import Testing

@testable import Geometry

/// Where provinces meet, on drawn counties.
@Suite struct ProvinceBorderTests {
  // Three counties of a western province, three of an eastern one, ten kilometres each:
  //
  //     y = 30 +---+---+
  //            | 2 | 5 |
  //            +---+---+
  //            | 1 | 4 |
  //            +---+---+
  //            | 0 | 3 |
  //          0 +---+---+
  static var region: Region {
    var sketch = CountySketch()
    for column in 0..<2 {
      for row in 0..<3 {
        let (x, y) = (10 * Double(column), 10 * Double(row))
        sketch.addBox(x, y, x + 10, y + 10, people: 1)
        sketch.counties[sketch.counties.count - 1].province = column
        sketch.counties[sketch.counties.count - 1].prefecture = column
      }
    }
    return Region(
      counties: sketch.counties,
      prefectures: (0..<2).map { index in
        Prefecture(
          code: "4\(index)0100", name: PlaceName(chinese: "市\(index)", english: "City \(index)"),
          province: index, counties: [0, 1, 2].map { $0 + 3 * index }, core: nil)
      },
      provinces: (0..<2).map { index in
        Province(
          code: "4\(index)0000", name: PlaceName(chinese: "省\(index)", english: "P\(index)"),
          prefectures: [index])
      })
  }

  static func border() throws -> ProvinceBorder {
    let borders = CountyAdjacency(of: region.counties).borders(in: region)
    #expect(borders.count == 1)
    return try #require(borders.first)
  }

  private static func road(_ from: (Double, Double), _ to: (Double, Double)) -> GeoSide {
    let ends = CountySketch.points([from, to])
    return GeoSide(ends[0], ends[1])
  }

  @Test func theLineRunsOverAllCounties() throws {
    let border = try Self.border()
    #expect((border.first, border.second) == (0, 1))
    #expect(border.counties == [0, 1, 2, 3, 4, 5])
    #expect(border.counties(of: 1, in: Self.region) == [3, 4, 5])
    #expect(border.lines.count == 1 && border.lines[0].count == 4)
    #expect(abs(border.length.kilometers - 30) < 1)
    #expect(border.contacts.count == 7)  // three sides, and two corners both ways
  }

  @Test func aRoadCrossesOnceOrNotAtAll() throws {
    let line = BorderLine(of: try Self.border().contacts)
    let length = try Self.border().length.value
    let across = try #require(line.crossing(of: Self.road((5, 15), (15, 15))))
    #expect(across.counties == [1, 4])
    #expect(abs(across.distance / length - 0.5) < 0.001)
    #expect(line.crossing(of: Self.road((5, 5), (9, 25))) == nil)  // stays west
    #expect(line.crossing(of: Self.road((5, 40), (15, 40))) == nil)  // passes north
    #expect(line.crossing(of: Self.road((15, 2), (5, 2)))?.counties == [0, 3])
  }

  @Test func theLongestGapLiesBetweenCrossingsOrAtAnEnd() throws {
    let border = try Self.border()
    let line = BorderLine(of: border.contacts)
    let whole = try #require(line.longestGap(between: []))
    #expect(abs(whole.length.value - border.length.value) < 1e-6)
    let places = [(5.0, 3.0), (5, 9), (5, 14)].compactMap {
      line.crossing(of: Self.road(($0.0, $0.1), (15, $0.1)))
    }
    #expect(places.count == 3)
    let gap = try #require(line.longestGap(between: places))
    #expect(abs(gap.length.kilometers / border.length.kilometers - 16.0 / 30) < 0.001)
    #expect(gap.middle.counties == [2, 5])  // half way from 14 to 30 is 22
  }

  /// A ring has no ends: with one crossing the gap is all of it, with two opposite ones half.
  @Test func gapsGoRoundAnEnclave() throws {
    var region = Self.region
    region.counties.removeLast(4)
    region.counties[1].province = 1
    let outer = CountySketch.points([(0, 0), (30, 0), (30, 30), (0, 30)])
    let inner = CountySketch.points([(10, 10), (20, 10), (20, 20), (10, 20)])
    region.counties[0].polygons = [GeoPolygon(outer: outer, holes: [inner.reversed()])]
    region.counties[1].polygons = [GeoPolygon(outer: inner)]
    let border = try #require(CountyAdjacency(of: region.counties).borders(in: region).first)
    let line = BorderLine(of: border.contacts)
    let west = try #require(line.crossing(of: Self.road((5, 15), (15, 15))))
    let east = try #require(line.crossing(of: Self.road((25, 15), (15, 15))))
    let gaps = [[], [west], [west, east]].map { line.longestGap(between: $0)?.length.value ?? 0 }
    #expect(abs(gaps[0] - border.length.value) < 1e-6)
    #expect(abs(gaps[1] - border.length.value) < 1e-6)
    #expect(abs(gaps[2] / border.length.value - 0.5) < 0.01)
  }

  /// An edge crosses the border an odd number of times exactly where its ends lie in two provinces.
  @Test(arguments: 0..<100 as Range<UInt64>)
  func crossingsTellOneProvinceFromTheOther(seed: UInt64) throws {
    var random = SeededGenerator(seed: seed)
    let counties = RandomCounties.counties(using: &random)
    let region = Region(
      counties: counties, prefectures: [],
      provinces: (0..<3).map {
        Province(
          code: "\($0)", name: PlaceName(chinese: "省\($0)", english: "P\($0)"), prefectures: [])
      })
    let borders = CountyAdjacency(of: counties).borders(in: region)
    let locator = RegionLocator(counties)
    for _ in 0..<40 {
      let start = (
        Double.random(in: 0...50, using: &random), Double.random(in: 0...50, using: &random)
      )
      let road = Self.road(
        start,
        (
          start.0 + .random(in: -4...4, using: &random),
          start.1 + .random(in: -4...4, using: &random)
        ))
      let provinces = [road.from, road.to].map {
        locator.county(at: $0).map { counties[$0].province }
      }
      // Over ground that belongs to nobody a road may come round.
      guard let from = provinces[0], let to = provinces[1],
        (0...20).allSatisfy({ locator.county(at: road.point(at: Double($0) / 20)) != nil })
      else { continue }
      for border in borders where Set([border.first, border.second]).isSuperset(of: [from, to]) {
        // A third province may lie between.
        let others = (0...200).compactMap { locator.county(at: road.point(at: Double($0) / 200)) }
          .map { counties[$0].province }
        guard others.allSatisfy([border.first, border.second].contains) else { continue }
        #expect((BorderLine(of: border.contacts).crossing(of: road) != nil) == (from != to))
      }
    }
  }
}
