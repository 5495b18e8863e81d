extension DatasetFolder {
  /// Tables that decide answers, in a fixed order.
  private static let digested = [
    "dataset.csv", "regions.geojson", "seats.csv", "population.csv", "prefectures.csv",
    "roads_nodes.csv", "roads_edges.csv", "expressways.csv", "places.csv", "water.geojson",
    "systems.csv", "zones.csv", "traditional.csv", "rail_lines.csv", "rail_segments.csv",
    "rail_stations.csv", "rail_services.csv", "corridors.csv", "facilities.csv",
    "named_places.csv", "counted.csv", "figures.csv",
  ]
  /// Those of them that a dataset may do without.
  private static let optional: Set = [
    "rail_services.csv", "corridors.csv", "facilities.csv", "named_places.csv", "counted.csv",
    "figures.csv",
  ]

  /// A digest of all tables that decide answers: 64 bits of FNV-1a over names, sizes and bytes,
  /// eight at a time.
  ///
  /// It tells versions apart; it is no protection against forgery.
  public func digest() throws(GeoIOError) -> String {
    var hash: UInt64 = 0xcbf2_9ce4_8422_2325
    func mix(_ word: UInt64) {
      hash = (hash ^ word) &* 0x0000_0100_0000_01b3
      hash ^= hash >> 29
    }
    for name in Self.digested {
      if Self.optional.contains(name), !has(name) { continue }
      let data = try FileBytes.read(file(name))
      for byte in name.utf8 { mix(UInt64(byte)) }
      mix(UInt64(data.count))
      data.withUnsafeBytes { bytes in
        let words = bytes.count / 8
        for word in 0..<words {
          mix(UInt64(littleEndian: bytes.loadUnaligned(fromByteOffset: word * 8, as: UInt64.self)))
        }
        for byte in bytes[(words * 8)...] { mix(UInt64(byte)) }
      }
    }
    return String(hash, radix: 16)
  }
}
