import Geometry

extension DatasetNotes {
  /// How old the data are and whom to credit: a line each.
  func sources(in language: Language) -> String {
    language("数据年份:", "Vintage: ") + language(vintage) + "\n"
      + language("来源:", "Sources: ") + attribution.joined(separator: "; ") + "\n"
  }

  /// What ends every answer in a terminal: sources, and what the data are not fit for.
  func closing(in language: Language) -> String {
    sources(in: language) + language("局限:", "Limits: ") + language(limits) + "\n"
  }
}
