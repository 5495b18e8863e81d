import Foundation
import Geometry
import Shapes

/// The map of a sheet: ground, borders, lines, the answer's layers, names that do not collide, a
/// scale bar and a north arrow.
struct SheetMap {
  let html: HTML
  /// Which of the layers that every sheet has are to be seen.
  let kinds: Set<SheetGround.Kind>
  /// Indices of the counties that it draws.
  let drawnCounties: Set<Int>

  init(sheet: PrintSheet, frame: SheetFrame) throws {
    let region = sheet.ground.region
    let language = sheet.language
    let focus = sheet.map.focus ?? sheet.map.bounds(in: region)
    let bounds = MapFrame(around: focus, in: region).focus
    let projection = SheetProjection(
      filling: frame.width, frame.height, with: bounds, x: frame.x, y: frame.y)
    let visible = MapFrame(exactly: projection.bounds, in: region)
    let layers = SheetGround(
      region: region, corridors: sheet.ground.corridors, frame: visible, projection: projection)
    var names = SheetNames(frame: frame)
    let scale = SheetMap.scaleBar(projection, frame, language)
    names.take(x: scale.box.x, y: scale.box.y, width: scale.box.width, height: scale.box.height)
    names.take(x: frame.x + frame.width - 10, y: frame.y, width: 10, height: 12)
    var marked: [GeoPoint] = []
    for layer in sheet.map.layers where layer.isShown {
      for feature in layer.features {
        if case .point(let point) = feature.shape {
          names.take(projection.place(of: point), radius: SheetNames.pointRadius)
          marked.append(point)
        }
      }
    }
    var named: Set<String> = []
    for layer in sheet.map.layers where layer.isShown {
      for feature in layer.features where !feature.label.isEmpty {
        guard let place = feature.shape.labelPlace else { continue }
        let isSet = names.add(
          feature.label, at: projection.place(of: place), size: 3.2, class: "named")
        if isSet { named.insert(feature.label) }
      }
    }
    // Those that the answer is about come first.
    let prefectures = visible.prefectures.compactMap { index in
      region.prefectures[index].core.map { core in
        (
          name: language(region.prefectures[index].name), core: core,
          isMarked: marked.contains { core.localDistance(to: $0) < 3_000 }
        )
      }
    }.filter { !named.contains($0.name) }
    for one in prefectures.filter(\.isMarked) + prefectures.filter({ !$0.isMarked }) {
      names.add(one.name, at: projection.place(of: one.core), size: 3.1, class: "strong")
    }
    let counties = visible.drawnCounties.filter { region.counties[$0].seat != nil }
      .sorted { (region.counties[$1].people ?? 0, $0) < (region.counties[$0].people ?? 0, $1) }
    for index in counties {
      guard let seat = region.counties[index].seat else { continue }
      names.add(
        language(region.counties[index].name), at: projection.place(of: seat), size: 2.2,
        class: "plain")
    }
    let seats = counties.compactMap { region.counties[$0].seat }.map { seat -> HTML in
      let place = projection.place(of: seat)
      return """
        <circle class="seat" cx="\(SheetText.at(place.x))" cy="\(SheetText.at(place.y))" r="0.45"/>
        """
    }
    let drawn = try layers.drawing(shadedBy: sheet.map.variables.first)
    drawnCounties = Set(visible.drawnCounties)
    kinds = drawn.kinds.union(seats.isEmpty ? [] : [.seat])
    let own = sheet.map.layers.filter(\.isShown).flatMap { layer in
      layer.features.map { projection.printed($0.shape, as: $0.symbol ?? layer.symbol) }
    }
    html = """
      <g clip-path="url(#frame)">
      <rect class="beyond" x="\(SheetText.at(frame.x))" y="\(SheetText.at(frame.y))" \
      width="\(SheetText.at(frame.width))" height="\(SheetText.at(frame.height))"/>
      \(drawn.html)
      \(own)
      \(seats)
      \(names.html)
      </g>
      <rect class="frame" x="\(SheetText.at(frame.x))" y="\(SheetText.at(frame.y))" \
      width="\(SheetText.at(frame.width))" height="\(SheetText.at(frame.height))"/>
      \(scale.html)
      \(Self.north(frame))
      """
  }

