import Analysis
import Geometry

extension RouteReport {
  /// The answer for a terminal.
  public func text() -> String {
    var text = sentence() + "\n\n"
    for (mode, itinerary) in zip(answer.question.modes, answer.itineraries) {
      guard let itinerary else { continue }
      text += mode.words(language) + language(":", ":") + "\n"
      text += legsTable(itinerary).text + "\n"
    }
    text += methodWords + "\n"
    return text + notes.closing(in: language)
  }

  /// Legs with the clock running; the last line is the sum.
  func legsTable(_ itinerary: Itinerary) -> TextTable {
    var table = TextTable([
      .init(title: language("段", "leg"), isNumber: true),
      .init(title: language("内容", "what"), isNumber: false),
      .init(title: language("分钟", "minutes"), isNumber: true),
      .init(title: "km", isNumber: true),
      .init(title: language("累计分钟", "clock"), isNumber: true),
    ])
    var clock: UInt32 = 0
    for (index, leg) in itinerary.legs.enumerated() {
      clock += leg.time
      table.append([
        "\(index + 1)", words(for: leg), (Double(leg.time) / 60_000).fixed(2),
        leg.meters > 0 ? (leg.meters / 1_000).fixed(2) : "", (Double(clock) / 60_000).fixed(2),
      ])
    }
    table.append([
      "", language("合计", "in all"), (Double(itinerary.time) / 60_000).fixed(2),
      (itinerary.meters / 1_000).fixed(2), "",
    ])
    return table
  }

  var methodWords: String {
    let profile = answer.profile
    let speeds = profile.speeds.sorted { ($1.value, $0.key.rawValue) < ($0.value, $1.key.rawValue) }
      .map { "\($0.key.rawValue) \($0.value.fixed(0))" }.joined(separator: ", ")
    let leg = profile.lastLeg
    let words = language(
      "参数 \(profile.name):速度km/h \(speeds);末端\(leg.speed.fixed(0))km/h×\(leg.circuity.fixed(2))"
        + "、≤\(leg.reach.fixed(0))m。",
      "Profile \(profile.name): speeds in km/h \(speeds); last leg \(leg.speed.fixed(0)) km/h, "
        + "circuity \(leg.circuity.fixed(2)), at most \(leg.reach.fixed(0)) m.")
    return answer.question.modes.contains(where: \.takesTrains)
      ? words + "\n" + profile.railWords(language) : words
  }
}
