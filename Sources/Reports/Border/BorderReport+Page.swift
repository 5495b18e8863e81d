import Analysis
import Geometry
import Routing
import Shapes

extension BorderReport {
  /// The answer as one self-contained HTML page.
  ///
  /// - Throws: a `ShapeError` where borders cannot be drawn.
  public func resultPage() -> ResultPage {
    let said = sentences().map(typeset)
    var page = ResultPage(
      title: title, kicker: language("腹地 Hinterland · 省界", "Hinterland · borders"),
      headline: said.first ?? "",
      on: ground.page)
    page.figures = pageFigures
    page.map = pageMap
    page.sections =
      (said.count > 1
        ? [PageSection(language("要点", "In short"), [.list(Array(said.dropFirst()))])] : [])
      + clusterSections() + borderSections() + reachSections() + groupSections()
    page.method = methodWords().map(typeset)
    page.parameters = pageParameters
    page.warnings = answer.warnings.map(words(for:))
    return page
  }

  private var title: String {
    let provinces = answer.question.provinces.map(province)
    if !provinces.isEmpty {
      return list(provinces) + language("的省界", ": borders")
    }
    return list((answer.question.centres + answer.question.groups).map { language($0.name) })
  }

  private var pageFigures: [PageFigure] {
    var found: [PageFigure] = []
    if let band = answer.band {
      let across = band.clusters.filter(\.isAcross)
      found.append(
        PageFigure(
          language("跨省组团", "Clusters across"), "\(across.count)",
          remark: language(
            "共\(band.clusters.count)个组团、\(band.counties.count)县",
            "of \(counted(band.clusters.count, "cluster", "clusters")), "
              + counted(band.counties.count, "county", "counties"))))
      let kilometers = answer.borders.reduce(0) { $0 + $1.border.length.kilometers }
      let crossings = answer.borders.reduce(0) { $0 + $1.crossings.count }
      found.append(
        PageFigure(
          language("省界", "Border"), number(kilometers, 0), unit: "km",
          remark: language(
            "干线跨越\(crossings)处", counted(crossings, "crossing", "crossings"))))
      found.append(
        PageFigure(
          language("短时联系与期望之比", "Short links over expected"),
          number(band.linkTest.ratio, 2), remark: "p = \(number(band.linkTest.test.pLess, 3))"))
      let excess = barrierExcess(band)
      found.append(
        PageFigure(
          language("每直线公里跨省比省内", "A straight km across"), excess.percent, unit: "%",
          remark: excess.isLess
            ? language("少用的时间", "fewer minutes than within")
            : language("多用的时间", "more minutes than within")))
    } else if !answer.reaches.isEmpty {
      for reach in reachesByCentre.prefix(4).compactMap(\.last) {
        found.append(
          PageFigure(
            language(reach.group.name), figures.people(reach.people),
            unit: language("人", "people"),
            remark: language(
              "\(figures.minutes(reach.minutes))分钟可达",
              "within \(figures.minutes(reach.minutes)) min")))
      }
    } else if let first = answer.groups.first {
      found.append(
        PageFigure(
          language("两两平均", "Mean of pairs"), figures.minutes(first.meanMinutes),
          unit: language("分钟", "min"), remark: language(first.group.name)))
    }
    return found
  }

  private var pageParameters: [(name: String, value: String)] {
    let question = answer.question
    return [
      (language("分钟上限 τ", "minutes τ"), figures.minutes(question.minutes)),
      ("θ", figures.minutes(question.decay)), ("γ", number(question.resolution, 2)),
      (language("种子", "seed"), "\(question.seed)"),
      (language("方式", "mode"), PageWords(language).mode(question.mode)),
      (language("参数", "profile"), answer.profile.name),
    ]
  }

  // MARK: Map

  private var pageMap: ResultMap {
    var map = ResultMap()
    if let band = answer.band {
      map.variables = variables(band)
      map.layers += [clusterLayer(band), contactLayer(band)]
    }
    map.layers += reachLayers
    if !answer.groups.isEmpty { map.layers.append(groupLayer) }
    if !answer.borders.isEmpty { map.layers += [crossingLayer, gapLayer] }
    return map
  }

