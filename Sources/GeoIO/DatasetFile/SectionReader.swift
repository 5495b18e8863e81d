import Shapes

/// The sections of a dataset file by name.
///
/// Opening checks header, table and bounds and reads nothing else: the same time for 1 MB and
/// 1 GB. A section is held against its checksum when it is taken.
struct SectionReader: Sendable {
  private struct Section {
    var type: SectionType
    var count: Int
    var offset: Int
    var checksum: UInt64

    var size: Int { count * type.size }
    var range: Range<Int> { offset..<offset + size }
  }

  let file: MappedFile
  /// The section table's checksum, and so that of all there is: each row holds its section's.
  let digest: UInt64
  private let sections: [String: Section]

  var path: String { file.path }
  var size: Int { file.bytes.count }
  var names: [String] { sections.keys.sorted() }

  /// - Throws: ``GeoIOError`` with a sentence that says what is wrong with the file.
  /// - Complexity: O(sections).
  init(_ file: MappedFile) throws(GeoIOError) {
    self.file = file
    let bytes = file.bytes
    func number<Number: FixedWidthInteger>(_ offset: Int, as: Number.Type) -> Number {
      Number(littleEndian: bytes.loadUnaligned(fromByteOffset: offset, as: Number.self))
    }
    func damaged(_ words: String) -> GeoIOError {
      .damagedDataset(path: file.path, words: words)
    }
    guard bytes.count >= SectionFormat.magic.count,
      bytes.prefix(SectionFormat.magic.count).elementsEqual(SectionFormat.magic)
    else { throw .notADatasetFile(path: file.path) }
    guard bytes.count >= SectionFormat.headerSize else { throw damaged("its header is cut off") }
    guard
      SectionChecksum.of(UnsafeRawBufferPointer(rebasing: bytes[..<56]))
        == number(56, as: UInt64.self)
    else { throw damaged("its header does not match its checksum") }
    let version = number(8, as: UInt32.self)
    guard version == SectionFormat.version else {
      throw .otherDatasetVersion(
        path: file.path, found: Int(version), known: Int(SectionFormat.version))
    }
    guard number(12, as: UInt32.self) == SectionFormat.orderMark else {
      throw damaged("its bytes are in the other order")
    }
    guard number(16, as: UInt64.self) == UInt64(bytes.count) else {
      throw damaged("it has \(bytes.count) bytes of \(number(16, as: UInt64.self))")
    }
    let count = Int(number(24, as: UInt32.self))
    let tableEnd = SectionFormat.headerSize + count * SectionFormat.rowSize
    guard count <= SectionFormat.sectionLimit, tableEnd <= bytes.count,
      number(28, as: UInt32.self) == UInt32(SectionFormat.rowSize)
    else { throw damaged("its section table does not fit") }
    digest = number(32, as: UInt64.self)
    let table = bytes[SectionFormat.headerSize..<tableEnd]
    guard SectionChecksum.of(UnsafeRawBufferPointer(rebasing: table)) == digest else {
      throw damaged("its section table does not match its checksum")
    }
    var sections: [String: Section] = [:]
    var end = tableEnd
    for row in stride(from: SectionFormat.headerSize, to: tableEnd, by: SectionFormat.rowSize) {
      let letters = bytes[row..<row + SectionFormat.nameSize].prefix { $0 != 0 }
      let name = String(decoding: letters, as: UTF8.self)
      let (length, offset) = (number(row + 40, as: UInt64.self), number(row + 48, as: UInt64.self))
      guard let type = SectionType(rawValue: number(row + 32, as: UInt32.self)),
        length <= UInt64(bytes.count / type.size), offset <= UInt64(bytes.count)
      else { throw damaged("section '\(name)' does not fit") }
      let section = Section(
        type: type, count: Int(length), offset: Int(offset),
        checksum: number(row + 56, as: UInt64.self))
      guard section.offset == SectionFormat.aligned(end),
        section.size <= bytes.count - section.offset
      else { throw damaged("section '\(name)' does not fit") }
      end = section.offset + section.size
      guard sections.updateValue(section, forKey: name) == nil else {
        throw damaged("section '\(name)' is there twice")
      }
    }
    guard end == bytes.count else { throw damaged("there is more behind its last section") }
    self.sections = sections
  }

  /// The bytes of a section in the file.
  func range(of name: String) -> Range<Int>? {
    sections[name]?.range
  }

  func damaged(_ words: String) -> GeoIOError { .damagedDataset(path: path, words: words) }

  /// A copy of a section that must be there, held against its checksum.
  ///
  /// - Throws: ``GeoIOError/damagedDataset(path:words:)``.
  /// - Complexity: O(bytes).
  func values<Element: SectionElement>(
    _ name: String, as: Element.Type = Element.self
  ) throws(GeoIOError) -> [Element] {
    guard let section = sections[name] else { throw damaged("it has no section '\(name)'") }
    guard section.type == Element.sectionType else {
      throw damaged("section '\(name)' holds other numbers")
    }
    let bytes = UnsafeRawBufferPointer(rebasing: file.bytes[section.range])
    // The array of nothing is one for all threads, and this way of making an array writes to it.
    let values =
      section.count == 0
      ? []
      : [Element](unsafeUninitializedCapacity: section.count) { buffer, count in
        UnsafeMutableRawBufferPointer(buffer).copyMemory(from: bytes)
        count = section.count
      }
    // The copy, not the file: whatever changes there after this is not seen.
    guard values.withUnsafeBytes({ SectionChecksum.of($0) }) == section.checksum else {
      throw damaged("section '\(name)' does not match its checksum")
    }
    return values
  }

  /// A section of known length.
  func values<Element: SectionElement>(
    _ name: String, count: Int, as: Element.Type = Element.self
  ) throws(GeoIOError) -> [Element] {
    let values = try values(name, as: Element.self)
    guard values.count == count else {
      throw damaged("section '\(name)' has \(values.count) entries of \(count)")
    }
    return values
  }

  /// Whether every section matches its checksum, taken or not.
  func checkAll() throws(GeoIOError) {
    for (name, section) in sections.sorted(by: { $0.key < $1.key }) {
      let bytes = UnsafeRawBufferPointer(rebasing: file.bytes[section.range])
      guard SectionChecksum.of(bytes) == section.checksum else {
        throw damaged("section '\(name)' does not match its checksum")
      }
    }
  }
}
