import Foundation
import GeoIO
import Geometry
import Routing
import TestSupport
import Testing

@Suite struct DatasetFolderTests {
  private let folder: TemporaryFolder

  init() throws { folder = try TemporaryFolder() }

  @Test func theWholeTinyDatasetIsRead() throws {
    let dataset = try TinyDataset().read(in: folder)
    let region = dataset.region
    #expect(region.counties.map(\.code) == ["430121", "430181"])  // In order of codes.
    #expect(region.counties.map(\.people) == [90_000, nil])  // Not counted is not zero.
    #expect(region.people == 90_000)
    #expect(region.prefectures.map(\.counties) == [[0, 1]])
    #expect(region.provinces.map(\.name.chinese) == ["湖南省"])
    #expect(region.settlements.map(\.county) == [0, 1])  // The third lies in no county.
    #expect(region.waters.map(\.barrier) == [.hard])
    #expect(region.zones.map(\.people) == [1_000])
    #expect(region.systems.map(\.aliases) == [["甲乙", "JY"], ["无人"]])
    #expect(region.systems.map(\.members.count) == [2, 0])
    #expect(dataset.roads.length == [30_000, 50_000])
    #expect(dataset.roads.roadClass == [.main, .expressway])
    #expect(dataset.roads.interchanges() == [false, true, false])
    #expect(dataset.corridors.map(\.code) == ["G1", "G2", "AB"])
    #expect(dataset.corridors.map(\.name.chinese) == ["东西高速", "G2", "甲乙铁路"])
    #expect(dataset.corridors.map { $0.lines.map(\.count) } == [[2], [2], [3]])
    #expect(dataset.simplified == ["縣": "县"])
    #expect(dataset.notes.attribution == ["nobody, in particular"])
    #expect(dataset.cellSize == 500 && dataset.roadDetail == .backbone)
  }

  @Test func linesMayEndInCRLF() throws {
    var tiny = TinyDataset()
    for (name, text) in tiny.files where name.hasSuffix(".csv") {
      tiny.files[name] = text.replacing("\n", with: "\r\n")
    }
    let dataset = try tiny.read(in: folder)
    #expect(dataset.region.systems.map(\.aliases) == [["甲乙", "JY"], ["无人"]])
    #expect(dataset.roads.edgeCount == 2)
  }

  @Test func theDigestTellsTablesApartAndNothingElse() throws {
    let first = try TinyDataset().read(in: folder).notes.digest
    #expect(try TinyDataset().read(in: TemporaryFolder()).notes.digest == first)
    var other = TinyDataset()
    other.files["population.csv"]?.replace("90000", with: "90001")
    #expect(try other.read(in: folder).notes.digest != first)
  }