  private func variables(_ band: BorderBand) -> [MapVariable] {
    // Clusters across by name; all within one province look alike, or the legend would be endless.
    let across = band.clusters.indices.filter { band.clusters[$0].isAcross }
    let labels =
      across.map { "\($0 + 1) \(county(band.clusters[$0].centre))" }
      + [language("省内组团", "within a province"), language("未与他县相连", "linked with none")]
    var kinds: [(county: Int, kind: Int?)] = band.single.map { ($0, across.count + 1) }
    for (index, cluster) in band.clusters.enumerated() {
      let kind = across.firstIndex(of: index) ?? across.count
      kinds += cluster.members.map { ($0, kind) }
    }
    let colors =
      clusterColors(across.map { band.clusters[$0] }, touching: band.contacts)
      + [PageColor(0xCFCFC6), PageColor(0xEDEDE6)]
    let links = Dictionary(grouping: band.links.flatMap { [($0.first, $0), ($0.second, $0)] }) {
      $0.0
    }
    let shares = band.counties.map { index -> (county: Int, value: Double?) in
      let own = links[index] ?? []
      return (
        index, own.isEmpty ? nil : 100 * Double(own.count { $0.1.isAcross }) / Double(own.count)
      )
    }
    return [
      MapVariable(
        language("组团", "Clusters"), categories: labels, colors: colors,
        ofCounties: kinds.sorted { $0.county < $1.county }),
      MapVariable(
        language("跨省联系占比", "Links across"),
        scale: .sequential([10, 25, 50, 75], unit: "%"), ofCounties: shares
      ) { $0.fixed(0) + "%" },
    ]
  }

  /// A colour a cluster, not that of an earlier one that it touches while there is another.
  private func clusterColors(
    _ clusters: [BorderCluster], touching contacts: [ContactTravel]
  ) -> [PageColor] {
    let palette = PageColor.light.dropLast()  // The last is grey, as what lies within a province.
    var cluster: [Int: Int] = [:]
    for (index, one) in clusters.enumerated() {
      for member in one.members { cluster[member] = index }
    }
    var neighbours = [Set<Int>](repeating: [], count: clusters.count)
    for found in contacts {
      guard let first = cluster[found.contact.first], let second = cluster[found.contact.second]
      else { continue }
      neighbours[first].insert(second)
      neighbours[second].insert(first)
    }
    var places: [Int] = []
    for index in clusters.indices {
      let taken = Set(neighbours[index].filter { $0 < index }.map { places[$0] })
      let turns = palette.indices.map { (index + $0) % palette.count }
      places.append(turns.first { !taken.contains($0) } ?? turns[0])
    }
    return places.map { palette[$0] }
  }

  /// Outlines with the clusters' numbers, which tell apart those of one colour.
  private func clusterLayer(_ band: BorderBand) -> MapLayer {
    MapLayer(
      language("跨省组团轮廓", "Clusters across"),
      symbol: .area(.accent, fill: 0, width: 2.4, isCased: true),
      features: band.clusters.enumerated().filter { $0.element.isAcross }.map { index, cluster in
        MapLayer.Feature(
          .areas(cluster.polygons), label: "\(index + 1)",
          lines: [
            language("组团中心 ", "cluster around ") + county(cluster.centre),
            language("人口 ", "people ") + figures.people(cluster.totalPeople),
            peopleWords(cluster.people),
            language("平均", "mean ") + figures.minutes(cluster.meanMinutes)
              + language("分钟", " min"),
          ])
      })
  }

  /// Borders of touching counties by how far round the way is.
  private func contactLayer(_ band: BorderBand) -> MapLayer {
    let classes: [(from: Double, label: String, color: PageColor)] = [
      (0, language("跨省相邻县绕行 <1.3", "Detour across < 1.3"), PageColor(0x21918C)),
      (1.3, "1.3–1.6", PageColor(0xE69F00)), (1.6, "1.6–2", PageColor(0xD55E00)),
      (2, language("≥2 或不通", "≥ 2 or no way"), PageColor(0x8B1A1A)),
    ]
    func symbol(_ detour: Double?) -> MapLayer.Symbol {
      let color = classes.last { $0.from <= detour ?? .infinity }?.color ?? .ink
      return .line(color, width: 4)
    }
    var layer = MapLayer(
      language("省界绕行", "Detours over the border"), symbol: .line(.ink, width: 4),
      features: band.contacts.filter(\.isAcross).map { found in
        MapLayer.Feature(
          .lines(found.contact.lines),
          lines: [
            pair(county(found.contact.first), county(found.contact.second)),
            language("共界", "shared ") + number(found.contact.length.kilometers, 1) + " km",
            language("干线跨越", "crossings ") + "\(found.crossings)",
            language("绕行", "detour ") + number(found.travel?.detour, 2) + " · "
              + figures.minutes(found.travel?.minutes) + language("分钟", " min"),
          ], symbol: symbol(found.travel?.detour))
      })
    layer.keys = classes.map { MapLayer.Key($0.label, .line($0.color, width: 4)) }
    return layer
  }

