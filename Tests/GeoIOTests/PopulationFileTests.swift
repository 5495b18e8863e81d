import Foundation
import Geometry
import Shapes
import TestSupport
import Testing

@testable import GeoIO

/// People of four counties from rasters and tables.
@Suite struct PopulationFileTests {
  private let fixture: OwnRegionFixture
  private let regions: String

  init() throws {
    fixture = try OwnRegionFixture()
    regions = try fixture.write(OwnRegionFixture.counties())
  }

  private func own(_ population: PopulationFile) throws -> OwnRegion {
    try fixture.own(OwnRegionFiles(regions: regions, population: population))
  }

  private func refusal(_ population: PopulationFile) -> String {
    fixture.refusal(OwnRegionFiles(regions: regions, population: population)) ?? "taken"
  }

  private func people(_ own: OwnRegion) -> [Int?] { own.dataset.region.counties.map(\.people) }

  /// Twenty by twenty cells of 0.01° over the country, north first; the value by row and column
  /// from the south-west.
  private func grid(_ value: (Int, Int) -> Double) -> [[Double]] {
    (0..<20).reversed().map { row in (0..<20).map { value(row, $0) } }
  }

  @Test func cellsCountInTheCountyThatHoldsTheirMiddles() throws {
    // 1 a cell in the south-western county, 2, 3 and 4 in the others; one cell says nothing.
    let path = try fixture.writeRaster(
      grid { row, column in
        row == 0 && column == 0 ? -99_999 : Double(1 + column / 10 + 2 * (row / 10))
      }, west: 112, north: 28.2, cell: 0.01)
    let own = try own(PopulationFile(path: path))
    #expect(people(own) == [99, 200, 300, 400])
    #expect(own.people?.known == 399 && own.people?.silent == 1)
    let counted = try #require(own.dataset.region.counted)
    #expect(counted.people.reduce(0) { $0 + Int($1) } == 999)
    #expect(own.dataset.region.counties.allSatisfy { $0.seat != nil })
    #expect(own.regions?.seats[.people] == 4)
    // Written and read again.
    let file = fixture.folder.path(of: "own.hinterland")
    try DatasetFile.write(own.dataset, profile: "", to: file)
    #expect(try DatasetFile(path: file).validate().region == own.dataset.region)
  }

  @Test func anotherReferenceSystemCountsTheSame() throws {
    // 100 m a cell in UTM zone 49 over all of it, one person each: as many as the km² times 100.
    let (west, north) = (598_000.0, 3_121_000.0)
    let rows = [[Double]](repeating: [Double](repeating: 1, count: 220), count: 240)
    let path = try fixture.writeRaster(rows, west: west, north: north, cell: 100, epsg: 32_649)
    let own = try own(PopulationFile(path: path))
    for county in own.dataset.region.counties {
      let area = try county.polygons.squareKilometers(on: own.dataset.plane)
      // Scale of UTM: up to 0.04 % in length; the middles of cells on four borders.
      #expect(abs(Double(county.people ?? 0) / (area * 100) - 1) < 0.01)
    }
  }

  @Test func densitiesAreTimesTheGroundOfACell() throws {
    let path = try fixture.writeRaster(
      grid { _, _ in 100 }, west: 112, north: 28.2, cell: 0.01)
    let own = try own(PopulationFile(path: path, isDensity: true))
    for county in own.dataset.region.counties {
      let area = try county.polygons.squareKilometers(on: own.dataset.plane)
      #expect(abs(Double(county.people ?? 0) / (area * 100) - 1) < 0.002)
    }
  }

  @Test func aRasterThatIsLargerIsReadWhereTheCountryLies() throws {
    var rows = [[Double]](repeating: [Double](repeating: 5, count: 400), count: 400)
    rows[0][0] = 1e6
    let path = try fixture.writeRaster(rows, west: 110, north: 30, cell: 0.01)
    let own = try own(PopulationFile(path: path))
    #expect(people(own) == [500, 500, 500, 500])
    #expect((own.people?.known ?? 0) < 2_000)
  }

