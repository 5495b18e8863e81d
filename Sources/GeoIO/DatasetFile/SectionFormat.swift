import Shapes

#if _endian(big)
#error("A dataset file is little-endian and is read as it lies, so the machine must be, too.")
#endif

/// The layout of a dataset file: header, section table, sections.
///
/// `Documentation/DatasetFile.md` draws it.
enum SectionFormat {
  /// As in PNG: a byte above 127 and both line ends tell a file that was sent as text.
  static let magic: [UInt8] = [0x89, 0x48, 0x4C, 0x44, 0x0D, 0x0A, 0x1A, 0x0A]
  static let version: UInt32 = 1
  /// Reads back to front on a machine of the other byte order.
  static let orderMark: UInt32 = 0x0102_0304
  /// Bytes of the header, of a row of the section table, and what each section's offset is a
  /// multiple of.
  static let headerSize = 64
  static let rowSize = 64
  static let alignment = 64
  /// Bytes of a section's name, the rest filled with zeros.
  static let nameSize = 32
  /// More sections than any dataset has: opening takes no longer than reading so many rows.
  static let sectionLimit = 1_024

  static func aligned(_ offset: Int) -> Int { (offset + alignment - 1) / alignment * alignment }
}

/// What the elements of a section are.
enum SectionType: UInt32 {
  case uint8 = 1
  case uint16
  case uint32
  case uint64
  case int64
  case float64
  /// Longitude and latitude, two 64-bit numbers.
  case position

  /// Bytes an element.
  var size: Int {
    switch self {
    case .uint8: 1
    case .uint16: 2
    case .uint32: 4
    case .uint64, .int64, .float64: 8
    case .position: 16
    }
  }
}

/// A value that lies in a section as it lies in memory.
protocol SectionElement: BitwiseCopyable, Sendable {
  static var sectionType: SectionType { get }
}

extension UInt8: SectionElement { static var sectionType: SectionType { .uint8 } }
extension UInt16: SectionElement { static var sectionType: SectionType { .uint16 } }
extension UInt32: SectionElement { static var sectionType: SectionType { .uint32 } }
extension UInt64: SectionElement { static var sectionType: SectionType { .uint64 } }
extension Int64: SectionElement { static var sectionType: SectionType { .int64 } }
extension Double: SectionElement { static var sectionType: SectionType { .float64 } }
extension GeoPoint: SectionElement { static var sectionType: SectionType { .position } }
