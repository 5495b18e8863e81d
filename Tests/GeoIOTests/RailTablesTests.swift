import GeoIO
import Geometry
import Routing
import TestSupport
import Testing

/// Rail tables as users write them: what is read, and what is wrong in a sentence.
@Suite struct RailTablesTests {
  private let folder: TemporaryFolder

  init() throws { folder = try TemporaryFolder() }

  static let services = """
    service_id,name_zh,name_en,stops,trains_per_day
    S1,直通,Through,ST1;ST2;ST3,12
    S2,区间,Short,ST3;ST2,6

    """

  static func tiny(services: String? = services) -> TinyDataset {
    var dataset = TinyDataset()
    dataset.files["rail_services.csv"] = services
    return dataset
  }

  @Test func railwaysAreReadOnceForRidingAndDrawing() throws {
    let dataset = try Self.tiny().read(in: folder)
    #expect(dataset.rail.stations.count == 3)
    #expect(dataset.rail.runs.map(\.time) == [720_000, 1_800_000])
    #expect(dataset.rail.runs.map(\.length) == [40_000, 40_000])
    #expect(dataset.rail.runs.map(\.railClass) == [.highSpeed, .intercity])
    #expect(dataset.rail.runs.map(\.trainsPerDay) == [32, 8])
    #expect(dataset.rail.runs.map(\.opened) == [2014, 2030])
    #expect(dataset.rail.services.map(\.stops) == [[0, 1, 2], [2, 1]])
    #expect(dataset.railNames.stations.map(\.chinese) == ["甲西", "甲乙", "乙东"])
    #expect(dataset.railNames.lineCodes == ["AB"])
    #expect(dataset.railNames.services.map(\.english) == ["Through", "Short"])
    #expect(dataset.corridors.last?.lines.map(\.count) == [3])
  }

  @Test func whatIsNotOpenIsDrawnAndNotRidden() throws {
    var tiny = Self.tiny(services: nil)
    tiny.files["rail_segments.csv"]?.replace("2030-12-31,open", with: "2030-12-31,construction")
    let dataset = try tiny.read(in: folder)
    #expect(dataset.rail.runs.map(\.time) == [720_000])
    #expect(dataset.corridors.last?.lines.map(\.count) == [3])
  }

  @Test func aYearFiltersWhatHasADate() throws {
    let rail = try Self.tiny().read(in: folder).rail
    #expect(rail.opened(by: 2030) == rail)
    #expect(rail.opened(by: 2029).runs.count == 1)
    #expect(rail.opened(by: 2029).services.isEmpty)  // Both ride the second run.
    #expect(rail.opened(by: 2013).runs.isEmpty)
  }

  @Test func theDigestKnowsServices() throws {
    let with = try Self.tiny().read(in: folder).notes.digest
    #expect(try Self.tiny(services: nil).read(in: TemporaryFolder()).notes.digest != with)
  }

