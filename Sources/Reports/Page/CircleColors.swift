/// The colours of circles: viridis from its dark end to its green, nearer is darker.
///
/// Viridis (Smith and van der Walt 2015, matplotlib) keeps its order for every kind of colour
/// vision and in grey; its yellow end is left out, since it does not show on light ground.
enum CircleColors {
  private static let steps: [(red: Double, green: Double, blue: Double)] = [
    (68, 1, 84), (71, 45, 123), (59, 82, 139), (44, 114, 142), (33, 145, 140), (40, 174, 128),
  ]

  /// Colours for `count` circles, nearest first.
  static func colors(count: Int) -> [String] {
    (0..<count).map { index in
      let place =
        count > 1 ? Double(index) / Double(count - 1) * Double(steps.count - 1) : 1.0
      let step = min(Int(place), steps.count - 2)
      let part = place - Double(step)
      let (low, high) = (steps[step], steps[step + 1])
      return "#" + hexadecimal(low.red + (high.red - low.red) * part)
        + hexadecimal(low.green + (high.green - low.green) * part)
        + hexadecimal(low.blue + (high.blue - low.blue) * part)
    }
  }

  private static func hexadecimal(_ value: Double) -> String {
    let digits = String(Int(value.rounded()), radix: 16)
    return digits.count < 2 ? "0" + digits : digits
  }
}
