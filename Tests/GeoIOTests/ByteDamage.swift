import TestSupport

/// Seeded damage to bytes: what a disk, an editor or a careless hand does to a file.
struct ByteDamage {
  private var random: SeededGenerator
  /// Bytes that mean something to the format, put in more often than chance would.
  private let telling: [UInt8]

  init(seed: UInt64, telling: String) {
    random = SeededGenerator(seed: seed)
    self.telling = [UInt8](telling.utf8) + [0x00, 0xFF, 0xC3, 0xEF]
  }

  /// One to four changes: a byte changed, put in or taken out, the rest cut off, a part doubled.
  mutating func damaged(_ whole: [UInt8]) -> [UInt8] {
    var bytes = whole
    for _ in 0..<Int.random(in: 1...4, using: &random) where !bytes.isEmpty {
      let place = Int.random(in: 0..<bytes.count, using: &random)
      let byte =
        Bool.random(using: &random)
        ? telling[Int.random(in: 0..<telling.count, using: &random)]
        : UInt8.random(in: 0...255, using: &random)
      switch Int.random(in: 0..<5, using: &random) {
      case 0: bytes[place] = byte
      case 1: bytes.insert(byte, at: place)
      case 2: bytes.remove(at: place)
      case 3: bytes.removeSubrange(place...)
      default:
        let end = min(bytes.count, place + Int.random(in: 1...20, using: &random))
        bytes.insert(contentsOf: bytes[place..<end], at: place)
      }
    }
    return bytes
  }
}
