public import Analysis
import Geometry
public import Shapes

extension Workspace {
  /// Words that stand for all places of a kind.
  public static let collectives = ["counties", "prefectures", "systems"]

  /// Groups of places that names stand for, each once, and named systems that cannot be places.
  public struct NamedGroups: Sendable {
    public var groups: [PlaceGroup]
    /// Systems asked for by `systems` whose members or centres no document states.
    public var systemsLeftOut: [String]
  }

  /// The groups behind names, then one a point.
  ///
  /// - Throws: ``NameError`` for a name that stands for no one place.
  public func groups(named names: [String], at points: [GeoPoint]) throws -> NamedGroups {
    var found = try groups(named: names)
    found.groups += points.map { PlaceGroup(point: $0) }
    return found
  }

  /// The groups behind names and collective words (``collectives``), in order, each once.
  ///
  /// Counties and prefectures without a seat are left out of `counties` and `prefectures`: they can
  /// neither be started from nor reached.
  ///
  /// - Throws: ``NameError`` for a name that stands for no one place.
  public func groups(named names: [String]) throws -> NamedGroups {
    var found = NamedGroups(groups: [], systemsLeftOut: [])
    func add(_ group: PlaceGroup) {
      if !found.groups.contains(where: { $0.places == group.places }) { found.groups.append(group) }
    }
    let region = dataset.region
    func addAll(_ level: AdministrativeLevel, count: Int) {
      let known = Set(found.groups.map(\.places))
      for index in 0..<count {
        let unit = UnitReference(level, index)
        guard world.seat(of: unit) != nil, !known.contains([.unit(unit)]) else { continue }
        found.groups.append(PlaceGroup(name: region.name(of: unit), places: [.unit(unit)]))
      }
    }
    for name in names {
      if region.counties.isEmpty, Self.collectives.contains(name.lowercased()) {
        throw CentreError.noUnits(name: name)
      }
      switch name.lowercased() {
      case "counties": addAll(.county, count: region.counties.count)
      case "prefectures": addAll(.prefecture, count: region.prefectures.count)
      case "systems":
        for system in region.systems {
          do {
            add(try group(named: system.name))
          } catch is NameError {
            found.systemsLeftOut.append(system.name)
          }
        }
      case "provinces": throw CentreError.provinceIsTooLarge(name: name)
      default: add(try group(named: name))
      }
    }
    return found
  }
}
