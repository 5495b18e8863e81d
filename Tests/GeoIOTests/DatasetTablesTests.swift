import Foundation
import Geometry
import Routing
import Shapes
import TestSupport
import Testing

@testable import GeoIO

/// A dataset written as tables, and what is read back of them.
@Suite struct DatasetTablesTests {
  private let folder: TemporaryFolder

  init() throws { folder = try TemporaryFolder() }

  /// Writes, reads back, and expects every part to be the same.
  @discardableResult
  private func expectRoundTrip(_ there: Dataset) throws -> Dataset {
    let path = folder.path(of: "again")
    _ = try DatasetFolder.write(there, profile: Data("name: x\n".utf8), to: path)
    let back = try DatasetFolder.find(named: path).read()
    #expect(there.firstDifference(from: back) == nil)
    #expect(folder.text(of: "again/profile.yaml") == "name: x\n")
    #expect(!folder.names.contains { $0.hasSuffix(".part") }, "\(folder.names)")
    return back
  }

  /// The cell of a lattice that the first county's seat lies in.
  private func cell(of dataset: Dataset, side: Double) throws -> (column: Int32, row: Int32) {
    let seat = try dataset.plane.project([#require(dataset.region.counties[0].seat)])[0]
    return (Int32((seat.x / side).rounded(.down)), Int32((seat.y / side).rounded(.down)))
  }

  @Test func theTinyDatasetComesBack() throws {
    let there = try TinyDataset().read(in: try TemporaryFolder())
    let back = try expectRoundTrip(there)
    #expect(back.region == there.region && back.roads == there.roads)
    #expect(back.rail == there.rail && back.railNames == there.railNames)
    #expect(back.corridors == there.corridors && back.facilities == there.facilities)
    #expect(back.roadOrder == there.roadOrder && back.plane == there.plane)
    #expect(back.notes.title == there.notes.title && back.notes.limits == there.notes.limits)
  }

  /// A line that no train runs on any more is drawn, and its other runs keep their order.
  @Test func whatIsNotOpenIsDrawnStill() throws {
    var tiny = TinyDataset()
    tiny.files["rail_segments.csv"]?.replace(
      "AB,1,ST1,ST2,40.0,12.0,HSR,32,2014,open", with: "AB,1,ST1,ST2,40.0,12.0,HSR,32,2014,planned")
    let there = try tiny.read(in: try TemporaryFolder())
    #expect(there.rail.runs.count == 1 && there.corridors.last?.lines.map(\.count) == [3])
    try expectRoundTrip(there)
    #expect(
      folder.text(of: "again/rail_segments.csv")?.contains("AB,1,ST1,ST2,,,,,,drawn\n") == true)
  }

  /// Everything that a dataset made of a user's own files may hold, and texts that want quotes.
  @Test func whatOnlyOwnFilesHoldComesBack() throws {
    var there = try TinyDataset().read(in: try TemporaryFolder())
    let odd = "a \"b\", c\r\nd|e;f"
    there.notes.title = PlaceName(chinese: odd, english: "=1+1")
    there.notes.attribution = (1...30).map { "line \($0)" }
    there.roadDetail = .street
    there.places = [
      NamedPlace(
        name: PlaceName(chinese: odd, english: ""), localName: "-", kind: .hamlet,
        position: GeoPoint(longitude: -0.1234567890123456, latitude: 1e-7))
    ]
    let middle = try cell(of: there, side: 123.456)
    there.region.counted = CountedPeople(
      cellSize: 123.456, first: [0, 2, 2], columns: [middle.column, middle.column - 3],
      rows: [middle.row, middle.row + 7], people: [89_999, 1])
    there.region.figures = [
      UnitFigures(name: "GDP, \"real\"", values: [nil, 0.1 + 0.2]),
      UnitFigures(name: "adcode", values: [7, nil]),
    ]
    there.region.waters.append(
      WaterBody(
        name: PlaceName(chinese: "", english: ""), barrier: .soft,
        areas: there.region.waters[0].areas, lines: [there.roads.nodes]))
    there.roads.length[0] = 1_000.0000000000001
    there.roads.exceptions = [
      0: EdgeException(speed: 33.3, delay: 1_234_567, isOneWay: true),
      1: EdgeException(delay: 1),
    ]
    let back = try expectRoundTrip(there)
    #expect(back.roads.exceptions == there.roads.exceptions)
    #expect(back.roads.length == there.roads.length)
    #expect(back.region.counted == there.region.counted)
    #expect(back.region.figures == there.region.figures)
    #expect(back.region.waters == there.region.waters && back.places == there.places)
    #expect(back.notes.attribution == there.notes.attribution)
  }

  @Test func lengthsComeBackToTheLastBit() throws {
    var random = SeededGenerator(seed: 71)
    var (with, without) = (0, 0)
    for turn in 0..<2_000 {
      // From 1,000 to 1,024 every other number is no thousandth times 1,000.
      let range = turn.isMultiple(of: 2) ? 0...2_000 : 1_000...1_024.0
      let length = Double.random(in: range, using: &random)
      if let digits = length.digitsOfThousandth {
        with += 1
        #expect(try #require(Double(digits)) * 1_000 == length)
      } else {
        without += 1
        let near = length / 1_000
        #expect([near, near.nextUp, near.nextDown].allSatisfy { $0 * 1_000 != length })
      }
    }
    #expect(with > 1_000 && without > 300, "Both happen: \(with), \(without).")
  }

  @Test func whatTablesCannotSayIsRefused() throws {
    let there = try TinyDataset().read(in: try TemporaryFolder())
    var closed = there
    closed.roads.exceptions[0] = EdgeException(isClosed: true)
    var nameless = there
    nameless.region.counties[0].name.english = ""
    var alien = there
    alien.region.systems[0].aliases = ["a|b"]
    for (dataset, words) in [(closed, "roads"), (nameless, "name_en"), (alien, "named systems")] {
      let error = #expect(throws: GeoIOError.self) {
        try DatasetFolder.write(dataset, profile: Data(), to: folder.path(of: "none"))
      }
      #expect(try #require(error).description.contains(words), "\(String(describing: error))")
      #expect(folder.names.isEmpty, "\(folder.names)")
    }
  }

