import Analysis
import GeoIO
import Geometry
import Routing
import Shapes
import Testing

/// The figures that `GeoData/README.md` says to check.
@Suite struct FiguresTests {
  @Test func countsAreThoseOfTheReadme() throws {
    let dataset = try Embedded.workspace().dataset
    let region = dataset.region
    #expect(region.counties.count == 964)
    #expect(region.prefectures.count == 123)
    #expect(region.provinces.count == 10)
    #expect(region.people == 583_276_522)
    #expect(region.counties.filter { $0.people == nil }.map(\.code) == ["350527"])  // 金门
    #expect(region.counties.allSatisfy { $0.seat != nil })
    #expect(region.zones.count == 33)
    #expect(region.zones.reduce(0) { $0 + ($1.people ?? 0) } == 4_131_913)
    #expect(region.systems.count == 120)
    #expect(dataset.roads.nodes.count == 66_115)
    #expect(dataset.roads.edgeCount == 103_120)
    #expect(dataset.corridors.count { $0.kind == .rail } == 31)
    let expressway = dataset.roads.length.indices
      .filter { dataset.roads.roadClass[$0] == .expressway }
      .reduce(0) { $0 + dataset.roads.length[$1] }
    #expect((expressway / 1_000).rounded() == 32_902)
  }

  @Test func theRoadGraphIsOneComponent() throws {
    let times = try Embedded.workspace().world.network.graph.travelTimes(
      from: [Seed(node: 0, time: 0)])
    #expect(times.allSatisfy { $0 < TravelTime.unreachable })
  }

  /// Counties, km² (nil: not given) and people (nil: not given) of a system's ground.
  @Test(
    arguments: [
      ("长株潭都市圈", 19, 18_896.0, 14_664_180), ("湘赣边区域合作示范区", 24, 50_562, nil),
      ("洞庭湖生态经济区", 33, 60_398, nil), ("武陵山片区", 71, 171_823, nil),
    ] as [(String, Int, Double, Int?)])
  func systemsSumToTheirFigures(name: String, count: Int, area: Double, people: Int?) throws {
    let workspace = try Embedded.workspace()
    let counties = try Embedded.system(name).counties(in: workspace.dataset.region)
    #expect(counties.count == count)
    let areas = try TableAreas.byCode()
    let tables = counties.reduce(0) { sum, county in
      sum + (areas[workspace.dataset.region.counties[county].code] ?? .nan)
    }
    let plane = workspace.world.lattice.plane
    let outlines = try counties.reduce(0.0) { sum, county in
      try workspace.dataset.region.counties[county].polygons.projected(onto: plane)
        .reduce(sum) { $0 + $1.area / 1e6 }
    }
    let cells = try workspace.world.people.cells(of: counties)
    let counted =
      cells.reduce(0) { $0 + Double($1.subsamples) } / 64
      * workspace.world.lattice.cellArea
    // From the tables, from the polygons in the lattice's plane, from the cells.
    #expect(abs(tables - area) <= 1)
    #expect(abs(outlines - area) <= max(1, area * 1e-4))
    #expect(abs(counted - area) <= max(1, area * 1e-4))
    if let people {
      let region = workspace.dataset.region
      #expect(counties.reduce(0) { $0 + (region.counties[$1].people ?? 0) } == people)
      #expect(cells.reduce(0) { $0 + $1.people.reduce(0) { $0 + Int($1) } } == people)
    }
  }

  @Test func theOfficialMembersAreTheSystems() throws {
    let table = try Embedded.table("official_members.csv")
    let (circle, code) = (try table.column("circle"), try table.column("member_code"))
    let listed = try (0..<table.rowCount)
      .filter { try table.text($0, circle) == Changzhutan.zone }.map { try table.text($0, code) }
    let region = try Embedded.workspace().dataset.region
    let members = try Embedded.system(Changzhutan.zone).counties(in: region)
    #expect(members.map { region.counties[$0].code } == listed.sorted())
  }

  @Test func fourCitiesOfFuzhouSumToThePublishedFigure() throws {
    let region = try Embedded.workspace().dataset.region
    let cities: Set = ["350100", "350300", "350700", "350900"]
    let people = region.prefectures.indices.filter { cities.contains(region.prefectures[$0].code) }
      .flatMap { region.prefectures[$0].counties }
      .reduce(0) { $0 + (region.counties[$1].people ?? 0) }
    #expect(people == 17_329_416)
  }

  /// Wherever people are placed, a county keeps its total to the person.
  @Test func noPersonIsLostOrMadeInTheCells() throws {
    let workspace = try Embedded.workspace()
    let region = workspace.dataset.region
    let cells = try workspace.world.people.cells(of: Array(region.counties.indices))
    #expect(cells.map(\.county) == Array(region.counties.indices))
    for county in cells {
      let people = county.people.reduce(0) { $0 + Int($1) }
      #expect(people == region.counties[county.county].people ?? 0)
      #expect(county.masks.allSatisfy { $0 != 0 })
    }
    #expect(cells.reduce(0) { $0 + $1.people.reduce(0) { $0 + Int($1) } } == 583_276_522)
  }
}

/// `area_km2` of `regions.geojson`, geodesic, which the program itself does not read.
enum TableAreas {
  private static let read = Result {
    let layer = try GeoJSONLayer(path: Embedded.folder + "/regions.geojson")
    return Dictionary(
      layer.features.compactMap { feature -> (String, Double)? in
        guard let code = feature.properties["adcode"],
          let area = feature.properties["area_km2"].flatMap(Double.init)
        else { return nil }
        return (code, area)
      }, uniquingKeysWith: { first, _ in first })
  }

  static func byCode() throws -> [String: Double] { try read.get() }
}
