import Analysis
import Geometry

/// The tables below the map. Those of coverage are filled by the page's script, which sorts them.
extension CirclePage {
  var circlesSection: HTML {
    let heads = [
      language("圈", "Circle"), language("时间", "Time"),
      language("面积（km²）", "Area (km²)"), language("低–高", "Low–high"),
      language("人口（万人）", "People (thousand)"), language("低–高", "Low–high"),
      language("长末端占面积", "Long last leg, area"),
      language("长末端占人口", "Long last leg, people"),
      language("图形误差：面积", "Drawing error, area"),
      language("图形误差：人口", "Drawing error, people"),
    ]
    let rows = answer.circles.map { circle -> HTML in
      """
      <tr><th scope="row">\(language(circle.group.name))</th>\
      <td>\(words.minutes(circle.minutes))</td>\
      <td class="number"><b>\(words.area(circle.extent.area))</b></td>\
      <td class="number band">\(words.area(circle.lower.area))–\(words.area(circle.higher.area))</td>\
      <td class="number" title="\(circle.extent.people.map { Figures.grouped("\($0)") } ?? "–")">\
      <b>\(words.people(circle.extent.people))</b></td>\
      <td class="number band">\
      \(words.people(circle.lower.people))–\(words.people(circle.higher.people))</td>\
      <td class="number">\(words.share(circle.longLegAreaShare))</td>\
      <td class="number">\(words.share(circle.longLegPeopleShare))</td>\
      <td class="number">\(words.signedShare(circle.certificate.area))</td>\
      <td class="number">\(words.signedShare(circle.certificate.people))</td></tr>
      """
    }
    return PageShell.section(
      "circles", language("各圈面积与人口", "Circles: area and people"),
      """
      \(table(language("各圈面积与人口", "Area and people of each circle"), heads, rows, leading: 2))
      <p class="note">\(language(
        "面积与人口均由格网单元计数得出。“低–高”为道路与末端速度各降低、提高 10% 的结果；“长末端”为离开道路后直线超过 3 km才到达的部分；“图形误差”为所绘图形与单元计数之差。人口为"
          + basis + "。",
        "Area and people are counted from grid cells. Low–high: road and last-leg speeds 10 % lower "
          + "and 10 % higher. Long last leg: reached by more than 3 km off the road. Drawing error: "
          + "the drawn shape against the cells. People are \(basis)."))</p>
      \(readingsTable)
      """)
  }

  private var basis: String {
    switch answer.basis {
    case .counted: language("栅格统计值", "counted in a raster")
    case .modelled:
      language(
        "按县级普查总数分摊到单元的模型值",
        "modelled: census totals of counties shared out to cells")
    }
  }

  private var readingsTable: HTML {
    let heads =
      [language("圈", "Circle"), language("时间", "Time")]
      + CentreReading.allCases.map { words.reading($0) }
    let rows = answer.circles.map { circle -> HTML in
      let cells = CentreReading.allCases.map { reading -> HTML in
        guard let area = circle.readings[reading] else { return "<td class=\"number\">–</td>" }
        let isAsked = reading == answer.question.reading
        let text: HTML = isAsked ? "<b>\(words.area(area))</b>" : "\(words.area(area))"
        return "<td class=\"number\">\(text)</td>"
      }
      return """
        <tr><th scope="row">\(language(circle.group.name))</th>\
        <td>\(words.minutes(circle.minutes))</td>\(cells)</tr>
        """
    }
    return table(
      language(
        "中心的三种读法所得面积（km²；粗体为本次所用）",
        "Area in km² by each reading of the centre (bold: the one used)"), heads, rows, leading: 2)
  }

