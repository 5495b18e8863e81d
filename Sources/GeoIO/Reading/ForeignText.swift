import Foundation
import Glibc

/// Text of files that do not say how they are encoded: UTF-8 where it is valid as such, else
/// GB 18030, of which GBK and GB 2312 are parts.
enum ForeignText {
  case utf8
  case gb18030

  /// How `bytes` are taken: valid UTF-8 is hardly ever anything else.
  init(of bytes: some Collection<UInt8>) {
    self = String(validating: bytes, as: UTF8.self) == nil ? .gb18030 : .utf8
  }

  /// The text; nil where the bytes are not what they were taken for.
  func decode(_ bytes: [UInt8]) -> String? {
    switch self {
    case .utf8: String(validating: bytes, as: UTF8.self)
    case .gb18030: Self.utf8(ofGB18030: bytes).map { String(decoding: $0, as: UTF8.self) }
    }
  }

  /// The bytes as UTF-8; nil where they are neither that nor GB 18030.
  static func utf8(_ bytes: [UInt8]) -> [UInt8]? {
    switch ForeignText(of: bytes) {
    case .utf8: bytes
    case .gb18030: utf8(ofGB18030: bytes)
    }
  }

  private static func utf8(ofGB18030 bytes: [UInt8]) -> [UInt8]? {
    let converter = iconv_open("UTF-8", "GB18030")
    guard converter != iconv_t(bitPattern: -1) else { return nil }
    defer { iconv_close(converter) }
    var input = bytes.map { CChar(bitPattern: $0) }
    // Two bytes become three at most, four become four.
    var output = [CChar](repeating: 0, count: bytes.count * 2 + 16)
    let written = input.withUnsafeMutableBufferPointer { input in
      output.withUnsafeMutableBufferPointer { output -> Int? in
        var (from, to) = (input.baseAddress, output.baseAddress)
        var (left, room) = (input.count, output.count)
        guard iconv(converter, &from, &left, &to, &room) != -1, left == 0 else { return nil }
        return output.count - room
      }
    }
    return written.map { output.prefix($0).map { UInt8(bitPattern: $0) } }
  }
}

extension CSVTable {
  /// Reads a table that is UTF-8 or GB 18030 (GBK).
  init(decoding path: String) throws(GeoIOError) {
    let bytes = [UInt8](try FileBytes.read(path))
    guard let text = ForeignText.utf8(bytes) else { throw .notText(path: path) }
    try self.init(text, path: path)
  }
}
