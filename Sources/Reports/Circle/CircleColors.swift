/// The colours of circles: viridis from its dark end to its green, nearer is darker.
///
/// It keeps its order for every kind of colour vision and in grey.
enum CircleColors {
  /// Colours for `count` circles, nearest first.
  static func colors(count: Int) -> [PageColor] {
    count == 1
      ? [ColorRamp.viridis.colors(6)[4]]
      : ColorRamp.viridis.colors(count).reversed()
  }
}
