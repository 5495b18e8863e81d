import Foundation
import GeoIO
import Shapes
import TestSupport
import Testing

@Suite struct GeoJSONWriterTests {
  /// A square with a square hole, both given the wrong way round, an island, a line, a point.
  private static func table() -> FeatureTable {
    func point(_ x: Double, _ y: Double) -> GeoPoint { GeoPoint(longitude: x, latitude: y) }
    func square(_ west: Double, _ side: Double) -> [GeoPoint] {
      [
        point(west, west), point(west, west + side), point(west + side, west + side),
        point(west + side, west),
      ]
    }
    var table = FeatureTable(
      name: "circles",
      columns: [
        .init("name", .text), .init("people", .whole), .init("area", .decimal(places: 2)),
        .init("open", .flag),
      ])
    table.append(
      [.text("甲 \"乙\"\n"), .whole(7), .decimal(1.005), .flag(true)],
      shape: .areas([
        GeoPolygon(outer: square(10, 1), holes: [square(10.25, 0.5).reversed()]),
        GeoPolygon(outer: square(20, 1.0 / 3)),
      ]))
    table.append(
      [.missing, .missing, .missing, .missing], shape: .lines([[point(-1, -2), point(3, 4)]]))
    table.append([.text(""), .whole(0), .decimal(0), .flag(false)], shape: .point(point(1, 2)))
    table.append([.text("x"), .whole(0), .decimal(-0.0), .flag(false)])
    return table
  }

  private let text = GeoJSONWriter.text(
    of: [Self.table()], hinterland: .object([(key: "version", value: .string("0.1.0"))]))

  private func features() throws -> [[String: Any]] {
    let document = try #require(
      try JSONSerialization.jsonObject(with: Data(text.utf8)) as? [String: Any])
    #expect(document["type"] as? String == "FeatureCollection")
    #expect((document["hinterland"] as? [String: Any])?["version"] as? String == "0.1.0")
    #expect(document.keys.sorted() == ["features", "hinterland", "type"])
    return try #require(document["features"] as? [[String: Any]])
  }

  @Test func anotherReaderFindsTheValues() throws {
    let features = try features()
    #expect(features.count == 4)
    #expect(features.allSatisfy { Set($0.keys) == ["type", "properties", "geometry"] })
    let properties = try #require(features[0]["properties"] as? [String: Any])
    #expect(properties["name"] as? String == "甲 \"乙\"\n")
    #expect(properties["people"] as? Int == 7)
    #expect(properties["open"] as? Bool == true)
    let missing = try #require(features[1]["properties"] as? [String: Any])
    #expect(missing.count == 4 && missing.values.allSatisfy { $0 is NSNull })
    #expect(features[3]["geometry"] is NSNull)
  }

  @Test func ringsAreClosedAndFollowTheRightHandRule() throws {
    let geometry = try #require(try features()[0]["geometry"] as? [String: Any])
    #expect(geometry["type"] as? String == "MultiPolygon")
    let parts = try #require(geometry["coordinates"] as? [[[[Double]]]])
    #expect(parts.map(\.count) == [2, 1])
    for part in parts {
      for (number, ring) in part.enumerated() {
        #expect(ring.count >= 4 && ring.first == ring.last)
        var twice = 0.0
        for (from, to) in zip(ring, ring.dropFirst()) { twice += from[0] * to[1] - to[0] * from[1] }
        #expect(number == 0 ? twice > 0 : twice < 0)  // Outer counter-clockwise, holes clockwise.
      }
    }
  }

  @Test func positionsHaveSevenDecimalsAndLongitudeFirst() throws {
    let numbers = text.matches(of: /\[(-?\d+\.\d+),(-?\d+\.\d+)\]/)
    #expect(numbers.count == 10 + 5 + 2 + 1)
    for number in numbers {
      for part in [number.output.1, number.output.2] {
        #expect(part.split(separator: ".")[1].count == 7)
      }
    }
    #expect(text.contains("[-1.0000000,-2.0000000]"))
    #expect(text.contains("[20.3333333,20.0000000]"))
  }

  @Test func whatWasWrittenIsReadBack() throws {
    let folder = try TemporaryFolder()
    let layer = try GeoJSONLayer(path: folder.write(text, to: "a.geojson"))
    #expect(layer.features.map(\.areas.count) == [2, 0, 0, 0])
    #expect(layer.features[0].areas[0] == layer.features[0].areas[0].wound())
    #expect(layer.features[1].lines.count == 1)
    let first = try #require(layer.features.first)
    #expect(first.properties["name"] == "甲 \"乙\"\n")
  }

  @Test func gdalReadsIt() throws {
    let folder = try TemporaryFolder()
    let path = try folder.write(text, to: "a.geojson")
    guard let answer = OutsideProgram.run("ogrinfo", ["-so", "-al", path]) else { return }
    #expect(answer.contains("Feature Count: 4"))
    #expect(answer.contains("WGS 84"))
  }
}

/// A program of another maker, where this machine has it.
enum OutsideProgram {
  /// Standard output; nil where the program is absent.
  static func run(_ name: String, _ arguments: [String]) -> String? {
    let path = "/usr/bin/" + name
    guard FileManager.default.isExecutableFile(atPath: path) else { return nil }
    let process = Process()
    let pipe = Pipe()
    process.executableURL = URL(fileURLWithPath: path)
    process.arguments = arguments
    process.standardOutput = pipe
    process.standardError = FileHandle.nullDevice
    guard (try? process.run()) != nil else { return nil }
    let output = (try? pipe.fileHandleForReading.readToEnd()) ?? nil
    process.waitUntilExit()
    return output.map { String(decoding: $0, as: UTF8.self) }
  }
}

