import Foundation
import GeoIO
import TestSupport
import Testing

/// A dataset of two counties, one road and one railway, table by table.
///
///          113.0    113.5    114.0
///     28.5 ┌────────┬────────┐
///          │  甲县  │  乙市  │    node 0 (113.1) ──main── 1 (113.4) ──expressway── 2 (113.9)
///     28.0 └────────┴────────┘    all nodes, seats and stations lie on 28.25
struct TinyDataset {
  var files: [String: String] = [
    "dataset.csv": """
    key,value
    title_zh,小数据集
    title_en,Tiny
    version,1
    road_network,backbone
    lattice,+proj=aea +lat_1=25 +lat_2=47 +lon_0=105 +datum=WGS84
    cell_m,500
    attribution_1,"nobody, in particular"
    vintage_zh,今天
    vintage_en,today
    limits_zh,很小
    limits_en,tiny

    """,
    "regions.geojson": """
    {"type":"FeatureCollection","features":[
    {"type":"Feature","properties":{"adcode":"430181","name_zh":"乙市","name_en":"Yi City",\
    "prefecture_code":"430100","prefecture_zh":"丙市","prefecture_en":"Bing City",\
    "province_code":"430000","province_zh":"湖南省","province_en":"Hunan Province"},\
    "geometry":{"type":"Polygon","coordinates":\
    [[[113.5,28.0],[114.0,28.0],[114.0,28.5],[113.5,28.5],[113.5,28.0]]]}},
    {"type":"Feature","properties":{"adcode":"430121","name_zh":"甲县","name_en":"Jia County",\
    "prefecture_code":"430100","prefecture_zh":"丙市","prefecture_en":"Bing City",\
    "province_code":"430000","province_zh":"湖南省","province_en":"Hunan Province"},\
    "geometry":{"type":"Polygon","coordinates":\
    [[[113.0,28.0],[113.0,28.5],[113.5,28.5],[113.5,28.0],[113.0,28.0]]]}}
    ]}
    """,
    "seats.csv": "adcode,lon,lat\n430121,113.25,28.25\n430181,113.75,28.25\n",
    "population.csv": "adcode,population_2020,urban_2020\n430121,90000,30000\n430181,,\n",
    "prefectures.csv": "prefecture_code,core_lon,core_lat\n430100,113.25,28.25\n",
    "roads_nodes.csv": "id,lon,lat\n0,113.1,28.25\n1,113.4,28.25\n2,113.9,28.25\n",
    "roads_edges.csv":
      "from,to,km,class,ref,origin\n0,1,30,main,,osm\n1,2,50,expressway,G1;G2,osm\n",
    "expressways.csv": "code,name_zh,name_en\nG1,东西高速,East-West\n",
    "places.csv": "geonameid,lon,lat\n1,113.2,28.2\n2,113.7,28.3\n3,120.0,30.0\n",
    "water.geojson": """
    {"type":"FeatureCollection","features":[{"type":"Feature",\
    "properties":{"name_zh":"湖","name_en":"Lake","barrier":"hard"},\
    "geometry":{"type":"Polygon","coordinates":\
    [[[113.6,28.1],[113.65,28.1],[113.65,28.15],[113.6,28.1]]]}}]}
    """,
    "systems.csv": """
    id,alias,member_code,role,basis,document,line
    jiayi,甲乙|JY,430121,centre,document,001,12
    jiayi,,430181,member,abbreviation,001,12
    nobody,无人,,,unstated,001,13

    """,
    "zones.csv": "name,host_code,population_2020\n甲开发区,430121,1000\n",
    "rail_lines.csv": "line_id,name_zh,name_en\nAB,甲乙铁路,Jia–Yi Railway\n",
    "rail_segments.csv": """
    line_id,seq,from_id,to_id,distance_km,run_min,class,trains_per_day,opened,status
    AB,1,ST1,ST2,40.0,12.0,HSR,32,2014,open
    AB,2,ST2,ST3,40.0,30.0,intercity,8,2030-12-31,open

    """,
    "rail_stations.csv": """
    station_id,name_zh,name_en,lon,lat
    ST1,甲西,Jia West,113.1,28.25
    ST2,甲乙,Jiayi,113.5,28.25
    ST3,乙东,Yi East,113.9,28.25

    """,
    "corridors.csv": "name,line_ids\n甲乙线,AB;G1\n",
    "facilities.csv": """
    id,kind,code,name_zh,name_en,lon,lat,supply
    AP1,airport,JIA,甲机场,Jia Airport,113.2,28.3,2.5
    PT1,river port,,乙港,Yi Port,113.8,28.2,1

    """,
    "traditional.csv": "traditional,simplified\n縣,县\n",
  ]

  /// Writes all tables, and reads them as the program does.
  func read(in folder: TemporaryFolder) throws -> Dataset {
    for (name, text) in files { try folder.write(text, to: name) }
    return try DatasetFolder.find(named: folder.path).read()
  }
}

/// One change to one table of the tiny dataset.
struct TableDamage: Sendable, CustomTestStringConvertible {
  var title: String
  var file: String
  var old: String
  /// Nil takes the file away.
  var new: String?
  /// Of the table, where it has lines; 1 is the header.
  var line: Int?

  init(_ title: String, _ file: String, _ old: String, _ new: String?, line: Int? = nil) {
    self.title = title
    self.file = file
    self.old = old
    self.new = new
    self.line = line
  }

  var testDescription: String { title }

  func applied(to dataset: TinyDataset) -> TinyDataset {
    var dataset = dataset
    let text = dataset.files[file] ?? ""
    precondition(old.isEmpty || text.contains(old), "\(title): \(file) does not hold '\(old)'.")
    dataset.files[file] = new.map { text.replacing(old, with: $0, maxReplacements: 1) }
    return dataset
  }
}
