import GeoIO
public import Reports

extension Workspace {
  /// What the dataset holds, for a terminal.
  public func summary(language: Language) -> String { dataset.summary(language: language) }

  /// What a name stands for, for a terminal.
  ///
  /// - Throws: `NameError` where nothing bears it.
  public func findings(for name: String, language: Language) throws -> String {
    try NameReport(
      name: name, gazetteer: gazetteer, region: dataset.region, language: language
    ).text()
  }
}

extension Dataset {
  func summary(language: Language) -> String {
    DatasetReport(
      notes: notes, region: region, roads: roads, corridors: corridors,
      places: places.count { $0.kind != .node },
      namedNodes: places.count { $0.kind == .node },
      language: language
    ).text()
  }
}
