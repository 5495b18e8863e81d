/// A 64-bit checksum of bytes, in four lanes of eight bytes each: 10 GB/s and more.
///
/// Each step is a bijection of the lane, so that a change of any eight bytes, and of no others in
/// their lane, is always found; anything else with a chance of 2⁻⁶⁴. It finds damage, not forgery.
enum SectionChecksum {
  /// 2⁶⁴ ÷ golden ratio, made odd (Knuth, TAOCP 3, 6.4).
  private static let factor: UInt64 = 0x9E37_79B9_7F4A_7C15

  @inline(__always)
  private static func step(_ lane: UInt64, _ word: UInt64) -> UInt64 {
    let mixed = (lane ^ word) &* factor
    return mixed ^ (mixed >> 29)
  }

  static func of(_ bytes: UnsafeRawBufferPointer) -> UInt64 {
    func word(_ offset: Int) -> UInt64 {
      UInt64(littleEndian: bytes.loadUnaligned(fromByteOffset: offset, as: UInt64.self))
    }
    var (a, b, c, d) = (UInt64(1), UInt64(2), UInt64(3), UInt64(4))
    var offset = 0
    while offset + 32 <= bytes.count {
      a = step(a, word(offset))
      b = step(b, word(offset + 8))
      c = step(c, word(offset + 16))
      d = step(d, word(offset + 24))
      offset += 32
    }
    while offset < bytes.count {
      a = step(a, UInt64(bytes[offset]))
      offset += 1
    }
    return [a, b, c, d].reduce(UInt64(bytes.count), step)
  }

  static func of(_ bytes: [UInt8]) -> UInt64 { bytes.withUnsafeBytes { of($0) } }
}
