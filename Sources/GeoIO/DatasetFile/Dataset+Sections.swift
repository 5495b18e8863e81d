import Geometry
import Shapes

extension SectionWriter {
  /// All of a dataset but the folder it was read from.
  mutating func add(_ dataset: Dataset) {
    let notes = dataset.notes
    add("dataset.names", names: [notes.title, notes.vintage, notes.limits])
    add(
      "dataset.texts",
      texts: [
        notes.version, notes.digest, dataset.roadDetail.rawValue, dataset.plane.definition,
      ])
    add("dataset.attribution", texts: notes.attribution)
    add("dataset.cell", [dataset.cellSize])
    let simplified = dataset.simplified.sorted { $0.key < $1.key }
    add("simplified.from", texts: simplified.map { String($0.key) })
    add("simplified.to", texts: simplified.map { String($0.value) })
    add(dataset.region)
    add(dataset.roads)
    add(dataset.roadOrder, dataset.roadShape)
    add(dataset.rail, dataset.railNames)
    add(dataset.corridors)
    add(dataset.corridorAliases)
    add(dataset.facilities)
    add(dataset.places)
  }
}

extension SectionReader {
  /// A dataset as it was written; `folder` is where the rest of it lies, such as a profile.
  ///
  /// - Throws: ``GeoIOError/damagedDataset(path:words:)``.
  /// - Complexity: O(bytes).
  func dataset(folder: String) throws(GeoIOError) -> Dataset {
    let names = try names("dataset.names", count: 3)
    let texts = try texts("dataset.texts", count: 4)
    let cell: [Double] = try values("dataset.cell", count: 1)
    guard let detail = Dataset.RoadDetail(rawValue: texts[2]),
      let plane = ProjectedPlane(inMetres: texts[3]), Dataset.cellSizes.contains(cell[0])
    else { throw damaged("its lattice or its kind of roads is unknown") }
    let roads = try roads()
    let (order, shape) = try contraction(of: roads)
    let rail = try rail()
    return Dataset(
      region: try region(), roads: roads, roadOrder: order, roadShape: shape,
      rail: rail.network, railNames: rail.names, roadDetail: detail,
      corridors: try corridors(), corridorAliases: try corridorAliases(),
      facilities: try facilities(), places: try places(), plane: plane, cellSize: cell[0],
      simplified: try simplified(),
      notes: DatasetNotes(
        title: names[0], version: texts[0], digest: texts[1], vintage: names[1],
        attribution: try self.texts("dataset.attribution"), limits: names[2]),
      folder: folder)
  }

  private func simplified() throws(GeoIOError) -> [Character: Character] {
    let from = try texts("simplified.from")
    let to = try texts("simplified.to", count: from.count)
    var map: [Character: Character] = [:]
    for (traditional, plain) in zip(from, to) {
      guard traditional.count == 1, plain.count == 1, let key = traditional.first else {
        throw damaged("section 'simplified' holds more or less than characters")
      }
      map[key] = plain.first
    }
    return map
  }
}
