/// A colour of a map, a chart or a legend.
public struct PageColor: Hashable, Sendable {
  public let red: UInt8
  public let green: UInt8
  public let blue: UInt8

  /// `0xC5651F` as a style sheet's `#c5651f`.
  public init(_ digits: UInt32) {
    red = UInt8(digits >> 16 & 0xFF)
    green = UInt8(digits >> 8 & 0xFF)
    blue = UInt8(digits & 0xFF)
  }

  init(red: Double, green: Double, blue: Double) {
    self.red = UInt8(max(0, min(255, red.rounded())))
    self.green = UInt8(max(0, min(255, green.rounded())))
    self.blue = UInt8(max(0, min(255, blue.rounded())))
  }

  /// The number it was made from.
  public var digits: UInt32 { UInt32(red) << 16 | UInt32(green) << 8 | UInt32(blue) }

  /// As a style sheet writes it: `#c5651f`.
  var text: String {
    "#"
      + [red, green, blue].map { part in
        (part < 16 ? "0" : "") + String(part, radix: 16)
      }.joined()
  }

  /// How bright it looks and how grey print shows it, from 0 to 1.
  ///
  /// Luma of Rec. ITU-R BT.709.
  var brightness: Double {
    (0.2126 * Double(red) + 0.7152 * Double(green) + 0.0722 * Double(blue)) / 255
  }

  func mixed(with other: PageColor, part: Double) -> PageColor {
    func mix(_ path: KeyPath<PageColor, UInt8>) -> Double {
      Double(self[keyPath: path]) * (1 - part) + Double(other[keyPath: path]) * part
    }
    return PageColor(red: mix(\.red), green: mix(\.green), blue: mix(\.blue))
  }
}

extension PageColor {
  public static let ink = PageColor(0x1D2329)
  public static let accent = PageColor(0x44306B)
  public static let noData = PageColor(0xD8D8D8)
  public static let land = PageColor(0xFAF9F5)

  /// Colours that are told apart by every kind of colour vision, for lines, points and bars.
  ///
  /// Okabe and Ito (2008), *Color Universal Design*; their yellow, which light ground swallows,
  /// is left out.
  public static let distinct = [
    0x0072B2, 0xD55E00, 0x009E73, 0xCC79A7, 0x56B4E9, 0xE69F00, 0x000000,
  ].map { PageColor($0) }

  /// Light colours for areas that lie side by side and carry names.
  ///
  /// Tol (2021), *Colour Schemes*, SRON/EPS/TN/09-002 3.2, figure 6.
  public static let light = [
    0x77AADD, 0xEE8866, 0xEEDD88, 0xFFAABB, 0x99DDFF, 0x44BB99, 0xBBCC33, 0xAAAA00, 0xDDDDDD,
  ].map { PageColor($0) }
}

/// Colours from little to much.
///
/// Each grows darker without a turn, so grey print keeps its order.
public enum ColorRamp: Hashable, Sendable, CaseIterable {
  /// Cream to burnt orange: shares and densities.
  case amber
  /// Pale to deep violet: times.
  case violet
  /// Pale to deep blue.
  case blue
  /// The dark end is near: for time bands, where the nearest counts most.
  case viridis

  private var steps: [PageColor] {
    switch self {
    case .amber:
      [0xFDF1D3, 0xFBE0A8, 0xF7C777, 0xEFA64E, 0xDE8433, 0xC5651F].map { PageColor($0) }
    case .violet: [0xF3EEF8, 0xCDBDE0, 0x9F86C0, 0x6F5197, 0x44306B].map { PageColor($0) }
    case .blue: [0xEAF2F8, 0xB9D4E8, 0x7FB0D3, 0x3F82B5, 0x0B4F82].map { PageColor($0) }
    case .viridis:
      // Smith and van der Walt (2015), matplotlib; light to dark, the yellow end left out.
      [0x28AE80, 0x21918C, 0x2C728E, 0x3B528B, 0x472D7B, 0x440154].map { PageColor($0) }
    }
  }

  /// `count` colours, the lightest first.
  public func colors(_ count: Int) -> [PageColor] {
    (0..<count).map { index in
      Self.color(at: count > 1 ? Double(index) / Double(count - 1) : 0.5, of: steps)
    }
  }

  static func color(at part: Double, of steps: [PageColor]) -> PageColor {
    let place = part * Double(steps.count - 1)
    let step = max(0, min(Int(place), steps.count - 2))
    return steps[step].mixed(with: steps[step + 1], part: place - Double(step))
  }

  /// `count` colours from blue over near-white to orange: less, the same, more.
  ///
  /// Blue and orange differ in every kind of colour vision; in grey the two ends look alike, so a
  /// diverging map prints its sign in the table beside it.
  static func diverging(_ count: Int) -> [PageColor] {
    let steps = [0x1F5F99, 0x5F9BCB, 0xB4D2E7, 0xF6F5F1, 0xF7CE9B, 0xE2883A, 0xA94F0C]
      .map { PageColor($0) }
    return (0..<count).map { index in
      color(at: count > 1 ? Double(index) / Double(count - 1) : 0.5, of: steps)
    }
  }
}
