import Analysis
import Geometry

/// The map with its controls, key figures and legend.
extension CirclePage {
  func mapSection(figures: [PageFigure], start: Int) -> HTML {
    MapSection(
      language: language, notes: report.notes, title: title, choices: choices(start: start),
      figures: figures, legend: legend
    ).html
  }

  private func choices(start: Int) -> HTML {
    let circles = answer.circles
    let groups = CirclePageData.groups(of: answer)
    let first = circles.indices.contains(start) ? circles[start] : nil
    let minutes = Set(circles.map(\.minutes)).sorted()
    let groupChoice: HTML =
      groups.count < 2
      ? ""
      : """
      <label class="choice"><span class="legend">\(language("圈", "Circle"))</span>\
      <select id="group">\(groups.enumerated().map { index, group -> HTML in
        "<option value=\"\(index)\">\(language(group.name))</option>"
      })</select></label>
      """
    let minuteChoices = minutes.map { value -> HTML in
      let text = Figures.short(value, places: 2)
      let checked: HTML = value == first?.minutes ? " checked" : ""
      return """
        <label><input type="radio" name="minutes" value="\(text)"\(checked)>\
        <span>\(text)</span></label>
        """
    }
    return """
      \(groupChoice)
      <fieldset class="segments"><legend>\(language("时间（分钟）", "Minutes"))</legend>\
      <div>\(minuteChoices)</div></fieldset>
      <fieldset class="segments"><legend>\(language("县域着色", "Counties shaded by"))</legend><div>
      <label><input type="radio" name="shade" value="people" checked>\
      <span>\(language("人口占比", "People"))</span></label>
      <label><input type="radio" name="shade" value="area">\
      <span>\(language("面积占比", "Area"))</span></label>
      </div></fieldset>
      """
  }

  private var legend: HTML {
    """
    <p class="legend-head" id="shade-title">\(language("圈内人口占比", "Share of people inside"))</p>
    <ul class="ramp">\(ramp)</ul>
    <ul class="keys">\(circleKeys + MapKey(language: language).lines + areaKeys)</ul>
    """
  }

  private var circleKeys: [HTML] {
    let minutes = Set(answer.circles.map(\.minutes)).sorted()
    var keys = zip(minutes, CircleColors.colors(count: minutes.count)).map { minutes, color in
      MapKey.key(
        "<path d=\"M1 8H33\" stroke=\"\(color.text)\" stroke-width=\"3\"/>", words.minutes(minutes))
    }
    if CirclePageData.groups(of: answer).count > 1 {
      keys.append(
        MapKey.key(MapKey.line("other"), language("其他中心，同一时间", "Other centres, same time")))
    }
    keys += (answer.circles.first?.zones ?? []).map {
      MapKey.key(MapKey.line("zone"), language($0.zone.name))
    }
    return keys
  }

  private var areaKeys: [HTML] {
    let seats: HTML = """
      <circle class="seat-in" cx="10" cy="8" r="3"/><circle class="seat-out" cx="24" cy="8" r="3"/>
      """
    let keys = MapKey(language: language)
    return [
      keys.water,
      MapKey.key(MapKey.box("core"), language("起点（建成区）", "Start (built-up core)")),
      MapKey.key(seats, language("驻地：到达 / 未到达", "Seat: reached / missed")),
      keys.beyond,
    ]
  }

  private var ramp: [HTML] {
    let labels = [
      language("无", "none"), "<10%", "10–25%", "25–50%", "50–75%", "75–100%",
      language("全部", "all"), language("无数据", "no data"),
    ]
    return labels.enumerated().map { index, label in
      "<li><i class=\"shade-\(index)\"></i>\(label)</li>"
    }
  }
}
