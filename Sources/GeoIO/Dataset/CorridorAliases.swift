/// The names that plans give to lines, from `corridors.csv` (`name,line_ids`): codes of expressways or
/// railways joined by `;`.
public struct CorridorAliases: Sendable {
  public let names: [(name: String, codes: [String])]

  /// Reads the table in `folder`; a dataset without one has no such names.
  public init(besideTablesIn folder: String) throws(GeoIOError) {
    let tables = DatasetFolder(path: folder)
    let table: CSVTable
    do {
      table = try tables.table("corridors.csv")
    } catch .fileNotFound {
      names = []
      return
    }
    let (name, codes) = (try table.column("name"), try table.column("line_ids"))
    var names: [(name: String, codes: [String])] = []
    for row in 0..<table.rowCount {
      names.append(
        (
          try table.text(row, name),
          try table.text(row, codes).split(separator: ";").map(String.init)
        ))
    }
    self.names = names
  }
}
