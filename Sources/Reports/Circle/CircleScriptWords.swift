import Shapes

/// The words that the script of circles writes, beside those of every page.
struct CircleScriptWords {
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
      ("noneMissed", language("没有未到达的驻地。", "No seat is missed.")),
      ("outside", language("圈外", "outside")),
    ]
    return PageScript(language).words + texts.map { ($0.0, .string($0.1)) }
  }
}
