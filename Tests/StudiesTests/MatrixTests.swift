import Analysis
import Foundation
import Geometry
import Reports
import Shapes
import Studies
import Testing

/// Minutes between places on the embedded dataset.
@Suite struct MatrixTests {
  private func run(_ request: MatrixRequest) throws -> MatrixRun {
    try MatrixRun(request, in: Embedded.workspace(), language: .english)
  }

  /// A matrix and a circle are two ways to ask for one number.
  @Test(arguments: [
    (TravelMode.road, CentreReading.seat), (.roadDoor, .core), (.roadDoor, .districts),
  ])
  func everySeatTakesTheMinutesOfTheCircle(mode: TravelMode, reading: CentreReading) throws {
    let circle = try Embedded.run(
      CircleRequest(places: ["长株潭"], minutes: [60], mode: mode, reading: reading))
    let coverage = try #require(circle.report.answer.circles.first).coverage
    let rows = coverage.filter { $0.unit.level == .county && $0.seatMinutes != nil }
    #expect(rows.count > 20)
    let region = try Embedded.workspace().dataset.region
    let codes = rows.map { region.code(of: $0.unit) }
    let matrix = try run(
      MatrixRequest(from: ["长株潭"], to: codes, mode: mode, reading: reading)
    ).report.matrix
    for (column, row) in rows.enumerated() {
      #expect(matrix.minutes(from: 0, to: column) == row.seatMinutes, "\(codes[column])")
    }
  }

  @Test func aRowDoesNotDependOnTheOthers() throws {
    let together = try run(MatrixRequest(from: ["怀化", "长沙", "铜仁"], to: ["新晃", "岳阳"]))
    let alone = try run(MatrixRequest(from: ["长沙"], to: ["岳阳"]))
    #expect(
      together.report.matrix.time(from: 1, to: 1) == alone.report.matrix.time(from: 0, to: 0))
    #expect(
      together.report.matrix.meters[3] == alone.report.matrix.meters[0])
  }

  @Test func withoutDestinationsAllPairsAreAsked() throws {
    let run = try run(MatrixRequest(from: ["长沙", "株洲", "湘潭"], mode: .road, reading: .seat))
    #expect(run.table.rows.count == 9)
    let matrix = run.report.matrix
    for place in 0..<3 {
      #expect(matrix.time(from: place, to: place) == 0)
      #expect(matrix.kilometers(from: place, to: place) == 0)
      // Roads run both ways at one speed, so times from seat to seat do, to the millisecond that each
      // piece of an edge near a start may be off.
      for other in 0..<3 {
        let (there, back) = (
          matrix.time(from: place, to: other), matrix.time(from: other, to: place)
        )
        #expect(abs(Int(there) - Int(back)) <= 60)
      }
    }
    #expect(
      run.table.columns.map(\.name).prefix(7)
        == ["from", "to", "minutes", "km", "status", "from_snap_km", "to_snap_km"])
  }

  /// 金门 is in no road network of the mainland: both figures are empty, the pair is counted.
  @Test func whatIsNotReachedIsSaid() throws {
    let run = try run(
      MatrixRequest(fromPoints: [GeoPoint(longitude: 150, latitude: 0)], to: ["长沙"]))
    let row = try #require(run.table.rows.first)
    #expect(row.values[2] == .missing && row.values[3] == .missing)
    #expect(row.values[4] == .text("unreached"))
    #expect(run.warnings.contains { $0.contains("1 pairs are not joined") })
    #expect(run.warnings.contains { $0.contains("no road within reach") })
  }

  @Test func collectiveWordsStandForAll() throws {
    let workspace = try Embedded.workspace()
    let counties = try workspace.groups(named: ["counties"]).groups
    let seated = workspace.dataset.region.counties.count { $0.seat != nil }
    #expect(counties.count == seated)
    #expect(try workspace.groups(named: ["长沙县", "counties"]).groups.count == seated)
    #expect(try workspace.groups(named: ["prefectures"]).groups.count == 123)
    let systems = try workspace.groups(named: ["systems"])
    #expect(
      systems.groups.count + systems.systemsLeftOut.count <= workspace.dataset.region.systems.count)
    #expect(!systems.systemsLeftOut.isEmpty && systems.groups.count > 20)
    #expect(throws: CentreError.self) { try workspace.groups(named: ["provinces"]) }
  }
}
