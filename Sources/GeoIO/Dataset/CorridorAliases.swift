import Geometry

extension DatasetFolder {
  /// The names that plans give to lines, from `corridors.csv`.
  ///
  /// Its columns are `name` and `line_ids`, codes of expressways or railways joined by `;`. A
  /// dataset without the table has no such names.
  func corridorAliases() throws(GeoIOError) -> [CorridorAlias] {
    guard has("corridors.csv") else { return [] }
    let table = try table("corridors.csv")
    let (name, codes) = (try table.column("name"), try table.column("line_ids"))
    var aliases: [CorridorAlias] = []
    for row in 0..<table.rowCount {
      aliases.append(
        CorridorAlias(
          name: try table.text(row, name),
          codes: try table.text(row, codes).split(separator: ";").map(String.init)))
    }
    return aliases
  }
}
