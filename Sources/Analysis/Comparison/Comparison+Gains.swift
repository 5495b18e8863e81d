public import Geometry
import Routing
public import Shapes

/// What residents of each county gain on trips with each place: whole person-minutes, so that every
/// sum over rows or columns is exact.
///
/// A cell is the county's people × minutes saved × the place's weight: what all of them save who make
/// one trip, to a place drawn by its people. Pairs without a way before or after are left out.
public struct GainMatrix: Hashable, Sendable {
  /// By county of the region, then by place.
  public let values: [[Int]]

  public var total: Int { values.reduce(0) { $0 + $1.reduce(0, +) } }

  public func sum(of counties: [Int], place: Int) -> Int {
    counties.reduce(0) { $0 + values[$1][place] }
  }

  public func sum(of county: Int) -> Int { values[county].reduce(0, +) }

  /// By province of the residents, then by province of the place; `placeProvinces` has one a place,
  /// nil for a place outside all.
  public func byProvince(in region: Region, placeProvinces: [Int?]) -> [ProvinceGain] {
    let columns = Set(placeProvinces.map { $0 ?? -1 }).sorted()
    return region.provinces.indices.flatMap { province in
      let counties = region.counties(of: UnitReference(.province, province))
      return columns.map { column in
        ProvinceGain(
          residents: province, destination: column < 0 ? nil : column,
          personMinutes: placeProvinces.indices.filter { (placeProvinces[$0] ?? -1) == column }
            .reduce(0) { $0 + sum(of: counties, place: $1) })
      }
    }
  }
}

/// What residents of one province gain on trips with places of another.
public struct ProvinceGain: Hashable, Sendable {
  public var residents: Int
  /// Nil for places outside all provinces.
  public var destination: Int?
  public var personMinutes: Int
}

extension Comparison {
  /// What a case gives to the residents of each county.
  public func gains(of answer: CaseAnswer, in region: Region) -> GainMatrix {
    GainMatrix(
      values: region.counties.indices.map { county in
        question.places.indices.map { place in
          guard let people = region.counties[county].people,
            let change = change(by: answer, from: place, to: county)
          else { return 0 }
          return Int((-change * Double(people) * weights[place]).rounded())
        }
      })
  }

  /// The province of each place's first unit; nil for points and zones.
  public func placeProvinces(in region: Region) -> [Int?] {
    question.places.map { group in
      guard case .unit(let unit)? = group.places.first else { return nil }
      return region.counties(of: unit).first.map { region.counties[$0].province }
    }
  }
}

/// Where a link is built, and what it costs there.
public struct BuiltShare: Hashable, Sendable {
  /// Nil outside all provinces.
  public var province: Int?
  public var length: Meters
}

extension ScenarioLink {
  /// Its length by province: each leg is cut into pieces of a kilometre or less, each of which
  /// belongs to the province that holds its middle.
  public func built(by locator: RegionLocator, in region: Region) -> [BuiltShare] {
    var lengths: [Int: Double] = [:]
    for (index, leg) in legs.enumerated() {
      let (start, end) = (course[index].position, course[index + 1].position)
      let pieces = max(1, Int((leg / 1_000).rounded(.up)))
      for piece in 0..<pieces {
        let part = (Double(piece) + 0.5) / Double(pieces)
        let middle = GeoPoint(
          longitude: start.longitude + part * (end.longitude - start.longitude),
          latitude: start.latitude + part * (end.latitude - start.latitude))
        let province = locator.county(at: middle).map { region.counties[$0].province }
        lengths[province ?? -1, default: 0] += leg / Double(pieces)
      }
    }
    return lengths.sorted { $0.key < $1.key }.map {
      BuiltShare(province: $0.key < 0 ? nil : $0.key, length: Meters($0.value))
    }
  }
}
