import Geometry
import Shapes

// What is found by name: places, lines as plans call them, facilities, characters.
extension DatasetTables {
  mutating func addNames(of dataset: Dataset) {
    var characters = TableText(["traditional", "simplified"])
    for (from, to) in dataset.simplified.sorted(by: { $0.key < $1.key }) {
      characters.append([String(from), String(to)])
    }
    add("traditional.csv", characters)
    if !dataset.corridorAliases.isEmpty {
      var aliases = TableText(["name", "line_ids"])
      for alias in dataset.corridorAliases {
        aliases.append([alias.name, alias.codes.joined(separator: ";")])
      }
      add("corridors.csv", aliases)
    }
    if !dataset.facilities.isEmpty {
      var facilities = TableText(["kind", "code", "name_zh", "name_en", "lon", "lat", "supply"])
      for facility in dataset.facilities {
        facilities.append(
          [
            facility.kind, facility.code ?? "", facility.name.chinese, facility.name.english,
          ] + facility.position.fields + [facility.supply.digits])
      }
      add("facilities.csv", facilities)
    }
    if !dataset.places.isEmpty {
      var places = TableText(["name", "name_zh", "name_en", "kind", "lon", "lat"])
      for place in dataset.places {
        places.append(
          [place.localName, place.name.chinese, place.name.english, place.kind.rawValue]
            + place.position.fields)
      }
      add("named_places.csv", places)
    }
  }
}