  @Test func aFolderThatHoldsSomethingIsLeftAlone() throws {
    let there = try TinyDataset().read(in: try TemporaryFolder())
    try FileManager.default.createDirectory(
      atPath: folder.path(of: "empty"), withIntermediateDirectories: false)
    #expect(try DatasetFolder.write(there, profile: Data(), to: folder.path(of: "empty/")) > 15)
    let digest = try DatasetFolder(path: folder.path(of: "empty")).digest()
    #expect(throws: GeoIOError.self) {
      try DatasetFolder.write(there, profile: Data(), to: folder.path(of: "empty"))
    }
    try folder.write("", to: "file")
    for name in ["file", "none/deeper"] {
      #expect(throws: GeoIOError.self) {
        try DatasetFolder.write(there, profile: Data(), to: folder.path(of: name))
      }
    }
    #expect(try DatasetFolder(path: folder.path(of: "empty")).digest() == digest)
    #expect(folder.names.sorted() == ["empty", "file"])
  }

  private static let extract = "osm/liechtenstein-latest.osm.pbf"

  /// Streets, one-ways, limits, named places, counties, counted people and figures, digit for digit.
  @Test(
    .enabled(if: BenchFiles.serve(extract), "HINTERLAND_BENCH names no folder with this file."))
  func anExtractWithRegionsComesBack() throws {
    let roads = try OSMImport(paths: [#require(BenchFiles.path(of: Self.extract))]).dataset
    let bare = try expectRoundTrip(roads)
    #expect(bare.region.counties.isEmpty && bare.places.count == roads.places.count)
    try FileManager.default.removeItem(atPath: folder.path(of: "again"))
    // Two halves, and people on twenty points of each.
    func square(_ code: String, _ south: Double, _ north: Double) -> String {
      """
      {"type":"Feature","properties":{"code":"\(code)","name":"\(code)区","name_en":"\(code)"},\
      "geometry":{"type":"Polygon","coordinates":[[[9.45,\(south)],[9.65,\(south)],[9.65,\(north)],\
      [9.45,\(north)],[9.45,\(south)]]]}}
      """
    }
    let layer =
      "{\"type\":\"FeatureCollection\",\"features\":["
      + square("S", 47.04, 47.155) + "," + square("N", 47.155, 47.28) + "]}"
    let people =
      "lon,lat,people\n"
      + (0..<40).map { "9.52,\(47.05 + Double($0) * 0.005),\($0 + 1)\n" }.joined()
    let own = try OwnRegion(
      roads,
      OwnRegionFiles(
        regions: folder.write(layer, to: "halves.geojson"),
        population: PopulationFile(path: folder.write(people, to: "people.csv")),
        tables: [folder.write("code,jobs\nS,1.5\nN,\n", to: "jobs.csv")]), reference: nil
    ).dataset
    #expect(own.region.counted != nil && own.region.people == 820)
    let back = try expectRoundTrip(own)
    #expect(back.region == own.region && back.roads.length == own.roads.length)
    #expect(back.roads.exceptions.count == own.roads.exceptions.count)
    #expect(back.roadShape == own.roadShape)
  }

  /// What is wrong with the tables that only own files lead to is named with its line.
  @Test(arguments: [
    ("counted.csv", "adcode,column,row,people\n430121,CELL,89999\n", "not to 89999"),
    ("counted.csv", "adcode,column,row,people\n430199,CELL,90000\n", "430199"),
    ("counted.csv", "adcode,column,row,people\n430121,1,1,90000\n", "lies on 430121"),
    ("counted.csv", "adcode,column,row,people\n430121,nan,1,90000\n", "nan"),
    ("counted.csv", "adcode,column,row,people\n430121,0.5,1,90000\n", "0.5"),
    ("counted.csv", "adcode,column,row,people\n430121,99999999999,1,90000\n", "line 2"),
    ("figures.csv", "adcode,gdp\n430121,-1\n", "line 2"),
    ("figures.csv", "gdp,adcode\n1,430121\n", "adcode"),
    ("figures.csv", "adcode,gdp\n430999,1\n", "430999"),
    ("named_places.csv", "name,name_zh,name_en,kind,lon,lat\na,a,a,metropolis,1,1\n", "hamlet"),
    ("named_places.csv", "name,name_zh,name_en,kind,lon,lat\na,a,a,city,1,91\n", "line 2"),
    ("roads_edges.csv", "from,to,km,class,ref,speed\n0,1,30,main,,0\n", "over 0"),
    ("roads_edges.csv", "from,to,km,class,ref,oneway\n0,1,30,main,,2\n", "line 2"),
    ("roads_edges.csv", "from,to,km,class,ref,delay_s\n0,1,30,main,,-1\n", "line 2"),
    ("roads_edges.csv", "from,to,km,class,ref,m\n0,1,30,main,,nan\n", "line 2"),
    (
      "rail_segments.csv",
      "line_id,seq,from_id,to_id,distance_km,run_min,class,trains_per_day,opened,status\n"
        + "AB,1,ST1,ST2,,,,,,open\n", "line 2"
    ),
  ])
  func oddTablesAreRefused(file: String, text: String, words: String) throws {
    var tiny = TinyDataset()
    let place = try cell(of: tiny.read(in: folder), side: 250)
    tiny.files[file] = text.replacing("CELL", with: "\(place.column),\(place.row)")
    tiny.files["dataset.csv"]? += "counted_cell_m,250\n"
    let error = #expect(throws: GeoIOError.self) { _ = try tiny.read(in: folder) }
    let sentence = try #require(error).description
    #expect(sentence.lowercased().contains(words.lowercased()), "\(sentence)")
  }

  /// Whatever is done to tables that only own files lead to, they are read or refused.
  @Test func damagedTablesAreReadOrRefused() throws {
    var tiny = TinyDataset()
    let place = try cell(of: tiny.read(in: folder), side: 250)
    tiny.files["dataset.csv"]? += "counted_cell_m,250\n"
    tiny.files["counted.csv"] =
      "adcode,column,row,people\n430121,\(place.column),\(place.row),90000\n"
    tiny.files["figures.csv"] = "adcode,gdp,jobs\n430121,1.5,2\n430181,,7\n"
    tiny.files["named_places.csv"] =
      "name,name_zh,name_en,kind,lon,lat\nA,甲,Jia,town,113.2,28.2\nn7,n7,n7,node,113.4,28.25\n"
    tiny.files["roads_edges.csv"] =
      "from,to,km,class,ref,m,speed,delay_s,oneway\n0,1,30,main,,30000.5,45.5,12.5,1\n"
      + "1,2,50,expressway,G1;G2,,,,0\n"
    let dataset = try tiny.read(in: folder)
    #expect(dataset.region.counted != nil && dataset.places.count == 2)
    #expect(
      dataset.roads.exceptions[0] == EdgeException(speed: 45.5, delay: 12_500, isOneWay: true))
    #expect(dataset.roads.length == [30_000.5, 50_000])
    var damage = ByteDamage(seed: 72, telling: ",\"\n-.e0123456789")
    for name in ["counted.csv", "figures.csv", "named_places.csv", "roads_edges.csv"] {
      let whole = [UInt8]((tiny.files[name] ?? "").utf8)
      for _ in 0..<100 {
        try Data(damage.damaged(whole)).write(to: URL(fileURLWithPath: folder.path(of: name)))
        do {
          let read = try DatasetFolder.find(named: folder.path).read()
          #expect(read.roads.length.allSatisfy { $0 >= 0 && $0.isFinite })
          #expect(read.region.figures.allSatisfy { $0.values.count == 2 })
        } catch {
          #expect(error is GeoIOError, "\(error)")
        }
      }
      try folder.write(tiny.files[name] ?? "", to: name)
    }
  }
}
