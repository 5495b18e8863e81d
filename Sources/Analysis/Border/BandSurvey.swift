import Foundation
import Geometry
import Routing
import Shapes

/// The counties along some borders with the ways between them: what clusters are read from.
struct BandSurvey: Sendable {
  let question: BorderQuestion
  let world: World
  let adjacency: CountyAdjacency
  let counties: [Int]
  let onBorder: Set<Int>
  private let withoutSeat: [Int]
  private let times: BandTimes
  private let pairs: [SeatPair]
  /// Roads over each border, by the two counties that meet there.
  private let crossings: [[Int]: Int]
  private let selected: Set<[Int]>

  init(
    _ question: BorderQuestion, borders: [BorderProfile], adjacency: CountyAdjacency, world: World
  ) throws {
    self.question = question
    self.world = world
    self.adjacency = adjacency
    let onBorder = Set(borders.flatMap { $0.border.counties })
    self.onBorder = onBorder
    let region = world.region
    let provinces = Set(borders.flatMap { [$0.border.first, $0.border.second] })
    let all = region.counties.indices.filter { provinces.contains(region.counties[$0].province) }
    let band: [Int]
    switch question.band {
    case .everywhere: band = all
    case .steps(let depth):
      let steps = adjacency.steps(from: onBorder)
      band = all.filter { (steps[$0] ?? .max) < depth }
    case .kilometers(let width):
      let line = BorderLine(of: borders.flatMap(\.border.contacts))
      band = all.filter { county in
        onBorder.contains(county)
          || (region.counties[county].seat.map { line.distance(to: $0) <= width * 1_000 } ?? false)
      }
    }
    counties = band.filter { region.counties[$0].seat != nil }
    withoutSeat = band.filter { region.counties[$0].seat == nil }
    times = try BandTimes(counties, mode: question.mode, in: world)
    pairs = times.pairs()
    var crossings: [[Int]: Int] = [:]
    for crossing in borders.flatMap(\.crossings.crossings) {
      crossings[crossing.place.counties, default: 0] += 1
    }
    self.crossings = crossings
    selected = Set(borders.map { [$0.border.first, $0.border.second] })
  }

  func warnings() -> [BorderWarning] {
    let region = world.region
    var reached: Set<Int> = []
    for pair in pairs { reached.formUnion([pair.first, pair.second]) }
    let lists: [([Int], ([PlaceName]) -> BorderWarning)] = [
      (withoutSeat, { .withoutSeat($0) }),
      (
        counties.count > 1 ? counties.filter { !reached.contains($0) } : [],
        { .unreachedSeats($0) }
      ),
      (counties.filter { region.counties[$0].people == nil }, { .withoutPeople($0) }),
    ]
    return lists.filter { !$0.0.isEmpty }.map { counties, warning in
      warning(counties.map { region.counties[$0].name })
    }
  }

  func band() throws -> BorderBand {
    let region = world.region
    let short = pairs.filter { $0.minutes <= question.minutes }
    let place = Dictionary(uniqueKeysWithValues: counties.enumerated().map { ($1, $0) })
    let links = short.map { pair in
      WeightedGraph.Link(
        place[pair.first] ?? 0, place[pair.second] ?? 0, exp(-pair.minutes / question.decay))
    }
    let graph = WeightedGraph(nodeCount: counties.count, links: links)
    let leiden = Leiden(resolution: question.resolution, seed: question.seed)
    let partition = leiden.communities(of: graph)
    let stability = CommunityStability(of: partition, in: graph, by: leiden)
    let provinces = counties.map { region.counties[$0].province }
    let contacts = contacts()
    let clusters = try partition.members.enumerated().filter { $0.element.count > 1 }
      .map { number, members in
        try cluster(
          members.map { counties[$0] },
          cohesion: Cohesion(
            of: links.filter {
              partition.community[$0.from] == number && partition.community[$0.to] == number
            }, provinces: provinces), coMembership: stability.coMembership[number],
          contacts: contacts)
      }.sorted { ($0.totalPeople ?? 0, $1.members[0]) > ($1.totalPeople ?? 0, $0.members[0]) }
    return BorderBand(
      counties: counties, onBorder: onBorder,
      links: short.map {
        SeatLink(
          first: $0.first, second: $0.second, minutes: $0.minutes, isAcross: isAcross($0))
      }, clusters: clusters,
      single: partition.members.filter { $0.count == 1 }.map { counties[$0[0]] },
      modularity: graph.modularity(of: partition, resolution: question.resolution),
      stability: stability, cohesion: Cohesion(of: links, provinces: provinces),
      joins: JoinCount(
        of: links.map { ($0.from, $0.to) }, labels: provinces, seed: question.seed),
      linkTest: BorderLinkTest(
        of: pairs.map {
          .init(
            distance: $0.straight, isAcross: isAcross($0),
            isShort: $0.minutes <= question.minutes)
        }, seed: question.seed),
      barrier: BorderBarrier(
        across: contacts.filter(\.isAcross).compactMap(\.travel),
        within: contacts.filter { !$0.isAcross }.compactMap(\.travel)), contacts: contacts)
  }

