import Analysis
import Foundation
import Geometry
import Reports
import Shapes
import Studies
import TestSupport
import Testing

/// Access on the embedded dataset, in free flow: what a reader of the map knows beforehand.
@Suite struct AccessTests {
  private func value(_ run: some QuestionRun, _ row: Int, _ column: String) -> FeatureTable.Value? {
    run.table.columns.firstIndex { $0.name == column }.map { run.table.rows[row].values[$0] }
  }

  private func number(_ run: some QuestionRun, _ row: Int, _ column: String) -> Double {
    switch value(run, row, column) {
    case .decimal(let number): number
    case .whole(let number): Double(number)
    default: .nan
    }
  }

  @Test func theMiddleOfTheMapIsNearerThanItsEdge() throws {
    let run = try AccessRun(
      AccessRequest(
        places: ["长沙", "吉首市", "舟山"], ask: .indicators([.watt, .daily, .transportPerformance]),
        to: "prefectures", mode: .road), in: Embedded.workspace(), language: .english)
    #expect(number(run, 0, "watt_people") < number(run, 1, "watt_people"))
    for row in 0..<2 {
      let reach = ["people_60min", "people_120min", "people_180min"].map { number(run, row, $0) }
      #expect(reach == reach.sorted() && reach[0] > 0)
      #expect(
        abs(
          number(run, row, "transport_performance_60min_80km")
            - number(run, row, "people_60min") / number(run, row, "people_80km")) < 1e-9)
    }
    // 长沙 lies inside, 舟山 at the sea, which is no land beyond the dataset.
    #expect(number(run, 0, "edge_share") == 0)
    #expect(run.text().contains("Wilson") == false)
    #expect(run.text().contains("v = 60 km/h"))
    #expect(run.json().contains("\"shortest_minutes\":5.0"))
  }

  @Test func thePlaneLeavesFromTheNextTown() throws {
    let folder = try TemporaryFolder()
    let layer = try folder.write(
      "name,lon,lat,supply\n码头,110.00,27.55,2\n", to: "wharves.csv")
    let kinds = try folder.write(
      "kind,name,lon,lat\nschool,一中,110.00,27.55\nclinic,医院,109.70,27.44\n", to: "mine.csv")
    let run = try NearestRun(
      AccessRequest(
        places: ["鹤中洪芷"],
        ask: .nearest(["airport", "own-prefecture", "hsr", layer, kinds]), mode: .road),
      in: Embedded.workspace(), language: .chinese)
    #expect(run.table.rows.count == 4)
    let zhijiang = try #require(
      run.table.rows.indices.first { value(run, $0, "name") == .text("芷江侗族自治县") })
    #expect(value(run, zhijiang, "airport_name") == .text("怀化芷江机场"))
    #expect(number(run, zhijiang, "airport_minutes") < 30)
    for row in run.table.rows.indices {
      #expect(value(run, row, "own_prefecture_name") == .text("怀化市"))
      #expect(value(run, row, "wharves_name") == .text("码头"))
      // Two kinds in one file are two layers.
      #expect(value(run, row, "school_name") == .text("一中"))
      #expect(value(run, row, "clinic_name") == .text("医院"))
      #expect(value(run, row, "hsr_across_border") == .flag(false))
    }
    // All four share the wharf's two if all are within an hour: no more than that is handed out.
    let people = run.table.rows.indices.map { number(run, $0, "people") }
    let given = run.table.rows.indices.reduce(0) {
      $0 + number(run, $1, "wharves_per_100k_60min") * people[$1] / 100_000
    }
    #expect(abs(given - 2) < 1e-9)
  }

  @Test func aSystemHangsTogether() throws {
    let run = try CohesionRun(
      AccessRequest(places: ["鹤中洪芷"], ask: .cohesion, mode: .road),
      in: Embedded.workspace(), language: .chinese)
    let cohesion = try #require(run.report.answer.systems.first)
    #expect(cohesion.system.members.count == 4 && cohesion.reachedPairs == 12)
    let mean = try #require(cohesion.meanMinutes)
    let slowest = try #require(cohesion.slowest?.minutes)
    #expect(mean > 10 && mean < slowest && slowest < 120)
    // A lap passes every member once: at least the way to the furthest and back.
    #expect(try #require(cohesion.ring).minutes >= slowest)
    #expect(cohesion.pieces == 1)
    #expect(run.text().contains("一圈"))
  }

  @Test func sameQuestionSameBytes() throws {
    let request = AccessRequest(
      places: ["长沙", "衡阳", "怀化"], ask: .indicators(AccessIndicator.allCases),
      to: "prefectures", mode: .road)
    let first = try AccessRun(request, in: Embedded.workspace(), language: .chinese)
    let again = try AccessRun(request, in: Embedded.workspace(), language: .english)
    #expect(first.geoJSON() == again.geoJSON())
    #expect(first.table.columns.map(\.name).contains("strongest_link"))
  }
}
