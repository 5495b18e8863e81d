import Foundation
import Geometry
import TestSupport
import Testing

@testable import GeoIO

@Suite struct DatasetFileTests {
  private let folder: TemporaryFolder
  private let dataset: Dataset
  private let whole: [UInt8]

  init() throws {
    folder = try TemporaryFolder()
    dataset = try TinyDataset().read(in: folder)
    whole = DatasetFile.bytes(of: dataset, profile: "name: 小\n")
  }

  /// Writes `bytes` and reads them as a user's file is read.
  private func read(_ bytes: [UInt8]) throws -> Dataset {
    let path = folder.path(of: "x.hinterland")
    try Data(bytes).write(to: URL(fileURLWithPath: path))
    return try DatasetFile(path: path).validate()
  }

  /// The sentence that `bytes` are refused with; nil where they are read.
  private func refusal(of bytes: [UInt8]) throws -> String? {
    do {
      _ = try read(bytes)
      return nil
    } catch let error as GeoIOError {
      #expect(error.description.contains("x.hinterland"))
      #expect(error.description.hasSuffix("."))
      return error.description
    }
  }

  @Test func whatIsWrittenIsReadBack() throws {
    let back = try read(whole)
    #expect(back == dataset, "Some part of a dataset is not written or not read.")
    #expect(try DatasetFile(path: folder.path(of: "x.hinterland")).profile() == "name: 小\n")
    #expect(DatasetFile.bytes(of: back, profile: "name: 小\n") == whole)
  }

  /// The header as `Documentation/DatasetFile.md` draws it.
  @Test func theHeaderIsWhereTheDocumentationSays() {
    func number(_ offset: Int, bytes: Int) -> Int {
      whole[offset..<offset + bytes].reversed().reduce(0) { $0 << 8 | Int($1) }
    }
    #expect(whole.prefix(8).elementsEqual([0x89] + Array("HLD\r\n\u{1A}\n".utf8)))
    #expect(number(8, bytes: 4) == 1)
    #expect(number(12, bytes: 4) == 0x0102_0304)
    #expect(number(16, bytes: 8) == whole.count)
    let sections = number(24, bytes: 4)
    let names = (0..<sections).map { row in
      String(decoding: whole[(64 + 64 * row)...].prefix { $0 != 0 }, as: UTF8.self)
    }
    let row = 64 + 64 * (names.firstIndex(of: "road.length") ?? 0)
    #expect(number(row + 32, bytes: 4) == 6 && number(row + 40, bytes: 8) == 2)
    let offset = number(row + 48, bytes: 8)
    #expect(offset % 64 == 0)
    let lengths = [0, 8].map { Double(bitPattern: UInt64(number(offset + $0, bytes: 8))) }
    #expect(lengths == [30_000, 50_000])
  }

  @Test func everyFlippedByteOfHeaderAndTableIsFound() throws {
    let head = 64 + 64 * Int(whole[24]) + 64 * 256 * Int(whole[25])
    for place in 0..<head {
      var bytes = whole
      bytes[place] ^= UInt8(1) << UInt8(place % 8)
      #expect(try refusal(of: bytes) != nil, "byte \(place)")
    }
  }

  @Test func flippedBytesOfSectionsAreFoundOrHarmless() throws {
    var random = SeededGenerator(seed: 80)
    for _ in 0..<500 {
      var bytes = whole
      for _ in 0..<Int.random(in: 1...3, using: &random) {
        let place = Int.random(in: 64..<whole.count, using: &random)
        bytes[place] ^= UInt8.random(in: 1...255, using: &random)
      }
      // Bytes between sections belong to none.
      guard try refusal(of: bytes) == nil else { continue }
      let back = try read(bytes)
      #expect(back == dataset)
    }
  }

  @Test func cutOffAnywhereItIsRefused() throws {
    let reader = try SectionReader(mapped(whole))
    var places = reader.ends.flatMap { [$0 - 1, $0, $0 + 1] }.filter { $0 < whole.count }
    places += 0..<200
    for place in places {
      #expect(try refusal(of: Array(whole[..<place])) != nil, "at \(place)")
    }
    #expect(try refusal(of: whole + [0]) != nil)
    #expect(try refusal(of: whole + whole) != nil)
  }

  private func mapped(_ bytes: [UInt8]) throws -> MappedFile {
    let path = folder.path(of: "x.hinterland")
    try Data(bytes).write(to: URL(fileURLWithPath: path))
    return try MappedFile(path: path)
  }

