import Geometry
import Shapes

/// A region of names: its polygons are all the same square, for nobody looks at them.
enum NamesRegion {
  static let simplified: [Character: Character] = ["長": "长", "縣": "县", "區": "区", "灣": "湾"]

  static let region = build(
    provinces: [
      ("330000", "浙江省", "Zhejiang Province"), ("340000", "安徽省", "Anhui Province"),
      ("350000", "福建省", "Fujian Province"), ("360000", "江西省", "Jiangxi Province"),
      ("430000", "湖南省", "Hunan Province"),
      ("450000", "广西壮族自治区", "Guangxi Zhuang Autonomous Region"),
      ("500000", "重庆市", "Chongqing Municipality"),
    ],
    prefectures: [
      ("330100", "杭州市", "Hangzhou City"), ("341000", "黄山市", "Huangshan City"),
      ("350800", "龙岩市", "Longyan City"), ("360100", "南昌市", "Nanchang City"),
      ("430100", "长沙市", "Changsha City"), ("430200", "株洲市", "Zhuzhou City"),
      ("430800", "张家界市", "Zhangjiajie City"), ("430900", "益阳市", "Yiyang City"),
      ("431200", "怀化市", "Huaihua City"),
      ("433100", "湘西土家族苗族自治州", "Xiangxi Tujia and Miao Autonomous Prefecture"),
      ("450300", "桂林市", "Guilin City"), ("500000", "重庆市", "Chongqing Municipality"),
    ],
    counties: [
      ("330106", "西湖区", "Xihu District"), ("341021", "歙县", "She County"),
      ("350803", "永定区", "Yongding District"), ("360103", "西湖区", "Xihu District"),
      ("430102", "芙蓉区", "Furong District"), ("430121", "长沙县", "Changsha County"),
      ("430202", "荷塘区", "Hetang District"), ("430281", "醴陵市", "Liling City"),
      ("430802", "永定区", "Yongding District"), ("430921", "南县", "Nan County"),
      ("431228", "芷江侗族自治县", "Zhijiang Dong Autonomous County"),
      ("431281", "洪江市", "Hongjiang City"), ("433101", "吉首市", "Jishou City"),
      ("450302", "秀峰区", "Xiufeng District"), ("500101", "万州区", "Wanzhou District"),
    ],
    systems: [
      system("changzhutan", "长株潭|Chang-Zhu-Tan", ["430100", "430200"], .centre),
      system("metro", "长株潭都市圈", ["430100", "430200"], .centre, and: ["430202"]),
      system("3plus5", "3+5|3+5城市群", ["430100"], .member),
      system("border", "湘边", ["430000"], .province),
      NamedSystem(id: "unstated", aliases: ["无名都市圈"], members: [], source: "003:7"),
      system("shadow", "长沙|长沙系统", ["430100"], .centre),
    ],
    zones: [ManagementZone(name: "洪江区", hostCode: "431281", people: 57_004)])

  private typealias Unit = (code: String, chinese: String, english: String)

  private static func system(
    _ id: String, _ aliases: String, _ codes: [String], _ role: NamedSystem.Role,
    and members: [String] = []
  ) -> NamedSystem {
    NamedSystem(
      id: id, aliases: aliases.split(separator: "|").map(String.init),
      members: codes.map { .init(code: $0, role: role, basis: .document) }
        + members.map { .init(code: $0, role: .member, basis: .outside) }, source: "001:1")
  }

  private static func build(
    provinces: [Unit], prefectures: [Unit], counties: [Unit], systems: [NamedSystem],
    zones: [ManagementZone]
  ) -> Region {
    func name(_ unit: Unit) -> PlaceName { PlaceName(chinese: unit.chinese, english: unit.english) }
    /// A unit lies in the one whose code agrees in the first digits; all of Chongqing in 500000.
    func parent(_ code: String, _ digits: Int, in units: [Unit]) -> Int {
      units.firstIndex { $0.code.prefix(digits) == code.prefix(digits) } ?? units.count - 1
    }
    let square = [(113.0, 28.0), (114, 28), (114, 29), (113, 29)]
      .map { GeoPoint(longitude: $0.0, latitude: $0.1) }
    let parents = counties.map { parent($0.code, 4, in: prefectures) }
    let grandparents = prefectures.map { parent($0.code, 2, in: provinces) }
    return Region(
      counties: zip(counties, parents).map { county, prefecture in
        County(
          code: county.code, name: name(county), prefecture: prefecture,
          province: grandparents[prefecture], polygons: [GeoPolygon(outer: square)],
          seat: nil, people: nil, urbanPeople: nil)
      },
      prefectures: prefectures.indices.map { index in
        Prefecture(
          code: prefectures[index].code, name: name(prefectures[index]),
          province: grandparents[index],
          counties: parents.indices.filter { parents[$0] == index }, core: nil)
      },
      provinces: provinces.indices.map { index in
        Province(
          code: provinces[index].code, name: name(provinces[index]),
          prefectures: grandparents.indices.filter { grandparents[$0] == index })
      },
      systems: systems, zones: zones)
  }
}