  private func isAcross(_ pair: SeatPair) -> Bool {
    world.region.counties[pair.first].province != world.region.counties[pair.second].province
  }

  /// Touching counties of the band; over a border that was not asked about they are left out.
  private func contacts() -> [ContactTravel] {
    let members = Set(counties)
    return adjacency.contacts.compactMap { contact in
      guard !contact.isCorner, members.contains(contact.first), members.contains(contact.second)
      else { return nil }
      let provinces = [contact.first, contact.second].map { world.region.counties[$0].province }
        .sorted()
      let isAcross = provinces[0] != provinces[1]
      guard !isAcross || selected.contains(provinces) else { return nil }
      return ContactTravel(
        contact: contact, isAcross: isAcross,
        crossings: isAcross ? crossings[[contact.first, contact.second]] ?? 0 : 0,
        travel: times.pair(contact.first, contact.second))
    }
  }

  private func cluster(
    _ members: [Int], cohesion: Cohesion, coMembership: Double, contacts: [ContactTravel]
  ) throws -> BorderCluster {
    let region = world.region
    let within = Set(members)
    let inside = pairs.filter { within.contains($0.first) && within.contains($0.second) }
    let centre =
      members.max {
        (region.counties[$0].urbanPeople ?? 0, $1) < (region.counties[$1].urbanPeople ?? 0, $0)
      } ?? members[0]
    let across = contacts.filter {
      $0.isAcross && within.contains($0.contact.first) && within.contains($0.contact.second)
    }
    return BorderCluster(
      members: members,
      polygons: try members.flatMap { region.counties[$0].polygons }.dissolved(),
      people: world.peopleByProvince(of: members), centre: centre,
      minutesToCentre: members.reduce(into: [centre: 0]) { minutes, member in
        if member != centre { minutes[member] = times.pair(member, centre)?.minutes }
      },
      meanMinutes: inside.isEmpty
        ? 0 : inside.reduce(0) { $0 + $1.minutes } / Double(inside.count),
      longestMinutes: inside.reduce(0) { max($0, $1.minutes) },
      linkShare: Double(inside.count { $0.minutes <= question.minutes })
        / Double(members.count * (members.count - 1) / 2),
      worstDetour: inside.max {
        ($0.detour, $1.first, $1.second) < ($1.detour, $0.first, $0.second)
      }, cohesion: cohesion, coMembership: coMembership,
      borderKilometers: across.reduce(0) { $0 + $1.contact.length.kilometers },
      crossings: across.reduce(0) { $0 + $1.crossings },
      walls: across.filter { $0.crossings == 0 }
        .sorted {
          ($0.contact.length.value, $1.contact.first)
            > ($1.contact.length.value, $0.contact.first)
        }, rivals: rivals(of: members, centre: centre))
  }

  private func rivals(of members: [Int], centre: Int) -> [BorderCluster.Rival] {
    let region = world.region
    let own = Set(members)
    // A prefecture whose seat lies in the cluster is no rival.
    let outside = times.prefectures.indices.filter { index in
      times.countyOfPrefecture[index].map { !own.contains($0) } ?? true
    }
    return members.filter { $0 != centre }.compactMap { member in
      let toCentre = times.pair(member, centre)?.minutes
      let nearest = outside.compactMap { index in
        times.minutes(from: member, toPrefecture: index).map { (index: index, minutes: $0) }
      }.min { ($0.minutes, $0.index) < ($1.minutes, $1.index) }
      guard let nearest, nearest.minutes < toCentre ?? .infinity else { return nil }
      let prefecture = times.prefectures[nearest.index]
      return BorderCluster.Rival(
        member: member, prefecture: prefecture, minutes: nearest.minutes,
        minutesToCentre: toCentre,
        isAcross: region.prefectures[prefecture].province != region.counties[member].province)
    }
  }
}