  var coverageSection: HTML {
    PageShell.section(
      "coverage", language("覆盖情况", "Coverage"),
      """
      <div class="tools">
      <fieldset class="segments"><legend>\(language("层级", "Level"))</legend><div>
      <label><input type="radio" name="level" value="0" checked>\
      <span>\(language("县级", "Counties"))</span></label>
      <label><input type="radio" name="level" value="1">\
      <span>\(language("地级", "Prefectures"))</span></label>
      <label><input type="radio" name="level" value="2">\
      <span>\(language("省级", "Provinces"))</span></label></div></fieldset>
      <label class="choice"><span class="legend">\(language("筛选", "Filter"))</span>\
      <input type="search" id="filter" autocomplete="off" \
      placeholder="\(language("县、市、省名", "name of a unit"))"></label>
      <label class="check"><input type="checkbox" id="covered" checked> \
      \(language("只列圈内有面积的单位", "Only units with ground inside"))</label>
      <output id="row-count" aria-live="polite"></output>
      </div>
      <div class="scroll" tabindex="0" role="region" \
      aria-label="\(language("覆盖情况表", "Coverage table"))">
      <table id="coverage-table"><caption id="coverage-caption"></caption>\
      <thead></thead><tbody></tbody></table></div>
      <noscript><p>\(language("本表需要启用脚本。", "This table needs scripts to be on."))</p></noscript>
      """)
  }

  var missedSection: HTML {
    PageShell.section(
      "missed", language("未到达的驻地", "Seats missed"),
      """
      <p class="note">\(language(
        "按所选的圈，由近到远列出圈外驻地及所差分钟数。",
        "For the chosen circle: seats outside it, nearest first, with the minutes missing."))</p>
      <ol id="missed-list" class="missed"></ol>
      <button type="button" id="missed-more" class="more" hidden></button>
      """)
  }

  var zonesSection: HTML {
    let zones = answer.circles.flatMap { circle in circle.zones.map { (circle, $0) } }
    guard !zones.isEmpty else { return "" }
    let heads = [
      language("范围", "Zone"), language("圈", "Circle"), language("时间", "Time"),
      language("范围面积（km²）", "Zone area (km²)"), language("圈内占比", "Share inside"),
      language("范围人口（万人）", "Zone people (thousand)"), language("圈内占比", "Share inside"),
      language("在册且到达", "Listed, reached"), language("在册未到达", "Listed, not reached"),
      language("到达未在册", "Reached, not listed"),
    ]
    let rows = zones.map { circle, zone -> HTML in
      """
      <tr><th scope="row">\(language(zone.zone.name))</th><td>\(language(circle.group.name))</td>\
      <td>\(words.minutes(circle.minutes))</td><td class="number">\(words.area(zone.area))</td>\
      <td class="number">\(words.share(zone.area > 0 ? zone.areaInside / zone.area : 0))</td>\
      <td class="number">\(words.people(zone.people))</td>\
      <td class="number">\
      \(zone.peopleShare.map { words.share($0) } ?? "–")</td>\
      <td>\(names(zone.listedAndReached))</td><td>\(names(zone.listedNotReached))</td>\
      <td>\(names(zone.reachedNotListed))</td></tr>
      """
    }
    return PageShell.section(
      "zones", language("与指定范围对照", "Against the zones asked for"),
      table(
        language("圈与指定范围", "Circles against zones"), heads, rows, leading: 3))
  }

  private func names(_ counties: [Int]) -> String {
    guard !counties.isEmpty else { return "–" }
    let names = counties.map { language(report.region.counties[$0].name) }
    return language("\(names.count) 个：", "\(names.count): ")
      + names.joined(separator: language("、", ", "))
  }

  /// A table in a frame that scrolls; its first `leading` columns hold words, the others figures.
  func table(_ caption: String, _ heads: [String], _ rows: [HTML], leading: Int) -> HTML {
    let headCells = heads.enumerated().map { index, head -> HTML in
      index < leading
        ? "<th scope=\"col\">\(head)</th>" : "<th scope=\"col\" class=\"number\">\(head)</th>"
    }
    return """
      <div class="scroll" tabindex="0" role="region" aria-label="\(caption)"><table>
      <caption>\(caption)</caption>
      <thead><tr>\(headCells)</tr></thead>
      <tbody>
      \(rows)
      </tbody></table></div>
      """
  }
}
