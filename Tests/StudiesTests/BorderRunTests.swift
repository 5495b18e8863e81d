import Analysis
import GeoIO
import Geometry
import Shapes
import Studies
import Testing

/// Questions about the embedded borders and lines, small enough for a test.
@Suite struct BorderRunTests {
  private static func run(_ places: [String]) throws -> BorderRun {
    try BorderRun(
      BorderRequest(places: places, reach: [20]), in: Embedded.workspace(), language: .chinese)
  }

  /// 001 names 龙山 and 来凤 together: two seats in sight of each other across the border.
  @Test func placesThatAPlanNamesTogetherAreHeldAgainstEachOther() throws {
    let run = try Self.run(["龙凤", "大龙–新晃"])
    #expect(run.report.answer.band == nil)
    let groups = run.report.answer.groups
    #expect(groups.map(\.group.name.chinese) == ["龙凤", "大龙—新晃"])
    #expect(groups.allSatisfy { $0.pairs.count == 1 && $0.isContiguous && $0.pairs[0].isAcross })
    #expect(groups[0].meanMinutes ?? .infinity < 30)
    #expect(run.table.rows.count == 2 && run.layers.map(\.name) == ["pairs"])
  }

  @Test func aNameMeansAProvinceFirst() throws {
    let workspace = try Embedded.workspace()
    func question(_ names: [String]) throws -> BorderAnswer {
      try BorderRun(
        BorderRequest(places: names, band: .steps(1), minutes: 1, reach: [5]), in: workspace,
        language: .chinese
      ).report.answer
    }
    // All of 重庆 and 湖南, which meet in three counties of the one and two of the other.
    let answer = try question(["重庆", "湖南"])
    #expect(answer.reaches.isEmpty && answer.borders.count == 1)
    let names = answer.borders[0].border.counties.map {
      workspace.dataset.region.counties[$0].name.chinese
    }
    #expect(Set(names) == ["花垣县", "保靖县", "龙山县", "秀山土家族苗族自治县", "酉阳土家族苗族自治县"])
    // A city is a centre, and its own prefecture's people come with it.
    let city = try question(["吉首"])
    #expect(city.borders.isEmpty && city.reaches.count == 1)
    #expect(city.reaches[0].provinces.map(\.isHome) == [true])
  }

  @Test func aSystemOfProvincesStandsForThem() throws {
    let question = try BorderRun(
      BorderRequest(places: ["湘鄂渝黔桂"], band: .steps(1), minutes: 1),
      in: Embedded.workspace(), language: .chinese
    ).report.answer
    #expect(question.question.provinces.count == 5)
    #expect(question.borders.count == 7)
  }
}

@Suite struct CorridorRunTests {
  private static func run(
    _ names: [String], via places: [String] = [], within minutes: Double = 10
  ) throws -> CorridorRun {
    try CorridorRun(
      CorridorRequest(names: names, places: places, minutes: [minutes]),
      in: Embedded.workspace(), language: .chinese)
  }

  @Test func aNameOfAPlanIsAllItsParts() throws {
    let belt = try #require(try Self.run(["黔张常"]).report.answer.belts.first)
    #expect(belt.line.codes == ["YX2"] && belt.line.kind == .rail)
    let stations = try Embedded.table("rail_segments.csv")
    let (line, from, to) = (
      try stations.column("line_id"), try stations.column("from_id"), try stations.column("to_id")
    )
    var ids: Set<String> = []
    for row in 0..<stations.rowCount where try stations.text(row, line) == "YX2" {
      ids.formUnion([try stations.text(row, from), try stations.text(row, to)])
    }
    #expect(belt.shape.stops.count == ids.count)
    #expect(belt.shape.spine.gapLength.value == 0)
    // Ends are the ends of the line, west first: 黔江 and 常德.
    #expect(belt.shape.stops.first?.along ?? 1 < 0.1)
    #expect(belt.shape.circuity > 1 && belt.shape.circuity < 1.5)
  }

  @Test func anExpresswayIsEnteredAtItsInterchanges() throws {
    let workspace = try Embedded.workspace()
    let belt = try #require(try Self.run(["长张高速"]).report.answer.belts.first)
    #expect(belt.line.codes == ["G5513"] && belt.line.kind == .expressway)
    let density = try #require(
      workspace.dataset.roads.interchangeDensities().first { $0.route == "G5513" })
    #expect(belt.line.gates.count == density.interchanges)
    #expect(belt.shape.stops.allSatisfy { $0.off < 0.05 && ($0.toRoad ?? 1) < 0.001 })
    #expect(belt.circles[0].extent.area > 0)
  }

  @Test func placesAfterEachOtherAreALine() throws {
    let belt = try #require(
      try Self.run([], via: ["长沙,益阳,常德"]).report.answer.belts.first)
    #expect(belt.line.kind == .places)
    #expect(belt.shape.stops.map(\.gate.name.chinese) == ["常德市", "益阳市", "长沙市"])
    #expect(
      belt.shape.stops.map { $0.along.rounded() }
        == belt.shape.stops.map { $0.along.rounded() }.sorted())
  }
}