  /// One change each, and the line that the sentence must name.
  static let damages = [
    TableDamage("a station without an id", "rail_stations.csv", "ST2,甲乙", ",甲乙", line: 3),
    TableDamage("two stations of one id", "rail_stations.csv", "ST2,甲乙", "ST1,甲乙", line: 3),
    TableDamage(
      "a station beyond the pole", "rail_stations.csv", "113.5,28.25", "113.5,95", line: 3),
    TableDamage("a station in the sea", "rail_stations.csv", "113.9,28.25", "123.9,28.25", line: 4),
    TableDamage(
      "latitude before longitude", "rail_stations.csv", "113.1,28.25", "28.25,113.1", line: 2),
    TableDamage("a station nowhere", "rail_stations.csv", "113.1,28.25", ",28.25", line: 2),
    TableDamage("no longitudes", "rail_stations.csv", "lon", "x"),
    TableDamage(
      "two lines of one id", "rail_lines.csv", "AB,甲乙铁路", "AB,乙甲,Yi\nAB,甲乙铁路", line: 3),
    TableDamage(
      "a line of one station", "rail_lines.csv", "AB,甲乙铁路", "CD,丙丁,Bing\nAB,甲乙铁路", line: 2),
    TableDamage("a segment of no line", "rail_segments.csv", "AB,1,", "XX,1,", line: 2),
    TableDamage("a segment from no station", "rail_segments.csv", "AB,1,ST1", "AB,1,ST7", line: 2),
    TableDamage("a segment to no station", "rail_segments.csv", "ST2,ST3", "ST2,", line: 3),
    TableDamage("a segment to itself", "rail_segments.csv", "ST2,ST3", "ST2,ST2", line: 3),
    TableDamage("a segment left out", "rail_segments.csv", "AB,2,", "AB,3,", line: 3),
    TableDamage("a segment twice", "rail_segments.csv", "AB,2,", "AB,1,", line: 3),
    TableDamage("a gap in a line", "rail_segments.csv", "AB,2,ST2,ST3", "AB,2,ST3,ST1", line: 3),
    TableDamage("negative minutes", "rail_segments.csv", ",12.0,", ",-12.0,", line: 2),
    TableDamage("no minutes", "rail_segments.csv", ",12.0,", ",,", line: 2),
    TableDamage("minutes in words", "rail_segments.csv", ",12.0,", ",twelve,", line: 2),
    TableDamage("minutes of an aeroplane", "rail_segments.csv", ",12.0,", ",5.0,", line: 2),
    TableDamage(
      "a track through the Earth", "rail_segments.csv", "40.0,12.0", "20.0,12.0", line: 2),
    TableDamage("kilometres below 0", "rail_segments.csv", "40.0,12.0", "-40.0,12.0", line: 2),
    TableDamage("zero trains", "rail_segments.csv", "HSR,32", "HSR,0", line: 2),
    TableDamage("negative trains", "rail_segments.csv", "HSR,32", "HSR,-32", line: 2),
    TableDamage("trains without number", "rail_segments.csv", "HSR,32", "HSR,nan", line: 2),
    TableDamage("an unknown class", "rail_segments.csv", "HSR,32", "maglev,32", line: 2),
    TableDamage("an unknown status", "rail_segments.csv", "2014,open", "2014,opened", line: 2),
    TableDamage("a year in words", "rail_segments.csv", "2014,open", "soon,open", line: 2),
    TableDamage("a service of one stop", "rail_services.csv", "ST3;ST2", "ST3", line: 3),
    TableDamage("a service to no station", "rail_services.csv", "ST3;ST2", "ST3;ST9", line: 3),
    TableDamage("a service that skips a stop", "rail_services.csv", "ST3;ST2", "ST3;ST1", line: 3),
    TableDamage("a service without trains", "rail_services.csv", "ST2,6", "ST2,0", line: 3),
    TableDamage("a service named as a line", "rail_services.csv", "S2,", "AB,", line: 3),
  ]

  @Test(arguments: damages)
  func damageIsNamedWithFileAndLine(damage: TableDamage) throws {
    let dataset = damage.applied(to: Self.tiny())
    let error = #expect(throws: GeoIOError.self) { _ = try dataset.read(in: folder) }
    let sentence = "\(try #require(error))"
    #expect(sentence.contains(damage.file), "\(sentence)")
    #expect(sentence.hasSuffix("."), "\(sentence)")
    if let line = damage.line { #expect(sentence.contains("Line \(line) "), "\(sentence)") }
  }

  @Test func noTwoDamagesSayTheSame() throws {
    let sentences = try Self.damages.map { damage in
      let error = #expect(throws: GeoIOError.self) {
        _ = try damage.applied(to: Self.tiny()).read(in: TemporaryFolder())
      }
      let words = "\(try #require(error))"
      return words.drop { $0 != "r" }.description
    }
    #expect(Set(sentences.map { $0.suffix(200) }).count >= 20)
  }
}
