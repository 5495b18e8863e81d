public import Analysis
import Geometry
import Routing
public import Shapes

/// Why a place is missed, ready to be told.
public struct ExplainReport: GroundReport, Sendable {
  public let explanation: Explanation
  public let ground: ReportGround

  public init(explanation: Explanation, ground: ReportGround) {
    self.explanation = explanation
    self.ground = ground
  }

  /// What files hold: words in Chinese whatever the report's language, for the same question gives
  /// the same bytes.
  private var inFiles: ExplainReport {
    ExplainReport(explanation: explanation, ground: ground.told(in: .chinese))
  }

  /// The stretches of the fastest way, from the centre on.
  public var stretchTable: FeatureTable {
    var table = FeatureTable(
      name: "stretches",
      columns: [
        .init("order", .whole), .init("route", .text), .init("name", .text), .init("class", .text),
        .init("km", .decimal(places: 2)), .init("minutes", .decimal(places: 2)),
        .init("speed_kmh", .decimal(places: 1)), .init("binding", .flag),
      ])
    for (index, stretch) in explanation.stretches.enumerated() {
      table.append(
        [
          .whole(index + 1), .text(stretch.route), .text(inFiles.name(of: stretch)),
          .text(stretch.roadClass.rawValue), .decimal(stretch.length.kilometers),
          .decimal(stretch.minutes), .decimal(stretch.speed), .flag(index == explanation.binding),
        ], shape: .lines([stretch.course]))
    }
    return table
  }

  public var remedyTable: FeatureTable {
    var table = FeatureTable(
      name: "remedies",
      columns: [
        .init("remedy", .text), .init("km", .decimal(places: 2)),
        .init("minutes", .decimal(places: 2)), .init("enough", .flag), .init("what", .text),
      ])
    for remedy in explanation.remedies + explanation.shortfalls {
      table.append([
        .text(word(remedy)), .decimal(remedy.length.kilometers), .decimal(remedy.minutes),
        .flag(remedy.minutes <= explanation.question.minutes),
        .text(inFiles.words(remedy)),
      ])
    }
    return table
  }

  private func word(_ remedy: Explanation.Remedy) -> String {
    switch remedy.kind {
    case .raise: "raise"
    case .link: "link"
    }
  }

  func name(of stretch: Explanation.PathStretch) -> String {
    let codes = stretch.route.split(separator: ";").map(String.init)
    let names = codes.map(routeName)
    return names.isEmpty ? language("普通道路", "ordinary roads") : names.joined(separator: "/")
  }

  /// Minutes missing and why, in one sentence.
  public var sentence: String {
    let figures = Figures(language: language)
    let question = explanation.question
    let (place, centre) = (language(question.place.name), language(question.centre.name))
    guard let total = explanation.total else {
      return language("\(centre)到\(place)没有道路相通。", "No road leads from \(centre) to \(place).")
    }
    guard let missing = explanation.missing else {
      return language(
        "\(centre)到\(place) \(figures.minutes(total)) 分钟,在 \(figures.minutes(question.minutes)) 分钟圈内,余 \(figures.minutes(question.minutes - total)) 分钟。",
        "\(place) is \(figures.minutes(total)) minutes from \(centre), inside the "
          + "\(figures.minutes(question.minutes)) minutes, with \(figures.minutes(question.minutes - total)) to spare."
      )
    }
    var sentence = language(
      "\(centre)到\(place) \(figures.minutes(total)) 分钟,距 \(figures.minutes(question.minutes)) 分钟圈差 \(figures.minutes(missing)) 分钟",
      "\(place) is \(figures.minutes(total)) minutes from \(centre), \(figures.minutes(missing)) "
        + "more than \(figures.minutes(question.minutes))")
    if let binding = explanation.binding {
      let stretch = explanation.stretches[binding]
      sentence += language(
        ";瓶颈是第 \(binding + 1) 段\(name(of: stretch)) \(stretch.length.kilometers.fixed(1))km、\(figures.minutes(stretch.minutes)) 分钟",
        "; what binds is stretch \(binding + 1), \(stretch.length.kilometers.fixed(1)) km of "
          + "\(name(of: stretch)) in \(figures.minutes(stretch.minutes)) minutes")
    }
    if let remedy = explanation.remedies.first {
      sentence += language(";最小的改变:", "; the smallest change: ") + words(remedy)
    } else {
      sentence += language(";", "; ") + shortfall
    }
    return sentence + language("。", ".")
  }