  @Test func tablesByCodeByNameAndByPosition() throws {
    let byCode = try fixture.folder.write(
      "adcode,人口,城镇人口\n430102,1000,400\n430103,\"2,000\",\n520602,3000,3000\n999999,1,1\n",
      to: "code.csv")
    let own = try own(PopulationFile(path: byCode))
    #expect(people(own) == [1_000, 2_000, 3_000, nil])
    #expect(own.dataset.region.counties.map(\.urbanPeople) == [400, nil, 3_000, nil])
    #expect(own.dataset.region.counted == nil)
    #expect(own.people?.unmatched == ["999999"])
    #expect(own.people?.withoutCount == ["丁县"])
    let byName = try fixture.folder.write("name,people\n甲县,10\n丁县,40\n", to: "name.csv")
    #expect(people(try self.own(PopulationFile(path: byName))) == [10, nil, nil, 40])
    let byPosition = try fixture.folder.write(
      "lon,lat,pop\n112.02,28.03,7.4\n112.021,28.031,0.4\n112.15,28.15,5\n100,20,9\n",
      to: "points.csv")
    let points = try self.own(PopulationFile(path: byPosition))
    #expect(people(points) == [8, nil, nil, 5])
    #expect(points.dataset.region.counted != nil)
  }

  @Test func totalsAreHeldAgainstWhatWasCounted() throws {
    let path = try fixture.writeRaster(
      grid { _, _ in 1 }, west: 112, north: 28.2, cell: 0.01)
    let totals = try fixture.folder.write(
      "code,people\n430102,100\n430103,110\n520602,90\n520603,100\n", to: "totals.csv")
    let counts = try #require(own(PopulationFile(path: path, totals: totals)).people)
    #expect(counts.totals == 400)
    #expect(counts.medianRatio == 1)
    #expect(
      counts.worst.prefix(2).map(\.county) == ["丙县", "乙县"])
    let other = try fixture.folder.write("code,people\n430102,100000\n", to: "other.csv")
    #expect(refusal(PopulationFile(path: path, totals: other)).contains("times the people"))
  }

  @Test func rastersThatSayNothing() throws {
    let silent = try fixture.writeRaster(
      grid { _, _ in -99_999 }, west: 112, north: 28.2, cell: 0.01)
    #expect(refusal(PopulationFile(path: silent)).contains("none of"))
    let zero = try fixture.writeRaster(
      grid { _, _ in 0 }, west: 112, north: 28.2, cell: 0.01, name: "zero.tif")
    #expect(refusal(PopulationFile(path: zero)).contains("counts nobody"))
    let away = try fixture.writeRaster(
      grid { _, _ in 1 }, west: -70, north: 5, cell: 0.01, name: "away.tif")
    #expect(refusal(PopulationFile(path: away)).contains("lies elsewhere"))
  }

  @Test func filesThatAreNoRaster() throws {
    for text in ["", "people", String(repeating: "\0", count: 9_000)] {
      let path = try fixture.folder.write(text, to: "people.tif")
      #expect(refusal(PopulationFile(path: path)).contains("cannot be read as a raster"))
    }
    let whole = try fixture.writeRaster(
      grid { _, _ in 1 }, west: 112, north: 28.2, cell: 0.01, name: "whole.tif")
    let bytes = try Data(contentsOf: URL(fileURLWithPath: whole))
    let cut = fixture.folder.path(of: "cut.tif")
    for part in [20, 200, bytes.count / 2] {
      try bytes.prefix(part).write(to: URL(fileURLWithPath: cut))
      #expect(refusal(PopulationFile(path: cut)).contains(cut))
    }
    #expect(refusal(PopulationFile(path: fixture.folder.path(of: "no.tif"))).contains("no file"))
  }

  @Test(arguments: [
    ("code\n430102\n", "people"), ("people\n5\n", "codes or names"),
    ("code,people\n430102,-5\n", "people, 0 or more"), ("code,people\n430102,many\n", "'many'"),
    ("code,people\n430102,5\n430102,6\n", "more than one row"),
    ("code,people\n1,5\n", "names a unit"), ("lon,lat,people\n500,28,5\n", "degrees"),
    ("code,people,urban\n430102,5,9\n", "at most"), ("", "no header"),
    ("code,people\n", "names a unit"),
  ])
  func tablesThatAreWrong(text: String, words: String) throws {
    let path = try fixture.folder.write(text, to: "people.csv")
    #expect(refusal(PopulationFile(path: path)).contains(words), "\(refusal(.init(path: path)))")
  }
}

/// A user's own columns of figures.
@Suite struct UnitTableTests {
  private let fixture: OwnRegionFixture
  private let regions: String

  init() throws {
    fixture = try OwnRegionFixture()
    regions = try fixture.write(OwnRegionFixture.counties())
  }

  private func own(_ path: String) throws -> OwnRegion {
    try fixture.own(OwnRegionFiles(regions: regions, tables: [path]))
  }

