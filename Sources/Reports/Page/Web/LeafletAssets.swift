/// The texts of Leaflet, which a page carries in itself.
///
/// Debian's `libjs-leaflet` 1.7.1 has them as `/usr/share/javascript/leaflet/leaflet.min.js` and
/// `leaflet.css` (BSD-2-Clause, © Vladimir Agafonkin).
public struct LeafletAssets: Sendable {
  public var script: String
  public var style: String

  public init(script: String, style: String) {
    self.script = script
    self.style = style
  }

  /// The script without the address of its source map, safe inside a `<script>` element.
  var embeddedScript: HTML {
    let lines = script.split(separator: "\n", omittingEmptySubsequences: false)
      .filter { !$0.hasPrefix("//# sourceMappingURL=") }
    return HTML(
      trusted: lines.joined(separator: "\n")
        .replacing("</script", with: "<\\/script").replacing("<!--", with: "<\\!--"))
  }

  /// The style without pictures: the page uses none of the markers and buttons they are for.
  var embeddedStyle: HTML {
    HTML(trusted: style.replacing(#/url\([^)]*\)/#, with: "none").replacing("</", with: ""))
  }
}