  @Test func aFolderThatIsNamedMustBeTheOne() throws {
    #expect(throws: GeoIOError.noDataset(looked: [folder.path])) {
      try DatasetFolder.find(named: folder.path)
    }
    try folder.write("key,value\n", to: "dataset.csv")
    #expect(try DatasetFolder.find(named: folder.path).path == folder.path)
  }

  /// What can be wrong, and the line of the table that says so.
  static let damages = [
    TableDamage("a table is missing", "roads_edges.csv", "", nil),
    TableDamage("the layer is missing", "regions.geojson", "", nil),
    TableDamage("a column is missing", "roads_edges.csv", "km", "miles", line: nil),
    TableDamage("another column is missing", "seats.csv", "lon", "x", line: nil),
    TableDamage("unknown class", "roads_edges.csv", "main", "alley", line: 2),
    TableDamage("no class", "roads_edges.csv", "main", "", line: 2),
    TableDamage("a node out of range", "roads_edges.csv", "1,2,50", "1,3,50", line: 3),
    TableDamage("a node below 0", "roads_edges.csv", "0,1,30", "-1,1,30", line: 2),
    TableDamage("kilometres below 0", "roads_edges.csv", "0,1,30", "0,1,-30", line: 2),
    TableDamage("kilometres that are no number", "roads_edges.csv", "0,1,30", "0,1,far", line: 2),
    TableDamage("kilometres that are NaN", "roads_edges.csv", "0,1,30", "0,1,nan", line: 2),
    TableDamage("kilometres round the Earth", "roads_edges.csv", "0,1,30", "0,1,1e9", line: 2),
    TableDamage("no kilometres", "roads_edges.csv", "0,1,30", "0,1,", line: 2),
    TableDamage("a field too many", "roads_edges.csv", "0,1,30", "0,1,30,31", line: 2),
    TableDamage("an open quote", "roads_edges.csv", "0,1,30", "\"0,1,30", line: 2),
    TableDamage("nodes that do not count up", "roads_nodes.csv", "\n1,", "\n7,", line: 3),
    TableDamage("latitude 95", "roads_nodes.csv", "113.4,28.25", "113.4,95", line: 3),
    TableDamage("swapped coordinates", "seats.csv", "113.75,28.25", "28.25,113.75", line: 3),
    TableDamage("half a position", "seats.csv", "113.75,28.25", "113.75,", line: 3),
    TableDamage("people below 0", "population.csv", "90000", "-1", line: 2),
    TableDamage("people that are half", "population.csv", "90000", "90000.5", line: 2),
    TableDamage("more people than China", "population.csv", "90000", "9000000000", line: 2),
    TableDamage("unknown member code", "systems.csv", "430181,member", "999999,member", line: 3),
    TableDamage("bad role", "systems.csv", "430121,centre", "430121,center", line: 2),
    TableDamage("bad basis", "systems.csv", "member,abbreviation", "member,hearsay", line: 3),
    TableDamage("bad people of a zone", "zones.csv", "1000", "some", line: 2),
    TableDamage("a segment to no station", "rail_segments.csv", "ST2,ST3", "ST2,ST9", line: 3),
    TableDamage("a settlement on no ground", "places.csv", "113.2,28.2", "113.2,x", line: 2),
    TableDamage("nothing for a character", "traditional.csv", "縣,县", "縣,", line: 2),
    TableDamage("a county twice", "regions.geojson", "430181", "430121"),
    TableDamage("a county without a code", "regions.geojson", "\"adcode\":\"430181\",", ""),
    TableDamage("a county without a name", "regions.geojson", "\"乙市\"", "\"\""),
    TableDamage("a county at latitude 95", "regions.geojson", "[113.5,28.0]", "[113.5,95]"),
    TableDamage(
      "a county of two points", "regions.geojson", "[113.0,28.5],[113.5,28.5],[113.5,28.0],", ""),
    TableDamage("half a layer", "regions.geojson", "\"geometry\"", "\u{0}"),
    TableDamage("no lattice", "dataset.csv", "lattice,", "lettuce,"),
    TableDamage("no title", "dataset.csv", "title_zh,小数据集\n", ""),
  ]

  @Test(arguments: damages)
  func damageIsNamedWithFileAndLine(damage: TableDamage) throws { try expectNamed(damage) }

  /// Damage to what tables say of each other, and to settings.
  static let contradictions = [
    TableDamage("more townspeople than people", "population.csv", ",30000", ",95000", line: 2),
    TableDamage("a zone in no county", "zones.csv", "430121", "999999", line: 2),
    TableDamage("a segment of no line", "rail_segments.csv", "AB,2,", "ZZ,2,", line: 3),
    TableDamage("a seat of no county", "seats.csv", "430181", "439999", line: 3),
    TableDamage("people of no county", "population.csv", "430121", "439999", line: 2),
    TableDamage("an unknown barrier", "water.geojson", "hard", "hrad"),
    TableDamage("a lattice that is none", "dataset.csv", "+proj=aea", "+proj=moon", line: 6),
    TableDamage("cells of nothing", "dataset.csv", "cell_m,500", "cell_m,0", line: 7),
    TableDamage("cells below 25 m", "dataset.csv", "cell_m,500", "cell_m,1e-9", line: 7),
    TableDamage("an unknown kind of roads", "dataset.csv", "backbone", "bacbkone", line: 5),
    TableDamage("cells as wide as the sky", "dataset.csv", "cell_m,500", "cell_m,1e300", line: 7),
    TableDamage("a lattice in degrees", "dataset.csv", "+proj=aea", "+proj=longlat", line: 6),
  ]

  @Test(arguments: contradictions)
  func contradictionsAreNamedWithFileAndLine(damage: TableDamage) throws {
    try expectNamed(damage)
  }

  private func expectNamed(_ damage: TableDamage) throws {
    let dataset = damage.applied(to: TinyDataset())
    // Not `#expect(throws:)`, which would print all of a dataset that was read.
    let error: any Error
    do {
      _ = try dataset.read(in: folder)
      Issue.record("It was read without a word.")
      return
    } catch let caught {
      error = caught
    }
    let sentence = try #require(error as? GeoIOError, "\(error)").description
    #expect(sentence.contains(folder.path(of: damage.file)), "\(sentence)")
    #expect(sentence.hasSuffix("."), "\(sentence)")
    if let line = damage.line {
      #expect(sentence.lowercased().contains("line \(line) of"), "line \(line), not: \(sentence)")
    }
  }

  /// Whatever is done to a road table, it is read or refused.
  @Test func damagedRoadsAreReadOrRefused() throws {
    let tiny = TinyDataset()
    _ = try tiny.read(in: folder)
    var damage = ByteDamage(seed: 70, telling: ",\"\n-.e0123456789")
    for name in ["roads_edges.csv", "roads_nodes.csv", "systems.csv", "rail_segments.csv"] {
      let whole = [UInt8]((tiny.files[name] ?? "").utf8)
      for _ in 0..<100 {
        try Data(damage.damaged(whole)).write(to: URL(fileURLWithPath: folder.path(of: name)))
        do {
          let roads = try DatasetFolder.find(named: folder.path).read().roads
          #expect(zip(roads.from, roads.to).allSatisfy { max($0, $1) < UInt32(roads.nodes.count) })
          #expect(roads.length.allSatisfy { $0 >= 0 && $0.isFinite })
        } catch {
          #expect(error is GeoIOError, "\(error)")
        }
      }
      try folder.write(tiny.files[name] ?? "", to: name)
    }
  }
}