  private var crossingLayer: MapLayer {
    let colors: [RoadClass: PageColor] = [
      .expressway: PageColor(0x0072B2), .main: PageColor(0x444444),
    ]
    func symbol(_ roadClass: RoadClass) -> MapLayer.Symbol {
      .point(
        colors[roadClass] ?? PageColor(0x888888), radius: roadClass == .expressway ? 3.5 : 2.5)
    }
    var layer = MapLayer(
      language("干线跨越处", "Crossings"), symbol: .point(PageColor(0x444444), radius: 2.5),
      features: answer.borders.flatMap { profile in
        profile.crossings.crossings.map { crossing in
          MapLayer.Feature(
            .point(crossing.place.point),
            lines: [
              language(crossing.roadClass.name)
                + (crossing.route.isEmpty ? "" : " \(crossing.route)"),
              crossing.place.counties.map(county).joined(separator: "–"),
            ],
            symbol: symbol(crossing.roadClass))
        }
      })
    layer.keys = shownClasses.map {
      MapLayer.Key(language($0.name) + language("跨越处", " crossing"), symbol($0))
    }
    layer.isShown = false
    return layer
  }

  private var gapLayer: MapLayer {
    MapLayer(
      language("最长断口", "Longest gaps"), symbol: .point(PageColor(0x8B1A1A), radius: 6),
      features: answer.borders.compactMap { profile in
        profile.crossings.gap.map { gap in
          MapLayer.Feature(
            .point(gap.middle.point),
            lines: [
              pair(province(profile.border.first), province(profile.border.second)),
              language("最长断口 ", "longest gap ") + number(gap.length.kilometers, 1) + " km",
              gap.middle.counties.map(county).joined(separator: "–"),
            ])
        }
      })
  }

  /// A layer a centre in its colour, the nearer ground the fuller.
  private var reachLayers: [MapLayer] {
    reachesByCentre.enumerated().map { place, reaches in
      let color = PageColor.distinct[place % PageColor.distinct.count]
      let name = reaches.first.map { language($0.group.name) } ?? ""
      var layer = MapLayer(
        name, symbol: .reach(color, rank: 0),
        features: reaches.enumerated().reversed().map { rank, reach in
          MapLayer.Feature(
            .areas(reach.polygons),
            lines: [
              "\(name) \(figures.minutes(reach.minutes))" + language("分钟", " min"),
              figures.people(reach.people) + language("人", " people"),
              peopleWords(reach.provinces.map { ($0.province, $0.people) }),
            ], symbol: .reach(color, rank: rank))
        })
      layer.keys = reaches.enumerated().map { rank, reach in
        MapLayer.Key(
          "\(name) \(figures.minutes(reach.minutes))" + language("分钟", " min"),
          .reach(color, rank: rank))
      }
      return layer
    }
  }

  /// The reaches of each centre, the least minutes first.
  private var reachesByCentre: [[CentreReach]] {
    var centres: [PlaceGroup] = []
    for reach in answer.reaches where !centres.contains(reach.group) { centres.append(reach.group) }
    return centres.map { centre in
      answer.reaches.filter { $0.group == centre }.sorted { $0.minutes < $1.minutes }
    }
  }

  private var groupLayer: MapLayer {
    MapLayer(
      language("规划点名的组合", "Places named together"),
      symbol: .line(PageColor(0xCC79A7), width: 3, isCased: true),
      features: answer.groups.flatMap { group in
        group.pairs.compactMap { found in
          let ends = [group.units[found.first], group.units[found.second]]
          let seats = ends.compactMap { region.seat(of: $0) }
          guard seats.count == 2 else { return nil }
          return MapLayer.Feature(
            .lines([seats]),
            lines: [
              language(group.group.name),
              pair(language(region.name(of: ends[0])), language(region.name(of: ends[1]))),
              figures.minutes(found.travel?.minutes) + language("分钟,绕行", " min, detour ")
                + number(found.travel?.detour, 2),
            ])
        }
      })
  }
}