  /// Why nothing does, in minutes.
  var shortfall: String {
    let tried = explanation.shortfalls.map(words)
    guard !tried.isEmpty else {
      return language("没有可试的道路或互通", "there is no road to raise and no interchange to link to")
    }
    let figures = Figures(language: language)
    let terminal =
      explanation.terminal > 0.005
      ? language(
        ",都含终端时间 \(figures.minutes(explanation.terminal)) 分钟",
        "; \(figures.minutes(explanation.terminal)) of them are terminal minutes") : ""
    return language(
      "最好的道路也不够:\(tried.joined(separator: ";"))\(terminal)",
      "no road is enough: \(tried.joined(separator: "; "))\(terminal)")
  }

  func words(_ remedy: Explanation.Remedy) -> String {
    let figures = Figures(language: language)
    let length = remedy.length.kilometers.fixed(1)
    let minutes = figures.minutes((remedy.minutes * 10).rounded() / 10)
    switch remedy.kind {
    case .raise(let stretch, let speed):
      let what =
        stretch.map { language("第 \($0 + 1) 段中", "of stretch \($0 + 1) ") }
        ?? language("沿途普通道路", "of the way's ordinary roads ")
      return language(
        "\(what) \(length)km 提速到 \(Figures.short(speed, places: 1))km/h(\(minutes) 分钟)",
        "\(length) km \(what)at \(Figures.short(speed, places: 1)) km/h (\(minutes) min)")
    case .link(let end, let toCentre):
      let at = "\(end.longitude.fixed(3)),\(end.latitude.fixed(3))"
      return toCentre
        ? language(
          "直达中心的高速 \(length)km(\(minutes) 分钟)",
          "an expressway of \(length) km to the centre (\(minutes) min)")
        : language(
          "到 \(at) 互通的高速 \(length)km(\(minutes) 分钟)",
          "an expressway of \(length) km to the interchange at \(at) (\(minutes) min)")
    }
  }

  public func text() -> String {
    let figures = Figures(language: language)
    var text = sentence + "\n\n"
    var table = TextTable([
      .init(title: "#", isNumber: true), .init(title: language("路段", "stretch"), isNumber: false),
      .init(title: "km", isNumber: true), .init(title: language("分钟", "min"), isNumber: true),
      .init(title: "km/h", isNumber: true),
    ])
    func leg(_ title: String, _ minutes: Double) {
      if minutes > 0.005 { table.append(["", title, "", minutes.fixed(1), ""]) }
    }
    leg(language("起点接驳", "first leg"), explanation.firstLeg)
    for (index, stretch) in explanation.stretches.enumerated() {
      table.append([
        "\(index + 1)", name(of: stretch) + (index == explanation.binding ? " ◀" : ""),
        stretch.length.kilometers.fixed(1), stretch.minutes.fixed(1), stretch.speed.fixed(0),
      ])
    }
    leg(language("末端接驳", "last leg"), explanation.lastLeg)
    leg(language("终端时间", "terminal minutes"), explanation.terminal)
    text += table.text + "\n"
    for remedy in explanation.remedies { text += "· " + words(remedy) + "\n" }
    if let total = explanation.total {
      text +=
        language("合计 ", "In all ") + figures.minutes((total * 10).rounded() / 10)
        + language(" 分钟\n", " minutes\n")
    }
    return text + notes.closing(in: language)
  }
}
