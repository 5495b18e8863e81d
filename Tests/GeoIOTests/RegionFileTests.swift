import Foundation
import Geometry
import Shapes
import TestSupport
import Testing

@testable import GeoIO

/// Layers of counties in formats, systems and spellings that users have.
@Suite struct RegionFileTests {
  private let fixture: OwnRegionFixture

  init() throws { fixture = try OwnRegionFixture() }

  private func isTheCountry(_ region: Region) {
    #expect(region.counties.map(\.code) == OwnRegionFixture.codes)
    #expect(region.prefectures.map(\.code) == ["430100", "520600"])
    #expect(region.provinces.map(\.code) == ["430000", "520000"])
    for (index, county) in region.counties.enumerated() {
      let drawn = OwnRegionFixture.square(index).outer
      #expect(county.polygons.count == 1)
      for corner in county.polygons.flatMap(\.outer) {
        #expect((drawn.map { $0.localDistance(to: corner) }.min() ?? .infinity) < 0.05)
      }
    }
  }

  @Test(arguments: [
    (GDALFormat.geoPackage, "EPSG:4326"), (.geoPackage, "EPSG:32649"), (.shapefile, "EPSG:4490"),
    (.flatGeobuf, "EPSG:3857"), (.shapefile, "EPSG:4526"),
  ])
  func anyFormatAndSystemIsRead(format: GDALFormat, system: String) throws {
    let path = try fixture.write(OwnRegionFixture.counties(), as: format, in: system)
    let file = try RegionFile(path: path)
    isTheCountry(file.region)
    #expect(file.region.counties.map(\.name.chinese) == ["甲县", "乙县", "丙县", "丁县"])
    #expect(file.counts.parents == .codePrefix)
    #expect(!file.counts.isGB18030)
  }

  /// Four counties whose seats are drawn by `move`, and places of their names in WGS 84.
  private func seated(_ move: (GeoPoint) -> GeoPoint) throws -> (path: String, roads: Dataset) {
    var table = FeatureTable(
      name: "counties",
      columns: [
        .init("code", .text), .init("name", .text), .init("seat_lon", .decimal(places: 7)),
        .init("seat_lat", .decimal(places: 7)),
      ])
    var roads = fixture.roads
    roads.places = []
    for (index, name) in ["Aa", "Bb", "Cc", "Dd"].enumerated() {
      let square = OwnRegionFixture.square(index)
      let place = GeoPoint(
        longitude: square.outer[0].longitude + 0.04 + 0.003 * Double(index),
        latitude: square.outer[0].latitude + 0.05)
      let seat = move(place)
      table.append(
        [
          .text("X\(index)"), .text(name), .decimal(seat.longitude), .decimal(seat.latitude),
        ], shape: .areas([square.map(move)]))
      for kind in [NamedPlace.Kind.hamlet, .town] {
        roads.places.append(
          NamedPlace(
            name: PlaceName(chinese: name, english: name), localName: name, kind: kind,
            position: kind == .town ? place : square.outer[0]))
      }
    }
    return (try fixture.write(table), roads)
  }

