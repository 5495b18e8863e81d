import Analysis
import Foundation
import GeoIO
public import Geometry

extension Workspace {
  /// The centres that a name stands for, as one group.
  func group(named name: String) throws -> PlaceGroup {
    switch try gazetteer.meaning(of: name) {
    case .unit(let unit):
      return .init(name: dataset.region.name(of: unit), places: [.unit(unit)])
    case .system(let index):
      let system = dataset.region.systems[index]
      return .init(
        name: system.placeName,
        places: try system.centreUnits(in: dataset.region).map { .unit($0) })
    case .place(let index):
      let place = gazetteer.places[index]
      return .init(name: place.name, places: [.point(place.position)])
    case .zone: throw NameError.unknown(name: name, nearest: [])
    }
  }

  /// One group a place.
  func each(_ group: PlaceGroup) -> [PlaceGroup] {
    group.places.map { place in
      if case .unit(let unit) = place {
        return .init(name: dataset.region.name(of: unit), places: [place])
      }
      return .init(name: group.name, places: [place])
    }
  }

  /// A zone by a layer's path, a system's or unit's name, or several names with commas.
  func zone(_ text: String) throws -> Zone {
    if text.contains("/") || [".geojson", ".json"].contains(where: text.lowercased().hasSuffix) {
      return try zoneFile(text)
    }
    return Zone(
      name: PlaceName(chinese: text, english: text), ground: .counties(try counties(text)))
  }

  /// The counties of units and systems by their names, each once.
  func counties(_ text: String) throws -> [Int] {
    let counties = try NameList.split(text).flatMap { name -> [Int] in
      switch try gazetteer.meaning(of: name) {
      case .unit(let unit): return dataset.region.counties(of: unit)
      case .system(let index):
        let system = dataset.region.systems[index]
        let counties = system.counties(in: dataset.region)
        guard !counties.isEmpty else {
          throw NameError.membersUnstated(system: system.name, source: system.source)
        }
        return counties
      case .place: throw NameError.placeWithoutGround(name: name)
      case .zone: throw NameError.unknown(name: name, nearest: [])
      }
    }
    return Set(counties).sorted()
  }

  /// The polygons of a layer as one zone, named after the file.
  func zoneFile(_ path: String) throws -> Zone {
    let polygons = try GeoJSONLayer(path: path).features.flatMap(\.areas)
    guard !polygons.isEmpty else { throw GeoIOError.noPolygons(path: path) }
    for polygon in polygons {
      if let words = try [polygon].invalidity() {
        throw GeoIOError.crossingPolygon(path: path, words: words)
      }
    }
    let name = URL(fileURLWithPath: path).deletingPathExtension().lastPathComponent
    return Zone(
      name: PlaceName(chinese: name, english: name), ground: .polygons(polygons.map { $0.wound() }))
  }
}

extension NamedSystem {
  /// The usual name, and the first one in Latin letters for English.
  public var placeName: PlaceName {
    let latin = aliases.first {
      $0.unicodeScalars.allSatisfy(\.isASCII) && $0.contains { $0.isLetter }
    }
    return PlaceName(chinese: name, english: latin ?? name)
  }
}
