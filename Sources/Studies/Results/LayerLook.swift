public import GeoIO
import Reports
import Shapes

/// How a layer of an answer is coloured where another program opens it, before its values are known.
///
/// Colours and steps are those of the pages.
public struct LayerLook: Hashable, Sendable {
  /// The table it is for.
  public var layer: String
  public var rule: Rule

  public enum Rule: Hashable, Sendable {
    /// An outline for each number of a column, as 30, 60 and 90 minutes: the nearest is darkest.
    case contours(of: String)
    /// Steps of a column between bounds; what lies outside them stays clear.
    case steps(of: String, bounds: [Double], labels: [String], only: LayerStyle.Only?)
    /// Steps of a column that hold about as many rows each.
    case quantiles(of: String)
    /// A colour for each word of a column, in the order of the rows.
    case words(of: String)
    case plain
  }

  public init(_ layer: String, _ rule: Rule) {
    self.layer = layer
    self.rule = rule
  }
}

extension LayerLook {
  /// Shares of people as a circle's page steps them, of the rows for so many minutes.
  static func shares(_ layer: String, of column: String, within minutes: Double) -> LayerLook {
    LayerLook(
      layer,
      .steps(
        of: column, bounds: [0.000_05, 0.1, 0.25, 0.5, 0.75, 0.9995, 1.000_1],
        labels: ["< 10 %", "10–25 %", "25–50 %", "50–75 %", "75–100 %", "100 %"],
        only: .init("minutes", minutes)))
  }

  /// The look with the values of its table.
  func style(of table: FeatureTable) -> LayerStyle {
    let hasAreas = table.rows.contains { if case .areas = $0.shape { true } else { false } }
    switch rule {
    case .contours(let column):
      let numbers = Set(table.numbers(of: column)).sorted()
      let colors = ColorRamp.viridis.colors(max(2, numbers.count)).reversed()
      return LayerStyle(
        layer: layer, name: column,
        rule: .numbers(
          column: column,
          zip(numbers, colors).map { number, color in
            .init(
              number, number, label: number.fixed(number == number.rounded() ? 0 : 2),
              symbol: .init(fill: color.digits, opacity: 0.12, stroke: color.digits, width: 0.8))
          }))
    case .steps(let column, let bounds, let labels, let only):
      let colors = ColorRamp.amber.colors(labels.count)
      return LayerStyle(
        layer: layer, name: column,
        rule: .ranges(
          column: column,
          labels.indices.map { index in
            .init(
              bounds[index], bounds[index + 1], label: labels[index],
              symbol: Self.symbol(colors[index], isArea: hasAreas))
          }), only: only)
    case .quantiles(let column):
      let numbers = table.numbers(of: column)
      guard let least = numbers.min(), let most = numbers.max() else { return plain }
      let breaks = ClassScale.quantiles(of: numbers)
      let bounds = [least] + breaks + [most]
      let classes = ClassScale.sequential(breaks, ramp: .violet).classes
      return LayerStyle(
        layer: layer, name: column,
        rule: .ranges(
          column: column,
          classes.indices.map { index in
            .init(
              bounds[index], bounds[index + 1], label: classes[index].label,
              symbol: Self.symbol(classes[index].color, isArea: hasAreas))
          }))
    case .words(let column):
      var words: [String] = []
      for word in table.words(of: column) where !words.contains(word) { words.append(word) }
      let colors = hasAreas ? PageColor.light : PageColor.distinct
      return LayerStyle(
        layer: layer, name: column,
        rule: .words(
          column: column,
          words.enumerated().map { index, word in
            (word, Self.symbol(colors[index % colors.count], isArea: hasAreas))
          }))
    case .plain: return plain
    }
  }

  private var plain: LayerStyle {
    let color = PageColor.accent.digits
    return LayerStyle(
      layer: layer, name: layer,
      rule: .single(.init(fill: color, opacity: 0.15, stroke: color, width: 0.8)))
  }

  private static func symbol(_ color: PageColor, isArea: Bool) -> LayerStyle.Symbol {
    LayerStyle.Symbol(
      fill: color.digits, opacity: isArea ? 0.7 : 1, stroke: isArea ? 0x9B9B93 : color.digits,
      width: isArea ? 0.1 : 0.8)
  }
}

extension FeatureTable {
  fileprivate func values(of column: String) -> [Value] {
    guard let place = columns.firstIndex(where: { $0.name == column }) else {
      preconditionFailure("\(name) has a column \(column) to be coloured by.")
    }
    return rows.map { $0.values[place] }
  }

  fileprivate func numbers(of column: String) -> [Double] {
    values(of: column).compactMap { value in
      switch value {
      case .decimal(let number): number
      case .whole(let number): Double(number)
      default: nil
      }
    }
  }

  fileprivate func words(of column: String) -> [String] {
    values(of: column).compactMap { if case .text(let word) = $0 { word } else { nil } }
  }
}