  @Test func seatsThatLieOffPlacesTellAShiftedLayer() throws {
    let (path, roads) = try seated { ShiftedDatum.gcj02.shifted($0) }
    let error = #expect(throws: GeoIOError.self) {
      try OwnRegion(roads, OwnRegionFiles(regions: path), reference: nil)
    }
    #expect("\(try #require(error))".contains("--from-gcj02"))
    let files = OwnRegionFiles(regions: path, columns: .init(datum: .gcj02))
    let own = try OwnRegion(roads, files, reference: nil)
    for (index, county) in own.dataset.region.counties.enumerated() {
      let seat = try #require(county.seat)
      #expect(seat.localDistance(to: roads.places[2 * index + 1].position) < 1)
    }
    let (straight, _) = try seated { $0 }
    _ = try OwnRegion(roads, OwnRegionFiles(regions: straight), reference: nil)
  }

  @Test func aPlaceOfTheUnitsNameIsItsSeatAndPlacesAreSettlements() throws {
    var (_, roads) = try seated { $0 }
    let path = try fixture.write(
      OwnRegionFixture.counties(names: ["Aa", "Bb", "Cc", "Elsewhere"]))
    roads.places.removeLast(2)
    let own = try OwnRegion(roads, OwnRegionFiles(regions: path), reference: nil)
    #expect(own.regions?.seats[.places] == 3)
    #expect(own.dataset.region.counties[1].seat == roads.places[3].position)
    #expect(own.dataset.region.settlements.count == 6)
  }

  @Test func aLayerThatIsNotThereIsNamedWithThoseThatAre() throws {
    let path = try fixture.write(OwnRegionFixture.counties())
    let error = #expect(throws: GeoIOError.self) {
      try RegionFile(path: path, RegionFile.Options(layer: "none"))
    }
    #expect("\(try #require(error))".contains("no layer 'none'; its layers are "))
  }

  @Test func anEncodingThatIsGivenIsTaken() throws {
    let path = try fixture.write(
      OwnRegionFixture.counties(names: ["AAAAAA", "BBBBBB", "CCCCCC", "DDDDDD"]), as: .shapefile)
    let stem = String(path.dropLast(4))
    try FileManager.default.removeItem(atPath: stem + ".cpg")
    var bytes = [UInt8](try Data(contentsOf: URL(fileURLWithPath: stem + ".dbf")))
    let place = try #require(
      bytes.indices.first { bytes[$0...].starts(with: Array("AAAAAA".utf8)) })
    // Gämprü in ISO 8859-1.
    bytes.replaceSubrange(place..<place + 6, with: [0x47, 0xE4, 0x6D, 0x70, 0x72, 0xFC])
    bytes[29] = 0
    try Data(bytes).write(to: URL(fileURLWithPath: stem + ".dbf"))
    let file = try RegionFile(path: path, RegionFile.Options(encoding: "ISO-8859-1"))
    #expect(file.region.counties[0].name.chinese == "Gämprü")
  }

  @Test func textsOfAShapefileThatDoesNotSayAreTakenForGBK() throws {
    // Six bytes of Latin letters a name, overwritten with three characters of GBK each.
    let path = try fixture.write(
      OwnRegionFixture.counties(names: ["AAAAAA", "BBBBBB", "CCCCCC", "DDDDDD"]), as: .shapefile)
    let stem = String(path.dropLast(4))
    try FileManager.default.removeItem(atPath: stem + ".cpg")
    var bytes = [UInt8](try Data(contentsOf: URL(fileURLWithPath: stem + ".dbf")))
    // 长沙县, 芙蓉区, 碧江区, 玉屏县 in GBK.
    let names: [[UInt8]] = [
      [0xB3, 0xA4, 0xC9, 0xB3, 0xCF, 0xD8], [0xDC, 0xBD, 0xC8, 0xD8, 0xC7, 0xF8],
      [0xB1, 0xCC, 0xBD, 0xAD, 0xC7, 0xF8], [0xD3, 0xF1, 0xC6, 0xC1, 0xCF, 0xD8],
    ]
    for (name, letter) in zip(names, "ABCD".utf8) {
      let place = try #require(
        bytes.indices.first { bytes[$0...].starts(with: [UInt8](repeating: letter, count: 6)) })
      bytes.replaceSubrange(place..<place + 6, with: name)
    }
    bytes[29] = 0  // Nor does the language driver say.
    try Data(bytes).write(to: URL(fileURLWithPath: stem + ".dbf"))
    let file = try RegionFile(path: path)
    #expect(file.region.counties.map(\.name.chinese) == ["长沙县", "芙蓉区", "碧江区", "玉屏县"])
    #expect(file.counts.isGB18030)
  }

  @Test(arguments: [("GB", "NAME"), ("ADM3_PCODE", "ADM3_ZH"), ("区划代码", "名称"), ("XZQDM", "XZQMC")])
  func columnsAreFoundAsTheyAreUsuallyCalled(code: String, name: String) throws {
    let path = try fixture.write(OwnRegionFixture.counties(code: code, name: name))
    let file = try RegionFile(path: path)
    #expect(file.counts.codeColumn == code && file.counts.nameColumn == name)
    isTheCountry(file.region)
  }

  @Test func columnsMayBeNamed() throws {
    let path = try fixture.write(OwnRegionFixture.counties(code: "foo", name: "bar"))
    #expect(throws: GeoIOError.self) { try RegionFile(path: path) }
    isTheCountry(try RegionFile(path: path, .init(code: "foo", name: "BAR")).region)
  }

  @Test func aLayerOfDataVHasCentresAsSeats() throws {
    let features = OwnRegionFixture.codes.indices.map { index in
      let ring =
        OwnRegionFixture.square(index).outer + OwnRegionFixture.square(index).outer.prefix(1)
      let corners = ring.map { "[\($0.longitude),\($0.latitude)]" }.joined(separator: ",")
      return """
        {"type":"Feature","properties":{"adcode":\(OwnRegionFixture.codes[index]),"name":"县\(index)",\
        "center":[112.03,28.04],"level":"district","parent":{"adcode":430100}},\
        "geometry":{"type":"MultiPolygon","coordinates":[[[\(corners)]]]}}
        """
    }
    let path = try fixture.folder.write(
      "{\"type\":\"FeatureCollection\",\"features\":[\(features.joined(separator: ","))]}",
      to: "datav.json")
    let region = try RegionFile(path: path).region
    isTheCountry(region)
    #expect(region.counties[0].seat == GeoPoint(longitude: 112.03, latitude: 28.04))
  }

  @Test func ringsThatCrossAreMendedAndNamed() throws {
    var table = OwnRegionFixture.counties()
    table.append(
      [.text("520604"), .text("蝶县")],
      shape: .areas([
        GeoPolygon(
          outer: [(112.2, 28), (112.3, 28.1), (112.3, 28), (112.2, 28.1)].map {
            GeoPoint(longitude: $0.0, latitude: $0.1)
          })
      ]))
    let file = try RegionFile(path: fixture.write(table))
    #expect(file.counts.mended == ["蝶县"])
    #expect(file.region.counties[4].polygons.count == 2)
    #expect(try file.region.counties[4].polygons.invalidity() == nil)
  }

  @Test func regionsRoadsAndSeatsMakeADatasetThatIsWrittenAndRead() throws {
    let path = try fixture.write(OwnRegionFixture.counties())
    let own = try fixture.own(OwnRegionFiles(regions: path))
    let counts = try #require(own.regions)
    #expect(counts.review.neighbourPairs == 4)
    #expect(counts.review.overlaps.isEmpty && counts.review.gaps.isEmpty)
    #expect(counts.seats[.roads] == 4)
    // The crossing in the middle of each square.
    #expect(
      own.dataset.region.counties[0].seat?.localDistance(
        to: GeoPoint(longitude: 112.05, latitude: 28.05)) ?? .infinity < 12_000)
    let file = fixture.folder.path(of: "own.hinterland")
    try DatasetFile.write(own.dataset, profile: "", to: file)
    let read = try DatasetFile(path: file).validate()
    #expect(read.region == own.dataset.region)
    #expect(read.notes.digest == own.dataset.notes.digest)
  }

  @Test func aLayerInGCJ02IsRefusedAndBroughtBack() throws {
    let reference = try RegionFile(path: fixture.write(OwnRegionFixture.counties())).region
    let path = try fixture.write(OwnRegionFixture.counties { ShiftedDatum.gcj02.shifted($0) })
    let refusal = try #require(
      fixture.refusal(OwnRegionFiles(regions: path), reference: reference))
    #expect(refusal.contains("GCJ-02") && refusal.contains("--from-gcj02"))
    let meters = try #require(refusal.firstMatch(of: #/ (\d+) m off/#).flatMap { Int($0.1) })
    #expect((300...800).contains(meters))
    let files = OwnRegionFiles(regions: path, columns: .init(datum: .gcj02))
    isTheCountry(try fixture.own(files, reference: reference).dataset.region)
    #expect(
      fixture.refusal(OwnRegionFiles(regions: path, isAsDrawn: true), reference: reference) == nil)
  }
}

