public import Analysis
public import Geometry

/// An answer about borders, ready to be told as text or as a page.
public struct BorderReport: Sendable {
  public let answer: BorderAnswer
  public let region: Region
  public let corridors: [Corridor]
  public let notes: DatasetNotes
  public let language: Language

  public init(
    answer: BorderAnswer, region: Region, corridors: [Corridor], notes: DatasetNotes,
    language: Language
  ) {
    self.answer = answer
    self.region = region
    self.corridors = corridors
    self.notes = notes
    self.language = language
  }

  var figures: Figures { Figures(language: language) }

  func county(_ index: Int) -> String { language(region.counties[index].name) }
  func province(_ index: Int) -> String { language(region.provinces[index].name) }
  func list(_ names: [String]) -> String { names.joined(separator: language("、", ", ")) }
  func list(_ counties: [Int]) -> String { list(counties.map(county)) }

  /// A number without trailing zeros, or a dash.
  func number(_ value: Double?, _ places: Int) -> String {
    value.map { Figures.grouped($0.fixed(places)) } ?? "–"
  }

  var modeWords: String {
    answer.question.mode == .road
      ? language("道路,自由流", "road, free flow") : language("道路,门到门", "road, door to door")
  }

  /// As print sets it.
  func typeset(_ text: String) -> String { PageWords(language).typeset(text) }

  /// Two ends of a border or a way.
  func pair(_ first: String, _ second: String) -> String { "\(first)–\(second)" }
}
