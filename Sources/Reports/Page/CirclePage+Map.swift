import Analysis
import Geometry

/// The map with its controls, key figures and legend.
extension CirclePage {
  func mapSection(figures: [[String]], start: Int) -> HTML {
    """
    <section class="map-section" aria-labelledby="map-title">
    <h2 id="map-title" class="visually-hidden">\(language("地图", "Map"))</h2>
    <div class="plate">
    <div class="map-column">
    <div id="map" role="region" aria-label="\(mapLabel)"></div>
    <div class="north" aria-hidden="true">N<br>▲</div>
    <p class="map-note">\(PageNotice(report: report).mapLine)</p>
    </div>
    <aside class="side" aria-label="\(language("选项、要点与图例", "Options, figures and legend"))">
    \(controls(start: start))
    <dl class="figures" id="figures">\(figures.map(figure))</dl>
    \(legend)
    </aside>
    </div>
    </section>
    """
  }

  private var mapLabel: String {
    language(
      "\(title)地图：方向键平移，加减键缩放；图上内容在下面的表中均可读到",
      "Map: \(title). Arrow keys pan, plus and minus zoom; the tables below tell the same.")
  }

  private func figure(_ parts: [String]) -> HTML {
    """
    <div><dt>\(parts[0])</dt><dd><b>\(parts[1])</b> <span>\(parts[2])</span>\
    <small>\(parts[3])</small></dd></div>
    """
  }

  private func controls(start: Int) -> HTML {
    let circles = answer.circles
    let groups = PageData.groups(of: answer)
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
      <form class="controls" onsubmit="return false" aria-label="\(language("地图选项", "Map options"))">
      \(groupChoice)
      <fieldset class="segments"><legend>\(language("时间（分钟）", "Minutes"))</legend>\
      <div>\(minuteChoices)</div></fieldset>
      <fieldset class="segments"><legend>\(language("县域着色", "Counties shaded by"))</legend><div>
      <label><input type="radio" name="shade" value="people" checked>\
      <span>\(language("人口占比", "People"))</span></label>
      <label><input type="radio" name="shade" value="area">\
      <span>\(language("面积占比", "Area"))</span></label>
      </div></fieldset>
      <fieldset class="checks"><legend>\(language("图层", "Layers"))</legend>
      \(layerChoice("expressways", language("高速公路", "Expressways")))
      \(layerChoice("railways", language("铁路", "Railways")))
      \(layerChoice("seats", language("政府驻地", "Seats")))
      \(layerChoice("labels", language("地名", "Names")))
      </fieldset>
      </form>
      """
  }

  private func layerChoice(_ name: HTML, _ label: String) -> HTML {
    "<label><input type=\"checkbox\" name=\"layer\" value=\"\(name)\" checked> \(label)</label>"
  }

  private var legend: HTML {
    """
    <div class="legend-box" role="group" aria-label="\(language("图例", "Legend"))">
    <h3>\(language("图例", "Legend"))</h3>
    <p class="legend-head" id="shade-title">\(language("圈内人口占比", "Share of people inside"))</p>
    <ul class="ramp">\(ramp)</ul>
    <ul class="keys">\(circleKeys + lineKeys + areaKeys)</ul>
    </div>
    """
  }

  private var circleKeys: [HTML] {
    let minutes = Set(answer.circles.map(\.minutes)).sorted()
    var keys = zip(minutes, CircleColors.colors(count: minutes.count)).map { minutes, color in
      key("<path d=\"M1 8H33\" stroke=\"\(color)\" stroke-width=\"3\"/>", words.minutes(minutes))
    }
    if PageData.groups(of: answer).count > 1 {
      keys.append(key(line("other"), language("其他中心，同一时间", "Other centres, same time")))
    }
    return keys
  }

  private var lineKeys: [HTML] {
    [
      key(line("province"), language("省界", "Province border")),
      key(line("prefecture"), language("地级界", "Prefecture border")),
      key(line("county"), language("县级界", "County border")),
      key(line("expressway"), language("高速公路", "Expressway")),
      key("\(line("rail"))\(line("rail-gap"))", language("铁路", "Railway")),
    ]
  }

  private var areaKeys: [HTML] {
    let seats: HTML = """
      <circle class="seat-in" cx="10" cy="8" r="3"/><circle class="seat-out" cx="24" cy="8" r="3"/>
      """
    return [
      key(box("water"), language("湖泊、宽阔江面", "Lake or wide river")),
      key(box("core"), language("起点（建成区）", "Start (built-up core)")),
      key(seats, language("驻地：到达 / 未到达", "Seat: reached / missed")),
      key(box("beyond"), language("数据范围外", "Outside the dataset")),
    ]
  }

  private func line(_ name: HTML) -> HTML { "<path class=\"\(name)\" d=\"M1 8H33\"/>" }

  private func box(_ name: HTML) -> HTML {
    "<rect class=\"\(name)\" x=\"1\" y=\"3\" width=\"32\" height=\"10\"/>"
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

  private func key(_ drawing: HTML, _ label: String) -> HTML {
    """
    <li><svg width="34" height="16" viewBox="0 0 34 16" aria-hidden="true">\(drawing)</svg>\
    <span>\(label)</span></li>
    """
  }
}