  @Test func columnsOfNumbersBecomeFigures() throws {
    let path = try fixture.folder.write(
      "县名,gdp,年份说明,beds\n甲县,\"1,234.5\",初步,10\n乙县,20,初步,\n月县,5,初步,5\n", to: "gdp.csv")
    let own = try own(path)
    #expect(
      own.dataset.region.figures == [
        UnitFigures(name: "gdp", values: [1_234.5, 20, nil, nil]),
        UnitFigures(name: "beds", values: [10, nil, nil, nil]),
      ])
    #expect(own.tables[0].unmatched == ["月县"])
    #expect(own.tables[0].without == ["丙县", "丁县"])
    #expect(own.tables[0].leftOut == ["年份说明"])
    let file = fixture.folder.path(of: "own.hinterland")
    try DatasetFile.write(own.dataset, profile: "", to: file)
    #expect(try DatasetFile(path: file).validate().region == own.dataset.region)
  }

  @Test func whatTablesWriteForNoFigureIsNone() throws {
    let path = try fixture.folder.write(
      "name,gdp\n甲县,5\n乙县,n/a\n丙县,—\n丁县,7\n", to: "gaps.csv")
    #expect(try own(path).dataset.region.figures[0].values == [5, nil, nil, 7])
  }

  @Test func theLayersOwnColumnsJoinItsTables() throws {
    let layer = try fixture.folder.write(
      """
      {"type":"FeatureCollection","features":[{"type":"Feature","properties":{"GEMNR":"7001",\
      "GEMNAME":"Vaduz"},"geometry":{"type":"Polygon","coordinates":[[[112,28],[112.2,28],\
      [112.2,28.2],[112,28.2],[112,28]]]}}]}
      """, to: "communes.geojson")
    let table = try fixture.folder.write("gemnr,jobs\n7001,12\n", to: "jobs.csv")
    let columns = RegionFile.Options(code: "GEMNR", name: "GEMNAME")
    let own = try fixture.own(OwnRegionFiles(regions: layer, columns: columns, tables: [table]))
    #expect(own.dataset.region.figures == [UnitFigures(name: "jobs", values: [12])])
    let gazetteer = Gazetteer(own.dataset.region, simplified: [:])
    #expect(try gazetteer.meaning(of: "7001") == .unit(UnitReference(.county, 0)))
  }

  @Test func aTableInGBKAndAWorkbookAreRead() throws {
    // 县名,gdp / 甲县,7 in GBK.
    let bytes: [UInt8] =
      [0xCF, 0xD8, 0xC3, 0xFB] + Array(",gdp\n".utf8) + [0xBC, 0xD7, 0xCF, 0xD8]
      + Array(",7\n".utf8)
    let path = fixture.folder.path(of: "gbk.csv")
    try Data(bytes).write(to: URL(fileURLWithPath: path))
    #expect(try own(path).dataset.region.figures.map(\.name) == ["gdp"])
    var table = FeatureTable(
      name: "gdp", columns: [.init("code", .text), .init("gdp", .decimal(places: 1))])
    table.append([.text("430102"), .decimal(12.5)])
    table.append([.text("520603"), .decimal(3)])
    let sheet = try fixture.write(table, as: .spreadsheet)
    #expect(try own(sheet).dataset.region.figures[0].values == [12.5, nil, nil, 3])
  }

  @Test(arguments: [
    ("code,gdp\n430102,-5\n", "0 or more"), ("code,gdp\n430102,x\n", "numbers"),
    ("code,gdp\n430102,5\n156430102,6\n", "more than one row"), ("gdp\n5\n", "codes or names"),
    ("name,gdp\n月,5\n", "names a unit"), ("code,people\n430102,5\n", "has already"),
    ("code,gdp\n430102,5\n430103,6\n520602,x\n", "'x'"),
  ])
  func tablesThatAreWrong(text: String, words: String) throws {
    let path = try fixture.folder.write(text, to: "table.csv")
    let sentence = fixture.refusal(OwnRegionFiles(regions: regions, tables: [path])) ?? "taken"
    #expect(sentence.contains(words), "\(sentence)")
  }

  @Test func aWorkbookThatIsNone() throws {
    let path = try fixture.folder.write("no workbook", to: "table.xlsx")
    #expect(
      fixture.refusal(OwnRegionFiles(regions: regions, tables: [path]))?.contains(
        "cannot be read as a layer or table") == true)
  }
}
