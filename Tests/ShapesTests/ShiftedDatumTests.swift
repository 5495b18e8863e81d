import Shapes
import Testing

@Suite struct ShiftedDatumTests {
  /// Pairs of googollee/eviltransform: Shanghai, Shenzhen, Beijing; latitude first.
  @Test(arguments: [
    (31.177_427_6, 121.527_210_6, 31.175_303_983_645_97, 121.531_541_859_215),
    (22.543_847, 113.912_316, 22.540_796_131_694_766, 113.917_176_480_836_3),
    (39.911_954, 116.377_817, 39.913_345_455_360_69, 116.384_047_224_556_57),
  ])
  func agreesWithPublishedPairs(pair: (Double, Double, Double, Double)) {
    let (ground, drawn) = (
      GeoPoint(longitude: pair.1, latitude: pair.0), GeoPoint(longitude: pair.3, latitude: pair.2)
    )
    #expect(ShiftedDatum.gcj02.shifted(ground).localDistance(to: drawn) < 0.01)
    #expect(ShiftedDatum.gcj02.unshifted(drawn).localDistance(to: ground) < 0.01)
  }

  /// The pairs of wandergis/coordtransform: WGS 84 to GCJ-02, GCJ-02 to BD-09.
  @Test func agreesWithASecondSource() {
    let point = GeoPoint(longitude: 116.404, latitude: 39.915)
    let gcj = GeoPoint(longitude: 116.410_244_499_169_38, latitude: 39.916_404_281_501_64)
    #expect(ShiftedDatum.gcj02.shifted(point).localDistance(to: gcj) < 0.01)
    let bd = GeoPoint(longitude: 116.410_369_493_710_29, latitude: 39.921_336_993_510_21)
    let ground = ShiftedDatum.gcj02.unshifted(point)
    #expect(ShiftedDatum.bd09.shifted(ground).localDistance(to: bd) < 0.02)
    #expect(ShiftedDatum.bd09.unshifted(bd).localDistance(to: ground) < 0.02)
  }

  @Test(arguments: ShiftedDatum.allCases)
  func isUndoneToACentimetreAllOverChina(datum: ShiftedDatum) {
    for longitude in stride(from: 74.0, through: 134, by: 3.7) {
      for latitude in stride(from: 19.0, through: 52, by: 2.9) {
        let point = GeoPoint(longitude: longitude, latitude: latitude)
        let drawn = datum.shifted(point)
        #expect(drawn.localDistance(to: point) > 50)
        #expect(datum.unshifted(drawn).localDistance(to: point) < 0.01)
      }
    }
  }

  @Test(arguments: ShiftedDatum.allCases)
  func leavesTheRestOfTheEarthAlone(datum: ShiftedDatum) {
    for point in [
      GeoPoint(longitude: -8.61, latitude: 41.15), GeoPoint(longitude: 151.2, latitude: -33.9),
    ] {
      #expect(datum.shifted(point) == point)
      #expect(datum.unshifted(point) == point)
    }
  }
}

@Suite struct MadeValidTests {
  private func ring(_ corners: [(Double, Double)]) -> [GeoPoint] {
    corners.map { GeoPoint(longitude: $0.0, latitude: $0.1) }
  }

  @Test func aRingThatCrossesItselfBecomesBothItsLobes() throws {
    let bow = [GeoPolygon(outer: ring([(0, 0), (2, 2), (2, 0), (0, 2)]))]
    #expect(try bow.invalidity() != nil)
    let mended = try bow.madeValid()
    #expect(mended.count == 2)
    #expect(try mended.invalidity() == nil)
    #expect(mended.contains(GeoPoint(longitude: 0.2, latitude: 1)))
    #expect(mended.contains(GeoPoint(longitude: 1.8, latitude: 1)))
    #expect(!mended.contains(GeoPoint(longitude: 1, latitude: 1.8)))
  }

  @Test func whatHasNoAreaVanishes() throws {
    #expect(try [GeoPolygon(outer: ring([(0, 0), (1, 1), (2, 2)]))].madeValid().isEmpty)
  }

  @Test func aValidAreaStays() throws {
    let frame = [
      GeoPolygon(
        outer: ring([(0, 0), (3, 0), (3, 3), (0, 3)]),
        holes: [ring([(1, 1), (1, 2), (2, 2), (2, 1)])])
    ]
    #expect(try frame.madeValid().first?.holes.count == 1)
  }
}
