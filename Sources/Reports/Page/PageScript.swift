import Shapes

/// The scripts of a page and the words they write; each script says at its top what it does.
struct PageScript {
  let language: Language

  init(_ language: Language) {
    self.language = language
  }

  var words: [(key: String, value: JSONText)] {
    let texts: [(String, String)] = [
      ("rows", language("显示 {0} 行，共 {1} 行", "{0} of {1} rows shown")),
      ("sortBy", language("按“{0}”排序", "Sort by “{0}”")),
      ("filter", language("筛选", "Filter")),
      ("showOnMap", language("在图上显示{0}", "Show {0} on the map")),
      ("showAll", language("显示全部 {0} 个", "Show all {0}")),
      ("showFewer", language("只显示前 {0} 个", "Show the first {0}")),
      ("zoomIn", language("放大", "Zoom in")),
      ("zoomOut", language("缩小", "Zoom out")),
      ("noData", language("无数据", "no data")),
    ]
    return texts.map { ($0.0, .string($0.1)) }
  }

  static var kit: HTML { embedded(PackageResources.kit_js) }
  static var map: HTML { embedded(PackageResources.map_js) }
  static var circle: HTML { embedded(PackageResources.circle_js) }
  static var result: HTML { embedded(PackageResources.result_js) }
  static var style: HTML { embedded(PackageResources.page_css) }

  private static func embedded(_ bytes: [UInt8]) -> HTML {
    HTML(trusted: String(decoding: bytes, as: UTF8.self))
  }
}
