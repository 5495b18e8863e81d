import Foundation

@testable import GeoIO

/// Dataset files whose checksums are right whatever they say.
enum Forgery {
  private static func number(_ bytes: [UInt8], _ offset: Int, _ count: Int) -> Int {
    bytes[offset..<offset + count].reversed().reduce(0) { $0 << 8 | Int($1) }
  }

  private static func put(_ value: UInt64, at offset: Int, in bytes: inout [UInt8]) {
    for place in 0..<8 { bytes[offset + place] = UInt8(truncatingIfNeeded: value >> (8 * place)) }
  }

  /// Puts the right checksums of all sections into the table, then those of table and header.
  static func sealed(_ bytes: [UInt8]) -> [UInt8] {
    var bytes = bytes
    for row in 0..<number(bytes, 24, 4) {
      let at = 64 + 64 * row
      let size = SectionType(rawValue: UInt32(number(bytes, at + 32, 4)))?.size ?? 0
      let (count, offset) = (number(bytes, at + 40, 8), number(bytes, at + 48, 8))
      put(SectionChecksum.of(Array(bytes[offset..<offset + count * size])), at: at + 56, in: &bytes)
    }
    return sealedHead(bytes)
  }

  static func sealedHead(_ bytes: [UInt8]) -> [UInt8] {
    var bytes = bytes
    let end = min(bytes.count, 64 + 64 * number(bytes, 24, 4))
    put(SectionChecksum.of(Array(bytes[64..<end])), at: 32, in: &bytes)
    put(SectionChecksum.of(Array(bytes[..<56])), at: 56, in: &bytes)
    return bytes
  }

  /// Header and table of a file whose sections are not there.
  static func head(sections: [(name: String, type: SectionType, count: Int)]) -> [UInt8] {
    var bytes = SectionFormat.magic + [1, 0, 0, 0, 4, 3, 2, 1] + [UInt8](repeating: 0, count: 48)
    var end = 64 + 64 * sections.count
    for section in sections {
      let row = bytes.count
      bytes += [UInt8](section.name.utf8)
      bytes += [UInt8](repeating: 0, count: row + 64 - bytes.count)
      bytes[row + 32] = UInt8(section.type.rawValue)
      put(UInt64(section.count), at: row + 40, in: &bytes)
      put(UInt64(SectionFormat.aligned(end)), at: row + 48, in: &bytes)
      end = SectionFormat.aligned(end) + section.count * section.type.size
    }
    put(UInt64(end), at: 16, in: &bytes)
    bytes[24] = UInt8(sections.count)
    bytes[28] = 64
    return sealedHead(bytes)
  }

  /// Bytes of memory that this process holds (`statm`, in pages).
  static func residentBytes() -> Int {
    let text = (try? String(contentsOfFile: "/proc/self/statm", encoding: .utf8)) ?? ""
    let pages = text.split(separator: " ").dropFirst().first.flatMap { Int($0) } ?? 0
    return pages * sysconf(Int32(_SC_PAGESIZE))
  }
}

extension SectionReader {
  /// The bytes of each section, in order.
  var ranges: [Range<Int>] { names.compactMap(range(of:)).sorted { $0.lowerBound < $1.lowerBound } }

  /// Where sections end.
  var ends: [Int] { ranges.map(\.upperBound) }
}
