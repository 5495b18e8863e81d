public import Reports

extension Workspace {
  /// What the dataset holds, for a terminal.
  public func summary(language: Language) -> String {
    DatasetReport(
      notes: dataset.notes, region: dataset.region, roads: dataset.roads,
      corridors: dataset.corridors, language: language
    ).text()
  }

  /// What a name stands for, for a terminal.
  ///
  /// - Throws: `NameError` where nothing bears it.
  public func findings(for name: String, language: Language) throws -> String {
    try NameReport(
      name: name, gazetteer: gazetteer, region: dataset.region, language: language
    ).text()
  }
}
