import Analysis
import Shapes
import Testing

@Suite struct TimeCheckTests {
  @Test func figuresAreThoseOfTheErrors() throws {
    let check = TimeCheck(rows: [
      .init(from: "a", to: "b", known: 100, computed: 90),
      .init(from: "a", to: "c", known: 50, computed: 70),
      .init(from: "a", to: "d", known: 200, computed: 200),
      .init(from: "a", to: "e", known: 30, computed: nil),
    ])
    let summary = try #require(check.summary)
    // Errors −10, 20, 0 min; −10 %, 40 %, 0 %.
    #expect(summary.count == 3)
    #expect(abs(summary.meanError - 10.0 / 3) < 1e-9)
    #expect(summary.medianError == 0 && summary.medianRelativeError == 0)
    #expect(abs(summary.medianAbsoluteRelativeError - 0.1) < 1e-9)
    #expect(summary.meanAbsoluteError == 10)
    #expect(abs(summary.rootMeanSquareError - (500.0 / 3).squareRoot()) < 1e-9)
    #expect(abs(summary.within15Percent - 2.0 / 3) < 1e-9)
    #expect(check.worst.map(\.to) == ["c", "b", "d"])
    #expect(check.unreached.map(\.to) == ["e"])
    #expect(check.table.rows.count == 4)
  }

  @Test func nothingReachedHasNoSummary() {
    #expect(TimeCheck(rows: [.init(from: "a", to: "b", known: 1, computed: nil)]).summary == nil)
  }
}
