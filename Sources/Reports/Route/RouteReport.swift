public import Analysis
public import Geometry

/// Itineraries as a terminal tells them: one line a leg, and the modes side by side.
public struct RouteReport: Sendable {
  public let answer: RouteAnswer
  public let railNames: RailNames
  /// Names of routes by their codes.
  let routeNames: [String: PlaceName]
  public let notes: DatasetNotes
  public let language: Language

  public init(
    answer: RouteAnswer, railNames: RailNames, corridors: [Corridor], notes: DatasetNotes,
    language: Language
  ) {
    self.answer = answer
    self.railNames = railNames
    var routeNames: [String: PlaceName] = [:]
    for corridor in corridors where corridor.kind == .expressway {
      routeNames[corridor.code] = corridor.name
    }
    self.routeNames = routeNames
    self.notes = notes
    self.language = language
  }

  /// What a leg is, as a reader says it.
  func words(for leg: Itinerary.Leg) -> String {
    func station(_ index: Int?) -> String { index.map { language(railNames.stations[$0]) } ?? "" }
    switch leg.kind {
    case .leaving: return language("出城(终端时间)", "leave town (terminal minutes)")
    case .arriving: return language("进城(终端时间)", "enter town (terminal minutes)")
    case .lastLeg: return language("路网外的末端", "off the roads (last leg)")
    case .road(let roadClass, let code): return roadWords(roadClass.rawValue, code)
    case .walk: return language("步行", "walk")
    case .entry: return language("\(station(leg.from))进站", "enter \(station(leg.from))")
    case .wait: return language("\(station(leg.from))候车", "wait at \(station(leg.from))")
    case .ride(let line, let service):
      let name = language(service.map { railNames.services[$0] } ?? railNames.lines[line])
      let stops = leg.stops.count - 1
      return language(
        "\(name):\(station(leg.from))至\(station(leg.to)),\(stops)站",
        "\(name): \(station(leg.from)) to \(station(leg.to)), \(stops) stops")
    case .transferWithin:
      return language("\(station(leg.from))站内换乘", "change trains at \(station(leg.from))")
    case .transferBetween:
      return language(
        "由\(station(leg.from))到\(station(leg.to))换站",
        "from \(station(leg.from)) to \(station(leg.to)) by bus, metro or taxi")
    case .exit: return language("\(station(leg.to))出站", "leave \(station(leg.to))")
    }
  }

  private func roadWords(_ roadClass: String, _ codes: String) -> String {
    let kinds = [
      "expressway": language("高速公路", "expressway"), "trunk": language("国道", "trunk road"),
      "provincial": language("省道", "provincial road"), "county": language("县道", "county road"),
      "village": language("乡道", "village road"), "main": language("干线公路", "main road"),
    ]
    let kind = kinds[roadClass] ?? roadClass
    guard !codes.isEmpty else { return kind }
    let names = codes.split(separator: ";").compactMap {
      routeNames[String($0)].map { language($0) }
    }
    return ([codes] + names.prefix(1)).joined(separator: " ")
  }

  /// The answer in one sentence: the modes side by side.
  public func sentence() -> String {
    let figures = Figures(language: language)
    let (from, to) = (
      language(answer.question.origin.name), language(answer.question.destination.name)
    )
    let parts = zip(answer.question.modes, answer.itineraries).map { mode, itinerary -> String in
      guard let itinerary else {
        return mode.words(language) + language("不可达", " out of reach")
      }
      let minutes = figures.minutes(Double(itinerary.time) / 60_000)
      let ride = figures.minutes(Double(itinerary.rideTime) / 60_000)
      let share = figures.share(
        itinerary.time > 0 ? Double(itinerary.rideTime) / Double(itinerary.time) : nil)
      let rides =
        itinerary.rideTime > 0 && mode != .rail
        ? language("(其中乘车\(ride)分钟,占\(share))", " (\(ride) of them in trains, \(share))") : ""
      return language(
        "\(mode.words(language))\(minutes)分钟\(rides)",
        "\(minutes) min by \(mode.words(language))\(rides)")
    }
    return language("\(from)到\(to):", "\(from) to \(to): ")
      + parts.joined(separator: language(";", "; ")) + language("。", ".")
  }
}
