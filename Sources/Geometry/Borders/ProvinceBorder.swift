public import Shapes

/// The border between two provinces: its line, its length, and the counties on either side.
public struct ProvinceBorder: Hashable, Sendable {
  /// Indices in ``Region/provinces``, the lower one first.
  public let first: Int
  public let second: Int
  /// Where counties of the one touch counties of the other, points included.
  public let contacts: [CountyContact]
  /// The line, strung over its counties; a ring repeats its first position.
  public let lines: [[GeoPoint]]
  /// As ``CountyContact/length``.
  public let length: Meters

  init(_ first: Int, _ second: Int, _ contacts: [CountyContact]) {
    self.first = first
    self.second = second
    self.contacts = contacts
    lines = contacts.sides.strung()
    length = Meters(contacts.reduce(0) { $0 + $1.length.value })
  }

  /// The counties on the line, of both provinces, ascending; a mere point does not count.
  public var counties: [Int] {
    Set(contacts.filter { !$0.isCorner }.flatMap { [$0.first, $0.second] }).sorted()
  }

  /// The counties on the line that belong to `province`, ascending.
  public func counties(of province: Int, in region: Region) -> [Int] {
    counties.filter { region.counties[$0].province == province }
  }
}

extension [CountyContact] {
  /// The sides of their lines; a point of contact has none.
  var sides: [GeoSide] {
    flatMap { contact in
      contact.lines.flatMap { line in zip(line, line.dropFirst()).map { GeoSide($0, $1) } }
    }
  }
}

extension CountyAdjacency {
  /// Where counties of one group touch counties of the other, by first county, then second.
  public func contacts(between group: some Sequence<Int>, and other: some Sequence<Int>)
    -> [CountyContact]
  {
    let (group, other) = (Set(group), Set(other))
    return contacts.filter { contact in
      (group.contains(contact.first) && other.contains(contact.second))
        || (group.contains(contact.second) && other.contains(contact.first))
    }
  }

  /// Every border between two provinces, by first province, then second.
  public func borders(in region: Region) -> [ProvinceBorder] {
    struct Pair: Hashable {
      var first: Int
      var second: Int
    }
    var contacts: [Pair: [CountyContact]] = [:]
    for contact in self.contacts {
      let provinces = [contact.first, contact.second].map { region.counties[$0].province }.sorted()
      if provinces[0] != provinces[1] {
        contacts[Pair(first: provinces[0], second: provinces[1]), default: []].append(contact)
      }
    }
    return contacts.sorted { ($0.key.first, $0.key.second) < ($1.key.first, $1.key.second) }
      .map { ProvinceBorder($0.key.first, $0.key.second, $0.value) }
  }
}
