public import Shapes

extension StudyIndex {
  /// The targets of all studies: a row a target and reading, the study first.
  public var records: FeatureTable {
    var table = FeatureTable(
      name: "targets", columns: [.init("study", .text)] + StudyReport.columns)
    for entry in entries {
      for row in entry.report.rows { table.append([.text(entry.name)] + row) }
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
            .object([(key: "name", value: .string(entry.name))] + entry.report.members)
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
