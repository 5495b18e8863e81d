public import Analysis
public import Geometry
import Shapes

/// An answer about lines of transport, ready to be told as text or as a page.
public struct CorridorReport: Sendable {
  public let answer: CorridorAnswer
  public let region: Region
  public let corridors: [Corridor]
  public let notes: DatasetNotes
  public let language: Language

  public init(
    answer: CorridorAnswer, region: Region, corridors: [Corridor], notes: DatasetNotes,
    language: Language
  ) {
    self.answer = answer
    self.region = region
    self.corridors = corridors
    self.notes = notes
    self.language = language
  }

  var figures: Figures { Figures(language: language) }

  func number(_ value: Double?, _ places: Int) -> String {
    value.map { $0.isFinite ? Figures.grouped($0.fixed(places)) : "–" } ?? "–"
  }

  func list(_ names: [String]) -> String { names.joined(separator: language("、", ", ")) }

  var modeWords: String {
    answer.question.mode == .road
      ? language("道路,自由流", "road, free flow") : language("道路,门到门", "road, door to door")
  }

  /// What a line is entered at.
  func gateWords(_ kind: CorridorLine.Kind) -> String {
    switch kind {
    case .expressway: language("互通", "interchanges")
    case .rail: language("车站", "stations")
    case .mixed: language("互通和车站", "interchanges and stations")
    case .places, .drawn: language("出入点", "access points")
    }
  }

  /// Provinces with ground inside, most people first.
  func provinces(of circle: Circle) -> [Coverage] {
    circle.coverage.filter { $0.unit.level == .province && $0.areaInside > 0 }
      .sorted {
        ($0.peopleInside ?? 0, $1.unit.index) > ($1.peopleInside ?? 0, $0.unit.index)
      }
  }

  func provinceWords(of circle: Circle) -> String {
    list(
      provinces(of: circle).map {
        "\(language(region.name(of: $0.unit))) \(figures.people($0.peopleInside))"
      })
  }
}
