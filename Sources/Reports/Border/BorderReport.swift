public import Analysis
import Geometry

/// An answer about borders, ready to be told as text or as a page.
public struct BorderReport: GroundReport, Sendable {
  public let answer: BorderAnswer
  public let ground: ReportGround

  public init(answer: BorderAnswer, ground: ReportGround) {
    self.answer = answer
    self.ground = ground
  }

  func county(_ index: Int) -> String { language(region.counties[index].name) }
  func province(_ index: Int) -> String { language(region.provinces[index].name) }
  func list(_ counties: [Int]) -> String { list(counties.map(county)) }

  /// As print sets it.
  func typeset(_ text: String) -> String { PageWords(language).typeset(text) }

  /// Two ends of a border or a way.
  func pair(_ first: String, _ second: String) -> String { "\(first)–\(second)" }
}
