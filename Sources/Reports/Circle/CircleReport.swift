public import Analysis
public import Geometry
public import Routing

/// An answer about circles, ready to be told as text or as a page.
public struct CircleReport: Sendable {
  public let answer: CircleAnswer
  public let region: Region
  public let corridors: [Corridor]
  public let notes: DatasetNotes
  public let language: Language
  /// Roads to draw where there are no counties.
  let roads: RoadNetwork?

  /// Whether there are counties to tell of.
  var hasRegions: Bool { !region.counties.isEmpty }

  public init(
    answer: CircleAnswer, region: Region, corridors: [Corridor], notes: DatasetNotes,
    language: Language, roads: RoadNetwork? = nil
  ) {
    self.answer = answer
    self.region = region
    self.corridors = corridors
    self.notes = notes
    self.language = language
    self.roads = region.counties.isEmpty ? roads : nil
  }
}
