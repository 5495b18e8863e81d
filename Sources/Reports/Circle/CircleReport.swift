public import Analysis
public import Geometry

/// An answer about circles, ready to be told as text or as a page.
public struct CircleReport: Sendable {
  public let answer: CircleAnswer
  public let region: Region
  public let corridors: [Corridor]
  public let notes: DatasetNotes
  public let language: Language

  public init(
    answer: CircleAnswer, region: Region, corridors: [Corridor], notes: DatasetNotes,
    language: Language
  ) {
    self.answer = answer
    self.region = region
    self.corridors = corridors
    self.notes = notes
    self.language = language
  }
}
