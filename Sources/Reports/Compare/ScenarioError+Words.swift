public import Analysis
import Shapes

extension ScenarioError {
  /// The sentence in a reader's language; the English one is ``description``.
  public func words(_ language: Language) -> String {
    language(chinese, description)
  }

  private var chinese: String {
    switch self {
    case .farFromRoads(let link, let place, let kilometers?):
      "\(link):\(place)距最近的普通道路\(kilometers.fixed(1))km,而互通至多接15km;请移动它,或不列入interchanges。"
    case .farFromRoads(let link, let place, nil):
      "\(link):数据中没有\(place)可接的普通道路;请给出道路。"
    case .alreadyThere(let link, let line, let place):
      "\(place.map { "\($0):" } ?? "")\(link)在基准路网中已有(\(line));请去掉,或用change改其速度。"
    case .noSuchStretch(let place, let words):
      "\(place)不是基准路网中的路段(\(words));请用hinterland data show所列的路线名,和它经过的地点。"
    case .noProvinces: "border_delay需要省份,而此数据不足两个;请去掉。"
    case .sameProvince(let name): "border_delay两端都是\(name);请给两个省。"
    case .noSpeed(let link, let roadClass): "\(link)的等级\(roadClass)在参数中没有速度;请给speed。"
    case .twice(let name): "有两条线路都叫\(name);请各取其名。"
    }
  }
}
