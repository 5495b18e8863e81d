import Foundation
import Geometry
import Routing
import Shapes

extension Dataset {
  /// A dataset of roads alone: no regions, nobody counted, no railways.
  ///
  /// Its lattice is Lambert's equal-area plane at the middle of the roads' box, with cells of
  /// 250 m. The digest is the caller's to take, once all is there.
  ///
  /// - Throws: `RoutingError` where the nodes cannot be ordered, or
  ///   ``GeoIOError/acrossTheDateLine(path:)``.
  init(roads: RoadNetwork, notes: DatasetNotes, folder: String) throws {
    let bounds = GeoBounds(roads.nodes)
    guard bounds.east - bounds.west <= 180 else { throw GeoIOError.acrossTheDateLine(path: folder) }
    let centre = bounds.centre
    func degrees(_ value: Double) -> String { String(format: "%.4f", locale: nil, value) }
    let (order, shape) = try roads.contraction(chainsFirst: true)
    self.init(
      region: Region(counties: [], prefectures: [], provinces: []), roads: roads,
      roadOrder: order, roadShape: shape, rail: .none, railNames: RailNames(),
      roadDetail: .street, corridors: roads.corridors(named: [:]), corridorAliases: [],
      facilities: [],
      plane: try ProjectedPlane(
        "+proj=laea +lat_0=\(degrees(centre.latitude)) +lon_0=\(degrees(centre.longitude)) "
          + "+datum=WGS84"),
      cellSize: 250, simplified: [:], notes: notes, folder: folder)
  }

  /// What tells all that the dataset says, but the digest itself, from any other.
  var contentDigest: String {
    var content = self
    content.notes.digest = ""
    return String(SectionChecksum.of(DatasetFile.bytes(of: content, profile: "")), radix: 16)
  }
}