  private static func north(_ frame: SheetFrame) -> HTML {
    let x = frame.x + frame.width - 6
    let y = frame.y + 3
    return """
      <g><path d="M\(SheetText.at(x)) \(SheetText.at(y))l1.8 5.4l-1.8 -1.2l-1.8 1.2Z" fill="#1d2329"/>\
      <text x="\(SheetText.at(x))" y="\(SheetText.at(y + 8.6))" font-size="3" text-anchor="middle" \
      class="head">N</text></g>
      """
  }

  /// 1, 2 or 5 times a power of ten kilometres, about a fifth of the map's width.
  private static func scaleBar(
    _ projection: SheetProjection, _ frame: SheetFrame, _ language: Language
  ) -> (html: HTML, box: SheetFrame) {
    let most = frame.width / 5 / projection.scale / 1_000
    let power = pow(10, floor(log10(most)))
    let kilometers = [5, 2, 1].map { $0 * power }.first { $0 <= most } ?? power
    let width = kilometers * 1_000 * projection.scale
    let (x, y) = (frame.x + 4, frame.y + frame.height - 4)
    let label = "\(Figures.short(kilometers, places: 1)) km"
    let box = SheetFrame(x: x - 2, y: y - 7, width: width + 6, height: 9)
    let html: HTML = """
      <g><rect x="\(SheetText.at(box.x))" y="\(SheetText.at(box.y))" \
      width="\(SheetText.at(box.width))" height="\(SheetText.at(box.height))" fill="#fff" \
      fill-opacity="0.85"/>\
      <path d="M\(SheetText.at(x)) \(SheetText.at(y - 1.4))v1.4h\(SheetText.at(width))v-1.4" \
      fill="none" stroke="#1d2329" stroke-width="0.35"/>\
      <text x="\(SheetText.at(x + width / 2))" y="\(SheetText.at(y - 2.4))" font-size="2.6" \
      text-anchor="middle">\(label)</text></g>
      """
    return (html, box)
  }
}

/// Names on a sheet: those added first have room first, none touches another or the frame.
struct SheetNames {
  /// Millimetres that a point of the answer takes up around its place.
  static let pointRadius = 1.2

  private let frame: SheetFrame
  private var taken: [SheetFrame] = []
  private(set) var html: [HTML] = []

  init(frame: SheetFrame) { self.frame = frame }

  mutating func take(x: Double, y: Double, width: Double, height: Double) {
    taken.append(SheetFrame(x: x, y: y, width: width, height: height))
  }

  mutating func take(_ place: (x: Double, y: Double), radius: Double) {
    take(x: place.x - radius, y: place.y - radius, width: 2 * radius, height: 2 * radius)
  }

  /// Above, below, right or left of its place, or nowhere: then false.
  @discardableResult
  mutating func add(
    _ name: String, at place: (x: Double, y: Double), size: Double, class kind: HTML
  ) -> Bool {
    guard !name.isEmpty else { return false }
    let width = SheetText.width(of: name, size: size)
    // Beside a seat's dot, else beside a point of the answer.
    func corners(_ gap: Double) -> [(x: Double, y: Double)] {
      [
        (place.x - width / 2, place.y - gap - size), (place.x - width / 2, place.y + gap),
        (place.x + gap, place.y - size / 2), (place.x - gap - width, place.y - size / 2),
      ]
    }
    for (x, y) in corners(0.9) + corners(Self.pointRadius + 0.4) {
      let box = SheetFrame(x: x - 0.3, y: y - 0.1, width: width + 0.6, height: size + 0.2)
      guard box.x > frame.x, box.x + box.width < frame.x + frame.width, box.y > frame.y,
        box.y + box.height < frame.y + frame.height, !taken.contains(where: { $0.meets(box) })
      else { continue }
      taken.append(box)
      let text = { (kind: HTML) -> HTML in
        """
        <text class="\(kind)" x="\(SheetText.at(x))" y="\(SheetText.at(y + size * 0.86))" \
        font-size="\(SheetText.at(size))">\(name)</text>
        """
      }
      html.append("\(text("\(kind) halo"))\(text(kind))\n")
      return true
    }
    return false
  }

  /// Where names were set, for a test.
  var boxes: [SheetFrame] { taken }
}

extension SheetFrame {
  func meets(_ other: SheetFrame) -> Bool {
    x < other.x + other.width && other.x < x + width && y < other.y + other.height
      && other.y < y + height
  }
}
