import Analysis
import Foundation
import GeoIO
import Geometry
import Reports
import Shapes
import Studies
import TestSupport
import Testing

/// Circles by train, on foot and by air on the embedded dataset, and their pages.
@Suite struct TrainWalkAirTests {
  private static let leaflet = LeafletAssets(script: "window.L = {};", style: "")

  /// Door to door stands beside station to station, and is what a matrix says.
  @Test func theRailPageSetsBothSideBySide() throws {
    let workspace = try Embedded.workspace()
    let run = try StationCircleRun(
      CircleRequest(places: ["长沙"], minutes: [30, 45], mode: .rail), in: workspace,
      language: .chinese)
    let page = try run.page(leaflet: Self.leaflet)
    let reach = run.report.answer.reaches[0]
    let seats = reach.seats.filter { run.report.answer.isWithin($0.time) }
    #expect(seats.count >= 10)
    let matrix = try MatrixRun(
      MatrixRequest(
        from: ["长沙"], to: seats.map { workspace.dataset.region.counties[$0.county].code },
        mode: .railDoor), in: workspace, language: .chinese
    ).report.matrix
    for (column, seat) in seats.enumerated() {
      let county = workspace.dataset.region.counties[seat.county]
      #expect(seat.doorTime == matrix.time(from: 0, to: column), "\(county.name.chinese)")
      let minutes = try #require(seat.doorTime.map { Double($0) / 60_000 })
      #expect(page.contains(county.name.chinese) && page.contains(">" + minutes.fixed(1) + "<"))
    }
    #expect(page.contains("站到站与门到门并列") && page.contains("长沙南"))
  }

  @Test func theCombinedPageSaysWhoOwesItToRail() throws {
    let run = try Embedded.run(
      CircleRequest(places: ["长沙"], minutes: [90], mode: .roadOrRailDoor))
    let circle = try #require(run.report.answer.circles.first)
    let owed = try #require(circle.owedToRail)
    let page = try run.page(leaflet: Self.leaflet)
    #expect(page.contains("只因铁路在圈内的人口与面积") && page.contains("门到门与站到站"))
    #expect(owed.people > 0 && !owed.counties.isEmpty)
    for county in owed.counties {
      #expect(page.contains("data-county=\"\(county.county)\""))
    }
    #expect(owed.people == owed.counties.reduce(0) { $0 + $1.people })
  }

  @Test func theWalkingPageHasARingAKind() throws {
    let folder = try TemporaryFolder()
    let table = folder.path + "/points.csv"
    try """
    kind,lon,lat
    小学,118.873,28.935
    小学,118.880,28.960
    诊所,118.860,28.950
    """.write(toFile: table, atomically: true, encoding: .utf8)
    let workspace = try Workspace(.init(data: Embedded.folder, cell: 50, cache: nil))
    let run = try LifeCircleRun(
      LifeCircleRequest(files: [table], places: ["柯城区", "衢江区"], minutes: [5, 15]),
      in: workspace, language: .chinese)
    let answer = run.report.answer
    #expect(answer.rings.map(\.kind) == ["小学", "小学", "诊所", "诊所"])
    #expect(
      zip(answer.rings, answer.rings.dropFirst()).filter { $0.kind == $1.kind }
        .allSatisfy { $0.people < $1.people && $0.area < $1.area })
    let page = try run.page(leaflet: Self.leaflet)
    #expect(page.contains("一处也没有的单元") && page.contains("小学：各圈"))
    let share = try #require(answer.services.first?.peopleShare)
    #expect(page.contains((share * 100).fixed(1) + "%"))
  }

  /// Nothing is said of roads where none is taken.
  @Test func aMatrixByTrainSpeaksOfTrains() throws {
    let run = try MatrixRun(
      MatrixRequest(from: ["长沙"], to: ["浏阳", "岳阳"], mode: .rail),
      in: Embedded.workspace(), language: .chinese)
    #expect(
      run.warnings == ["1 pairs are not joined by trains, or have no station near."])
  }

  /// A place that holds another is asked about once, and a layer is no place.
  @Test func walkersPlacesAreNamesThatMayOverlap() throws {
    let folder = try TemporaryFolder()
    let table = folder.path + "/points.csv"
    try "kind,lon,lat\n小学,118.873,28.935\n".write(
      toFile: table, atomically: true, encoding: .utf8)
    let workspace = try Embedded.workspace()
    func run(_ places: [String]) throws -> LifeCircleRun {
      try LifeCircleRun(
        LifeCircleRequest(files: [table], places: places), in: workspace, language: .chinese)
    }
    #expect(try run(["衢州", "柯城区"]).table == run(["衢州"]).table)
    #expect(throws: NameError.self) { try run(["zones.geojson"]) }
  }

  @Test func theAirPageHasItsRings() throws {
    let workspace = try Embedded.workspace()
    let run = try AirCircleRun(
      CircleRequest(places: ["长沙"], minutes: [60, 120], mode: .air), in: workspace,
      language: .chinese)
    let page = try run.page(leaflet: Self.leaflet)
    #expect(run.report.answer.rings.map(\.radius) == [400, 1_200])
    #expect(page.contains("航空圈") && page.contains("黄花"))
  }
}
