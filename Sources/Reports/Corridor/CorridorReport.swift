public import Analysis
import Geometry
import Shapes

/// An answer about lines of transport, ready to be told as text or as a page.
public struct CorridorReport: GroundReport, Sendable {
  public let answer: CorridorAnswer
  public let ground: ReportGround

  public init(answer: CorridorAnswer, ground: ReportGround) {
    self.answer = answer
    self.ground = ground
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
