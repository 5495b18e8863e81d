public import Shapes

/// Where two counties touch: along a line, or in a point only.
public struct CountyContact: Hashable, Sendable {
  /// Indices in ``Region/counties``, the lower one first.
  public let first: Int
  public let second: Int
  /// Ground length of the line they share; 0 where they meet in points only.
  ///
  /// The sum over its sides of ``GeoSide/length``: within 0.03 % of the geodesic length of the line
  /// as it is drawn. A finer drawing is longer: lengths compare within one layer.
  public let length: Meters
  /// The line they share, or each point as a line of one position.
  public let lines: [[GeoPoint]]

  public var isCorner: Bool { length.value == 0 }

  /// The other county of the two.
  public func other(than county: Int) -> Int { county == first ? second : first }
}

/// Which counties touch which, read off their polygons.
///
/// Two counties are *neighbours* where they share a line (rook's contiguity); those that meet in a
/// point only are listed among the contacts and are not. Sides count as shared where both outlines
/// have them, to within a metre.
public struct CountyAdjacency: Sendable {
  /// By first county, then second.
  public let contacts: [CountyContact]
  /// Contacts of county c: `contactsOfCounty[c]`, by the other county.
  private let contactsOfCounty: [[Int]]

  /// - Complexity: O(vertices · log vertices); 70 ms for 964 counties with 64,000 vertices.
  public init(of counties: [County]) {
    struct Pair: Hashable {
      var first: Int
      var second: Int
    }
    let found = SharedSides(of: counties.map(\.polygons))
    var sides: [Pair: [GeoSide]] = [:]
    for shared in found.shared {
      sides[Pair(first: shared.first, second: shared.second), default: []].append(shared.side)
    }
    var corners: [Pair: [GeoPoint]] = [:]
    for corner in found.corners {
      let pair = Pair(first: corner.first, second: corner.second)
      if sides[pair] == nil { corners[pair, default: []].append(corner.point) }
    }
    var contacts = sides.map { pair, sides in
      CountyContact(
        first: pair.first, second: pair.second,
        length: Meters(sides.reduce(0) { $0 + $1.length.value }), lines: sides.strung())
    }
    contacts += corners.map { pair, points in
      CountyContact(
        first: pair.first, second: pair.second, length: Meters(0),
        lines: points.sorted { ($0.longitude, $0.latitude) < ($1.longitude, $1.latitude) }
          .map { [$0] })
    }
    contacts.sort { ($0.first, $0.second) < ($1.first, $1.second) }
    self.contacts = contacts
    var contactsOfCounty = [[Int]](repeating: [], count: counties.count)
    for (index, contact) in contacts.enumerated() {
      contactsOfCounty[contact.first].append(index)
      contactsOfCounty[contact.second].append(index)
    }
    for county in contactsOfCounty.indices {
      contactsOfCounty[county].sort {
        contacts[$0].other(than: county) < contacts[$1].other(than: county)
      }
    }
    self.contactsOfCounty = contactsOfCounty
  }

  public var countyCount: Int { contactsOfCounty.count }

  /// All that touch a county, those in a point only included, by the other county.
  public func contacts(of county: Int) -> [CountyContact] {
    contactsOfCounty[county].map { contacts[$0] }
  }

  /// The counties that share a line with one, ascending.
  public func neighbours(of county: Int) -> [Int] {
    contactsOfCounty[county].lazy.map { contacts[$0] }.filter { !$0.isCorner }
      .map { $0.other(than: county) }
  }

  /// Where two counties touch; nil where they do not.
  public func contact(between first: Int, _ second: Int) -> CountyContact? {
    contactsOfCounty[first].lazy.map { contacts[$0] }.first { $0.other(than: first) == second }
  }
}