  /// Checksums tell damage, not malice: with them right, nothing may lead out of an array either.
  @Test func forgedSectionsAreReadOrRefused() throws {
    var random = SeededGenerator(seed: 81)
    let sections = try SectionReader(mapped(whole)).ranges
    var refused = 0
    for _ in 0..<2_000 {
      var bytes = whole
      for _ in 0..<Int.random(in: 1...2, using: &random) {
        let section = sections[Int.random(in: sections.indices, using: &random)]
        guard let place = section.randomElement(using: &random) else { continue }
        bytes[place] =
          Bool.random(using: &random)
          ? UInt8.random(in: 0...255, using: &random)
          : [0, 1, 0x7F, 0xFF].randomElement(using: &random) ?? 0
      }
      guard try refusal(of: Forgery.sealed(bytes)) == nil else {
        refused += 1
        continue
      }
      let region = try DatasetFile(path: folder.path(of: "x.hinterland")).read().region
      #expect(region.counties.allSatisfy { region.prefectures.indices.contains($0.prefecture) })
    }
    #expect(refused > 500)
  }

  @Test func aTableThatLiesAboutItsSectionsIsRefused() throws {
    var random = SeededGenerator(seed: 82)
    let rows = Int(whole[24]) + 256 * Int(whole[25])
    for row in 0..<rows {
      for (field, size) in [(0, 32), (32, 4), (40, 8), (48, 8)] {
        var bytes = whole
        let place = 64 + 64 * row + field
        for byte in place..<place + size where Bool.random(using: &random) {
          bytes[byte] = [0, 1, 0x7F, 0x80, 0xFF].randomElement(using: &random) ?? 0
        }
        guard bytes != whole else { continue }
        #expect(try refusal(of: Forgery.sealedHead(bytes)) != nil, "row \(row), field \(field)")
      }
    }
  }

  @Test func whatIsNoDatasetFileIsSaid() throws {
    #expect(try refusal(of: [])?.contains("is not a dataset") == true)
    #expect(try refusal(of: [UInt8]("adcode,lon,lat\n".utf8))?.contains("is not a dataset") == true)
    let asText = [UInt8](String(decoding: whole, as: UTF8.self).utf8)
    #expect(try refusal(of: asText)?.contains("is not a dataset") == true)
    var newer = whole
    newer[8] = 2
    #expect(try refusal(of: Forgery.sealedHead(newer))?.contains("format 2") == true)
    #expect(throws: GeoIOError.fileNotFound(path: folder.path(of: "none"))) {
      try DatasetFile(path: folder.path(of: "none"))
    }
    #expect(throws: GeoIOError.notReadable(path: folder.path, words: "it is no plain file")) {
      try DatasetFile(path: folder.path)
    }
    let pipe = folder.path(of: "pipe")
    mkfifo(pipe, 0o600)
    #expect(throws: GeoIOError.notReadable(path: pipe, words: "it is no plain file")) {
      try DatasetFile(path: pipe)
    }
  }

  @Test func polygonsThatCrossThemselvesAreRefusedByName() throws {
    var crossing = dataset
    crossing.region.counties[0].polygons[0].outer.swapAt(0, 1)
    let bytes = DatasetFile.bytes(of: crossing, profile: "")
    #expect(try refusal(of: bytes)?.contains("甲县") == true)
    let path = folder.path(of: "y.hinterland")
    #expect(throws: GeoIOError.self) { try DatasetFile.write(crossing, profile: "", to: path) }
    #expect(!FileManager.default.fileExists(atPath: path))
  }

  /// Roads whose ends the stored hierarchy does not join: no answer may hang on it.
  @Test func aHierarchyOfOtherRoadsIsRefused() throws {
    var other = dataset
    other.roads.from[1] = 0
    let bytes = DatasetFile.bytes(of: other, profile: "")
    #expect(try refusal(of: bytes)?.contains("road.rank.head") == true)
    (other.roadOrder, other.roadShape) = try other.roads.contraction()
    #expect(try refusal(of: DatasetFile.bytes(of: other, profile: "")) == nil)
  }

  /// A file of 4 GiB, most of it a hole: opening reads no section, so it needs no memory for it.
  @Test func openingReadsNothingButHeaderAndTable() throws {
    let size = 4 << 30
    let path = folder.path(of: "large.hinterland")
    try Data(Forgery.head(sections: [("hole", .uint8, size)])).write(
      to: URL(fileURLWithPath: path))
    #expect(truncate(path, 128 + size) == 0)
    let before = Forgery.residentBytes()
    let reader = try SectionReader(MappedFile(path: path))
    #expect(reader.size == 128 + size && reader.names == ["hole"])
    #expect(Forgery.residentBytes() - before < 64 << 20)
  }
}