/// Layers that are none, or wrong: a sentence that names the file.
@Suite struct RegionDamageTests {
  private let fixture: OwnRegionFixture

  init() throws { fixture = try OwnRegionFixture() }

  private func isRefused(_ path: String, _ words: String) {
    let sentence = fixture.refusal(OwnRegionFiles(regions: path)) ?? "taken"
    #expect(sentence.contains(words), "\(sentence)")
    #expect(sentence.contains(path) && !sentence.contains("\n"))
  }

  @Test(arguments: ["counties.gpkg", "counties.shp", "counties.geojson", "counties.fgb", "a.zip"])
  func filesThatAreNoLayer(name: String) throws {
    for text in ["", "counties, please", "{\"type\":", String(repeating: "\0", count: 4_000)] {
      isRefused(try fixture.folder.write(text, to: name), "cannot be read as a layer")
    }
  }

  @Test func noFileAndAFolder() {
    isRefused(fixture.folder.path(of: "none.gpkg"), "no file")
    isRefused(fixture.folder.path, "folder")
  }

  @Test func aFileThatBreaksOff() throws {
    for (format, part) in [(GDALFormat.flatGeobuf, 0.7), (.shapefile, 0.6)] {
      let path = try fixture.write(OwnRegionFixture.counties(), as: format)
      let whole = try Data(contentsOf: URL(fileURLWithPath: path))
      try whole.prefix(Int(Double(whole.count) * part)).write(to: URL(fileURLWithPath: path))
      #expect(fixture.refusal(OwnRegionFiles(regions: path)) != nil, "\(format)")
    }
  }

