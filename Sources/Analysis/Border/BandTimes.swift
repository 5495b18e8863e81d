import Geometry
import Routing
import Shapes

/// Ways between the seats of some counties, and from them to the seats of prefectures.
struct BandTimes: Sendable {
  let counties: [Int]
  /// Prefectures that have a seat, ascending.
  let prefectures: [Int]
  /// The county that holds each one's seat; nil outside all.
  let countyOfPrefecture: [Int?]
  private let place: [Int: Int]
  private let matrix: TravelMatrix
  private let seats: [GeoPoint]

  init(_ counties: [Int], mode: TravelMode, in world: World) throws {
    self.counties = counties
    let region = world.region
    prefectures = region.prefectures.indices.filter {
      world.seat(of: UnitReference(.prefecture, $0)) != nil
    }
    let locator = RegionLocator(region.counties)
    countyOfPrefecture = prefectures.map { index in
      world.seat(of: UnitReference(.prefecture, index)).flatMap { locator.county(at: $0) }
    }
    let groups = counties.map { region.group(of: UnitReference(.county, $0)) }
    matrix = try world.matrix(
      MatrixQuestion(
        origins: groups,
        destinations: groups
          + prefectures.map { region.group(of: UnitReference(.prefecture, $0)) },
        mode: mode, reading: .seat))
    place = Dictionary(uniqueKeysWithValues: counties.enumerated().map { ($1, $0) })
    seats = counties.compactMap { region.counties[$0].seat }
  }

  /// The way between two seats, as the mean of both directions; nil where either leads nowhere.
  func pair(_ first: Int, _ second: Int) -> SeatPair? {
    guard let from = place[first], let to = place[second],
      let out = matrix.minutes(from: from, to: to), let back = matrix.minutes(from: to, to: from),
      let outward = matrix.kilometers(from: from, to: to),
      let homeward = matrix.kilometers(from: to, to: from)
    else { return nil }
    return SeatPair(
      first: first, second: second, minutes: (out + back) / 2,
      kilometers: (outward + homeward) / 2, straight: straight(from, to))
  }

  /// Every pair of the counties that a way joins, by first county, then second.
  func pairs() -> [SeatPair] {
    counties.indices.flatMap { from in
      counties[(from + 1)...].compactMap { pair(counties[from], $0) }
    }
  }

  func minutes(from county: Int, toPrefecture index: Int) -> Double? {
    place[county].flatMap { matrix.minutes(from: $0, to: counties.count + index) }
  }

  private func straight(_ from: Int, _ to: Int) -> Double {
    GeoSide(seats[from], seats[to]).length.kilometers
  }
}

extension Region {
  /// A unit as a group of one.
  func group(of unit: UnitReference) -> PlaceGroup {
    PlaceGroup(name: name(of: unit), places: [.unit(unit)])
  }
}
