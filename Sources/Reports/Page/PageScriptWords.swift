import Shapes

/// The words that the page's script writes.
struct PageScriptWords {
  let words: PageWords

  var members: [(key: String, value: JSONText)] {
    let language = words.language
    let texts: [(String, String)] = [
      ("county", language("县级单位", "County unit")),
      ("prefecture", language("地级单位", "Prefecture")),
      ("province", language("省级单位", "Province")),
      ("areaShare", language("面积占比", "Share of area")),
      ("peopleShare", language("人口占比", "Share of people")),
      ("peopleLegend", language("圈内人口占比", "Share of people inside")),
      ("areaLegend", language("圈内面积占比", "Share of area inside")),
      ("areaInside", language("圈内面积（km²）", "Area inside (km²)")),
      ("peopleInside", language("圈内人口（万人）", "People inside (thousand)")),
      ("seatMinutes", language("驻地时间（分钟）", "Seat (min)")),
      ("seatState", language("驻地", "Seat")),
      ("reached", language("到达", "reached")),
      ("notReached", language("不可达", "out of reach")),
      ("missing", language("差 {0} 分钟", "{0} min short")),
      ("noPeople", language("未计人口", "people not counted")),
      ("seatTip", language("驻地 {0} 分钟", "seat {0} min")),
      ("peopleTip", language("人口 {0} / {1} 万人", "people {0} of {1} thousand")),
      ("areaTip", language("面积 {0} / {1} km²", "area {0} of {1} km²")),
      ("rows", language("显示 {0} 行，共 {1} 行", "{0} of {1} rows shown")),
      ("sortBy", language("按“{0}”排序", "Sort by “{0}”")),
      ("showOnMap", language("在图上显示{0}", "Show {0} on the map")),
      ("showAll", language("显示全部 {0} 个", "Show all {0}")),
      ("showFewer", language("只显示前 {0} 个", "Show the first {0}")),
      ("noneMissed", language("没有未到达的驻地。", "No seat is missed.")),
      ("zoomIn", language("放大", "Zoom in")),
      ("zoomOut", language("缩小", "Zoom out")),
      ("outside", language("圈外", "outside")),
    ]
    return texts.map { ($0.0, .string($0.1)) }
  }
}