  @Test func aLayerOfPointsAndATable() throws {
    var points = FeatureTable(
      name: "points", columns: [.init("adcode", .text), .init("name", .text)])
    points.append(
      [.text("430102"), .text("甲")], shape: .point(GeoPoint(longitude: 112, latitude: 28)))
    isRefused(try fixture.write(points), "no polygon")
    isRefused(try fixture.folder.write("adcode,name\n430102,甲\n", to: "table.csv"), "no polygon")
  }

  @Test func codesThatAreThereTwiceOrMissing() throws {
    var table = OwnRegionFixture.counties()
    table.append([.text("430102"), .text("又")], shape: .areas([OwnRegionFixture.square(3)]))
    isRefused(try fixture.write(table), "'430102' on more than one row")
    table = OwnRegionFixture.counties()
    table.append([.missing, .text("无")], shape: .areas([OwnRegionFixture.square(3)]))
    isRefused(try fixture.write(table), "adcode ''")
  }

  @Test func columnsThatNobodyKnows() throws {
    isRefused(try fixture.write(OwnRegionFixture.counties(code: "foo")), "--code-column")
    isRefused(try fixture.write(OwnRegionFixture.counties(name: "foo")), "--name-column")
    let path = try fixture.write(OwnRegionFixture.counties())
    let files = OwnRegionFiles(regions: path, columns: .init(code: "nothing"))
    #expect(fixture.refusal(files)?.contains("'nothing'") == true)
    let layer = OwnRegionFiles(regions: path, columns: .init(layer: "nothing"))
    #expect(fixture.refusal(layer) != nil)
  }

  @Test func aLayerSomewhereElseAndOneWithoutASystem() throws {
    let away = OwnRegionFixture.counties { GeoPoint(longitude: $0.longitude - 90, latitude: 10) }
    #expect(fixture.refusal(OwnRegionFiles(regions: try fixture.write(away))) != nil)
    let moved = OwnRegionFixture.counties {
      GeoPoint(longitude: $0.longitude - 90, latitude: $0.latitude)
    }
    isRefused(try fixture.write(moved), "does not lie where the roads are")
    let path = try fixture.write(OwnRegionFixture.counties(), as: .shapefile, in: "EPSG:32649")
    try FileManager.default.removeItem(atPath: path.dropLast(4) + ".prj")
    isRefused(path, "not degrees")
  }

  @Test func whatHasNoAreaIsLeftOutByName() throws {
    var table = OwnRegionFixture.counties()
    table.append([.text("520609"), .text("空")])
    table.append(
      [.text("520610"), .text("线")],
      shape: .areas([
        GeoPolygon(
          outer: [(112, 28), (112.1, 28.1), (112.2, 28.2)].map {
            GeoPoint(longitude: $0.0, latitude: $0.1)
          })
      ]))
    let file = try RegionFile(path: fixture.write(table))
    #expect(file.counts.withoutAreas == ["520609", "520610"])
    #expect(file.region.counties.count == 4)
  }
}
