public import Geometry
public import Routing

/// What a report draws on beside its answer.
public struct ReportGround: Sendable {
  public var region: Region
  public var corridors: [Corridor]
  public var notes: DatasetNotes
  public var profile: TravelProfile
  public var language: Language

  public init(
    region: Region, corridors: [Corridor], notes: DatasetNotes, profile: TravelProfile,
    language: Language
  ) {
    self.region = region
    self.corridors = corridors
    self.notes = notes
    self.profile = profile
    self.language = language
  }
}

extension ReportGround {
  var page: ResultPage.Ground {
    ResultPage.Ground(region: region, corridors: corridors, notes: notes, language: language)
  }

  /// The same ground in another language.
  func told(in language: Language) -> ReportGround {
    var ground = self
    ground.language = language
    return ground
  }

  /// Warnings, method and sources, which end every answer in a terminal.
  func closing(warnings: [String], method: String) -> String {
    let text = warnings.map { language("注意:", "Note: ") + $0 + "\n" }.joined()
    return text + method + "\n" + notes.closing(in: language)
  }

  /// The first names of a list, and how many more.
  func list(_ names: [PlaceName], most: Int = 10) -> String {
    let shown = names.prefix(most).map { language($0) }.joined(separator: language("、", ", "))
    let more = names.count - min(most, names.count)
    return more == 0 ? shown : shown + language("等\(names.count)个", " and \(more) more")
  }
}
