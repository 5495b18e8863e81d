public import Geometry
import Shapes

extension DatasetCache {
  /// Where the cores of a dataset are kept: they depend on its content, the side of a cell in metres
  /// and the model of people.
  private func path(
    of source: DatasetSource, _ digest: String, _ cell: Double, _ model: PeopleModel
  )
    -> String
  {
    let content =
      switch source {
      case .tables: digest
      // What a file says of itself is not what it holds: its checksum is.
      case .file(let file): file.stamp
      }
    let numbers = [cell, model.urbanDensity, model.ruralSpread].map {
      String($0.bitPattern, radix: 36)
    }
    let name = ([content] + numbers + [Self.build]).joined(separator: "-")
    return "\(folder)/cores/\(name).hinterland"
  }

  /// The cores that an earlier run found; nil where none did, or what it left is damaged.
  public func cores(
    of dataset: Dataset, from source: DatasetSource, cell: Double, model: PeopleModel
  ) -> CoreAtlas? {
    let path = path(of: source, dataset.notes.digest, cell, model)
    return (try? SectionReader(MappedFile(path: path)))?.cores
  }

  /// Leaves cores for the next run; what cannot be written costs that run time.
  public func keep(
    _ atlas: CoreAtlas, of dataset: Dataset, from source: DatasetSource, cell: Double,
    model: PeopleModel
  ) {
    guard makeFolder("cores") else { return }
    var writer = SectionWriter()
    writer.add(atlas)
    let path = path(of: source, dataset.notes.digest, cell, model)
    if FileReplacement.write(writer.file(), to: path, isLasting: false) { forgetOldest("cores") }
  }
}

extension SectionWriter {
  mutating func add(_ atlas: CoreAtlas) {
    let cells = atlas.cores.flatMap(\.cells)
    add("core.row", cells.map { Int64($0.row) })
    add("core.column", cells.map { Int64($0.column) })
    add("core.cells", atlas.cores.map { UInt32($0.cells.count) })
    add("core.people", atlas.cores.map { Int64($0.people) })
  }
}

extension SectionReader {
  /// Cores as they were written; nil where a section is missing, damaged, or makes no sense.
  fileprivate var cores: CoreAtlas? {
    guard let counts = try? values("core.cells", as: UInt32.self),
      let people = try? values("core.people", count: counts.count, as: Int64.self),
      let rows = try? values("core.row", as: Int64.self),
      let columns = try? values("core.column", count: rows.count, as: Int64.self),
      counts.reduce(0, { $0 + Int($1) }) == rows.count,
      counts.allSatisfy({ $0 > 0 }), people.allSatisfy({ 0..<2_000_000_000 ~= $0 }),
      (rows + columns).allSatisfy({ -100_000_000..<100_000_000 ~= $0 })
    else { return nil }
    var first = 0
    var cores: [UrbanCore] = []
    for (count, people) in zip(counts, people) {
      let end = first + Int(count)
      let cells = (first..<end).map { LatticeCell(column: Int(columns[$0]), row: Int(rows[$0])) }
      guard zip(cells, cells.dropFirst()).allSatisfy({ ($0.row, $0.column) < ($1.row, $1.column) })
      else { return nil }
      cores.append(UrbanCore(cells: cells, people: Int(people)))
      first = end
    }
    return CoreAtlas(cores)
  }
}
