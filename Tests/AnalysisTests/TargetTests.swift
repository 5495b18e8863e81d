import Analysis
import Testing

/// What a plan asks of a figure, and the figures of its own tables.
@Suite struct TargetTests {
  @Test(arguments: [
    (">= 100 %", 100.0, true), (">= 100 %", 99.9, false), ("<= 60 min", 60, true),
    ("> 34", 34, false), ("< 100", 99.9, true), ("= 3.82", 3.8235, true), ("= 3.82", 3.83, false),
    ("~ 650 万人", 683, false), ("~ 650 万人", 682, true),
  ])
  func boundsHold(text: String, figure: Double, isMet: Bool) throws {
    #expect(try #require(TargetBound(parsing: text)).isMet(by: figure) == isMet)
  }

  @Test func marginsAreAboveNothingOnTheRightSide() throws {
    #expect(try #require(TargetBound(parsing: "<= 60 min")).margin(of: 45) == 15)
    #expect(try #require(TargetBound(parsing: ">= 100 %")).margin(of: 92) == -8)
    #expect(try #require(TargetBound(parsing: ">= 100 %")).unit == "%")
  }

  @Test(arguments: ["", "100 %", ">= many", "=> 5"])
  func whatIsNoBoundIsRefused(text: String) {
    #expect(TargetBound(parsing: text) == nil)
  }

  @Test func primacyIsTheLargestOverThoseThatFollow() throws {
    let cities = NamedFigures([.init("b", 20), .init("a", 60), .init("c", 10), .init("d", 10)])
    #expect(cities.primacy(of: 2) == 3)  // 60 over 20
    #expect(cities.primacy(of: 4) == 1.5)  // 60 over 20 + 10 + 10
    #expect(cities.primacy(of: 5) == nil)
    #expect(cities.within(10, 20).map(\.name) == ["c", "d"])
    #expect(cities.sum == 100)
  }

  @Test func zipfsCitiesHaveSlopeMinusOne() throws {
    let cities = NamedFigures((1...10).map { .init("\($0)", 1_000 / Double($0)) })
    #expect(abs(try #require(cities.rankSizeSlope()) + 1) < 1e-12)
  }

  @Test func riseIsEvenAndGrowthCompounds() throws {
    let years = NamedFigures([.init("2015", 100), .init("2017", 121)])
    #expect(years.rise(over: 2) == 10.5)
    #expect(abs(try #require(years.growth(over: 2)) - 10) < 1e-9)
  }
}
