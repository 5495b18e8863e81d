import Analysis
import Geometry
import Shapes

extension BorderReport {
  /// What a planner pastes: a sentence each on the borders, the clusters and the places named.
  public func sentences() -> [String] {
    var sentences: [String] = []
    if let band = answer.band {
      sentences.append(clusterSentence(band))
      sentences.append(linkSentence(band))
      sentences.append(barrierSentence(band))
    }
    if !answer.borders.isEmpty { sentences.append(borderSentence()) }
    for place in answer.reaches.map(\.group).distinct() {
      sentences.append(reachSentence(place))
    }
    sentences += answer.groups.map(groupSentence)
    return sentences
  }

  private func borderSentence() -> String {
    let kilometers = answer.borders.reduce(0) { $0 + $1.border.length.kilometers }
    let crossings = answer.borders.reduce(0) { $0 + $1.crossings.count }
    let counties = Set(answer.borders.flatMap { $0.border.counties })
    let widest = answer.borders.compactMap { profile in
      profile.crossings.gap.map { (profile, $0) }
    }.max { $0.1.length < $1.1.length }
    let km = number(kilometers, 0)
    let density = number(kilometers > 0 ? Double(crossings) / kilometers * 100 : nil, 1)
    let names = list(
      answer.borders.map { pair(province($0.border.first), province($0.border.second)) })
    var text = language(
      "\(names)省界共\(km)km,两侧\(counties.count)个县(市、区),干线道路跨越\(crossings)处、每百公里\(density)处",
      "\(names): \(km) km of border with \(counted(counties.count, "county", "counties")) on it, "
        + "crossed by main roads at \(counted(crossings, "place", "places")), \(density) on 100 km")
    if let (_, gap) = widest {
      let between = gap.middle.counties.map(county).joined(separator: language("、", " and "))
      let length = number(gap.length.kilometers, 1)
      text += language(
        ";最长的断口\(length)km,在\(between)之间",
        "; the longest stretch without one is \(length) km, between \(between)")
    }
    return text + language("。", ".")
  }

  private func clusterSentence(_ band: BorderBand) -> String {
    let across = band.clusters.filter(\.isAcross)
    let minutes = figures.minutes(answer.question.minutes)
    let agreement = number(band.stability.agreement, 2)
    var text = language(
      "省界带\(band.counties.count)个县(市、区)按驻地间\(minutes)分钟以内(\(answer.question.mode.words(language)))相连,"
        + "聚成\(band.clusters.count)个组团,其中\(across.count)个跨省,\(band.single.count)个县未与他县相连"
        + "(换种子的一致度\(agreement))",
      "By links of up to \(minutes) minutes between seats (\(answer.question.mode.words(language))) the "
        + "\(counted(band.counties.count, "county", "counties")) of the band form "
        + "\(counted(band.clusters.count, "cluster", "clusters")), \(across.count) of them across a "
        + "border; \(counted(band.single.count, "county is", "counties are")) linked with none "
        + "(agreement over seeds \(agreement))")
    if let first = across.first {
      let people = figures.people(first.totalPeople)
      text += language(
        ";人口最多的跨省组团以\(county(first.centre))为中心:\(list(first.members)),\(people)人",
        "; the largest across is around \(county(first.centre)): \(list(first.members)), "
          + "\(people) people")
    }
    return text + language("。", ".")
  }

  private func linkSentence(_ band: BorderBand) -> String {
    let test = band.linkTest
    let p = number(test.test.pLess, 3)
    let expected = number(test.test.expected, 0)
    let ratio = number(test.ratio, 2)
    let avoids = test.test.pLess <= 0.05
    return language(
      "与直线距离相当的省内驻地对相比,跨省的短时联系有\(test.shortAcross)对,若省界不起作用应有\(expected)对"
        + "(之比\(ratio),置换检验p=\(p)):\(avoids ? "短时联系避开省界" : "看不出短时联系避开省界")。",
      "Of pairs of seats as far apart in a straight line, \(test.shortAcross) across borders are "
        + "linked where \(expected) would be if borders played no part (ratio \(ratio), permutation "
        + "p = \(p)): \(avoids ? "short links avoid" : "nothing shows that short links avoid") the border."
    )
  }

  private func barrierSentence(_ band: BorderBand) -> String {
    let (across, within) = (band.barrier.across, band.barrier.within)
    let excess = barrierExcess(band)
    return language(
      "相邻县驻地间每直线公里,跨省\(number(across.minutesPerKilometer, 2))分钟"
        + "(绕行\(number(across.detour, 2))、沿路\(number(across.speed, 0))km/h),"
        + "省内\(number(within.minutesPerKilometer, 2))分钟"
        + "(\(number(within.detour, 2))、\(number(within.speed, 0))km/h),"
        + "跨省\(excess.isLess ? "少" : "多")\(excess.percent)%。",
      "Between touching counties a straight kilometre takes \(number(across.minutesPerKilometer, 2)) "
        + "minutes across borders (detour \(number(across.detour, 2)), "
        + "\(number(across.speed, 0)) km/h along the way) and "
        + "\(number(within.minutesPerKilometer, 2)) within provinces "
        + "(\(number(within.detour, 2)), \(number(within.speed, 0)) km/h): "
        + "\(excess.percent) % \(excess.isLess ? "less" : "more") across.")
  }

  /// By how many per cent a straight kilometre takes more minutes across borders than within
  /// provinces, or less.
  func barrierExcess(_ band: BorderBand) -> (percent: String, isLess: Bool) {
    let percent = band.barrier.ratio.map { ($0 - 1) * 100 }
    return (number(percent.map { abs($0) }, 0), (percent?.rounded() ?? 0) < 0)
  }

  private func reachSentence(_ group: PlaceGroup) -> String {
    let reaches = answer.reaches.filter { $0.group == group }
    let parts = reaches.map { reach -> String in
      let minutes = figures.minutes(reach.minutes)
      let people = figures.people(reach.people)
      let across = figures.share(reach.shareAcross)
      return language(
        "\(minutes)分钟\(people)人(外省占\(across))",
        "\(people) people in \(minutes) minutes (\(across) of them in other provinces)")
    }
    return language(
      "\(group.name.chinese)可达:", "\(group.name.english) reaches ")
      + parts.joined(separator: language("、", ", ")) + language("。", ".")
  }

  private func groupSentence(_ group: GroupCohesion) -> String {
    let mean = figures.minutes(group.meanMinutes)
    let longest = figures.minutes(group.longestMinutes)
    var text = language(
      "\(group.group.name.chinese):\(group.units.count)地两两平均\(mean)分钟、最长\(longest)分钟,"
        + (group.isContiguous ? "相连成片" : "不相连"),
      "\(group.group.name.english): \(mean) minutes on average between \(group.units.count) places, "
        + "\(longest) at most, " + (group.isContiguous ? "contiguous" : "not contiguous"))
    if let worst = group.worstDetour, let travel = worst.travel {
      let names = pair(
        language(region.name(of: group.units[worst.first])),
        language(region.name(of: group.units[worst.second])))
      text += language(
        ";绕行最大的是\(names),\(number(travel.detour, 2))倍",
        "; the worst detour is \(names), \(number(travel.detour, 2)) times the straight line")
    }
    return text + language("。", ".")
  }
}

extension [PlaceGroup] {
  /// Each once, in order.
  func distinct() -> [PlaceGroup] {
    reduce(into: []) { if !$0.contains($1) { $0.append($1) } }
  }
}