@Suite struct CSVWriterTests {
  private func line(of values: [String]) -> String {
    var table = FeatureTable(
      name: "t", columns: values.indices.map { .init("c\($0)", .text) })
    table.append(values.map { .text($0) })
    return String(CSVWriter.text(of: table).split(separator: "\n", maxSplits: 1)[1].dropLast())
  }

  @Test func fieldsThatNeedQuotesGetThem() {
    #expect(line(of: ["a", "b c", "长沙"]) == "a,b c,长沙")
    #expect(
      line(of: ["a,b", "say \"yes\"", "two\nlines", "cr\rlf\r\n"])
        == "\"a,b\",\"say \"\"yes\"\"\",\"two\nlines\",\"cr\rlf\r\n\"")
  }

  @Test func aFormulaIsNotLeftForASpreadsheetToRun() {
    #expect(line(of: ["=1+1", "+1", "@SUM(A1)", "\tx"]) == "'=1+1,'+1,'@SUM(A1),'\tx")
    #expect(line(of: ["=HYPERLINK(\"a\",\"b\")"]) == "\"'=HYPERLINK(\"\"a\"\",\"\"b\"\")\"")
    #expect(line(of: ["a=1", "3+5"]) == "a=1,3+5")
  }

  /// A negative number is a number; a text that begins with a minus sign is a formula.
  @Test func aFormulaMayAlsoBeginWithAMinusSign() throws {
    #expect(line(of: ["-1+cmd|' /C calc'!A0"]) == "'-1+cmd|' /C calc'!A0")
  }

  @Test func valuesHaveTheDecimalsOfTheirColumns() {
    var table = FeatureTable(
      name: "t",
      columns: [
        .init("a", .decimal(places: 2)), .init("b", .whole), .init("c", .flag), .init("d", .text),
      ])
    table.append([.decimal(-1.5), .whole(-7), .flag(true), .missing])
    table.append([.missing, .missing, .missing, .text("x")])
    #expect(CSVWriter.text(of: table) == "a,b,c,d\n-1.50,-7,true,\n,,,x\n")
  }

  @Test func whatIsWrittenIsReadBack() throws {
    var random = SeededGenerator(seed: 40)
    let alphabet = Array("ab,\"\n\r ;=长沙𝄞é'")
    for _ in 0..<500 {
      let rows = (0..<3).map { _ in
        (0..<3).map { _ in
          String(
            (0..<Int.random(in: 0...8, using: &random)).map { _ in
              alphabet[Int.random(in: 0..<alphabet.count, using: &random)]
            })
        }
      }
      var table = FeatureTable(name: "t", columns: ["x", "y", "z"].map { .init($0, .text) })
      for row in rows { table.append(row.map { .text($0) }) }
      let read = try CSVTable([UInt8](CSVWriter.text(of: table).utf8), path: "t.csv")
      let texts = try (0..<read.rowCount).map { row in try (0..<3).map { try read.text(row, $0) } }
      #expect(texts == rows.map { $0.map { $0.hasPrefix("=") ? "'" + $0 : $0 } })
    }
  }
}

@Suite struct FixedDecimalTests {
  /// All but −0, which is written as 0, and ties, which C breaks to even.
  ///
  /// Up to ten digits: a coordinate has three before the point and seven behind it.
  @Test func agreesWithTheCLibrary() {
    var random = SeededGenerator(seed: 50)
    for _ in 0..<20_000 {
      let places = Int.random(in: 0...9, using: &random)
      let size = pow(10, Double.random(in: -6...9, using: &random) - Double(places) + 1)
      let value = Double.random(in: -size...size, using: &random)
      let expected = String(format: "%.\(places)f", value)
      let isZero = !expected.contains { ("1"..."9").contains($0) }
      #expect(
        value.fixed(places) == (isZero ? String(format: "%.\(places)f", 0.0) : expected),
        "\(value) to \(places)")
    }
  }

  @Test func figuresThatPeopleWriteAreWrittenAsTheyAre() {
    var random = SeededGenerator(seed: 60)
    for _ in 0..<5_000 {
      let places = Int.random(in: 1...7, using: &random)
      let digits = Int.random(in: 0...99_999_999, using: &random)
      let text = String(format: "%.\(places)f", Double(digits) / pow(10, Double(places)))
      #expect(Double(text)?.fixed(places) == text)
    }
  }

  @Test func limits() {
    #expect((-0.0).fixed(2) == "0.00")
    #expect((-0.001).fixed(2) == "0.00")
    #expect((-0.4).fixed(0) == "0")
    #expect(2.5.fixed(0) == "3" && (-2.5).fixed(0) == "-3")
    #expect(0.125.fixed(2) == "0.13")
    #expect(1e9.fixed(1) == "1000000000.0" && 999_999_999.96.fixed(1) == "1000000000.0")
    #expect((-1e15).fixed(0) == "-1000000000000000")
    #expect(Double.nan.fixed(2) == "null" && Double.infinity.fixed(2) == "null")
  }
}
