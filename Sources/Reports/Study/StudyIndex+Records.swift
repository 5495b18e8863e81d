public import Shapes

extension StudyIndex {
  /// The targets of all studies: a row a target and reading, the study first.
  public var records: FeatureTable {
    var table = FeatureTable(name: "targets", columns: [.init("study", .text)])
    for entry in entries {
      let records = entry.report.records
      if table.columns.count == 1 { table.columns += records.columns }
      for row in records.rows { table.append([.text(entry.name)] + row.values) }
    }
    return table
  }

  /// All studies for machines: a record each, with its targets.
  public var json: String {
    JSONText.object([
      (
        key: "studies",
        value: .array(
          entries.map { entry in
            guard case .object(let members) = entry.report.json else { return .null }
            return .object([(key: "name", value: .string(entry.name))] + members)
          })
      )
    ]).text + "\n"
  }

  /// JUnit's XML: a suite a study; only targets that must be met fail.
  public var junit: String {
    "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<testsuites>\n"
      + entries.map { $0.report.junit(name: $0.name) }.joined() + "</testsuites>\n"
  }
}
