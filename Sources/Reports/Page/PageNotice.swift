import Geometry

/// What a map or table made from the dataset must say of itself.
struct PageNotice {
  let notes: DatasetNotes
  let language: Language

  /// Under the map: when the data were taken, from whom, and the caution about borders.
  var mapLine: String {
    language("数据时点：", "Vintage: ") + vintage + language("。来源：", ". Sources: ")
      + notes.attribution.joined(separator: language("；", "; "))
      + language("。", ". ") + caution
  }

  var vintage: String {
    PageWords(language).typeset(language(notes.vintage))
  }

  var caution: String {
    language(
      "图上界线仅供规划分析，不作为划界依据；公开展示、出版前请依法送审地图。",
      "Borders are drawn for planning analysis and have no legal force; a map of China needs map "
        + "review (审图) before it is published.")
  }
}
