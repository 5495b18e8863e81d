// The map of every page: counties, waters, borders, expressways, railways, names. What an answer
// adds is drawn by the page's own script, over this.
const BaseMap = (function () {
  "use strict";

  // Places of values in the rows of the data; see MapLayers.swift.
  const NAME = 1, PREFECTURE = 2, PROVINCE = 3, PEOPLE = 4, X = 5, Y = 6;  // of a county
  const P_X = 3, P_Y = 4;  // of a prefecture
  const RANKS = ["county", "prefecture", "province", "edge"];
  const { data, words, byId, element, on } = Kit;

  // Lines are steps of whole numbers; see MapLayers.swift.
  function decode(steps) {
    const points = [];
    let x = 0, y = 0;
    for (let i = 0; i < steps.length; i += 2) {
      x += steps[i];
      y += steps[i + 1];
      points.push([y / data.scale, x / data.scale]);
    }
    return points;
  }
  const lines = data.lines.map(decode);
  function ring(references) {
    const points = [];
    for (const reference of references) {
      const piece = reference >= 0 ? lines[reference] : lines[~reference].slice().reverse();
      for (const point of points.length ? piece.slice(1) : piece) points.push(point);
    }
    return points;
  }

  const bounds = ([west, south, east, north]) => L.latLngBounds([south, west], [north, east]);
  const focus = bounds(data.focus);
  const map = L.map("map", { renderer: L.svg({ padding: 0.6 }), zoomSnap: 0.25, zoomDelta: 0.5,
    wheelPxPerZoomLevel: 120, zoomControl: false, attributionControl: false,
    maxZoom: data.scale > 10000 ? 16 : 13,
    maxBounds: bounds(data.bounds), maxBoundsViscosity: 0.8 });
  L.control.zoom({ zoomInTitle: words.zoomIn, zoomOutTitle: words.zoomOut }).addTo(map);
  L.control.scale({ imperial: false, maxWidth: 140 }).addTo(map);
  function fit() {
    map.setMinZoom(0);
    map.fitBounds(focus, { animate: false, padding: [2, 2] });
    map.setMinZoom(map.getZoom() - 0.25);
  }
  fit();

  // Colours and widths are those of page.css, which win over what Leaflet writes on a path.
  const styled = (className, options) =>
    Object.assign({ className, interactive: false, fill: false, opacity: 1 }, options);
  const polyline = (parts, className, options) => L.polyline(parts, styled(className, options));
  const polygon = (parts, className, options) =>
    L.polygon(parts, styled(className, Object.assign({ fill: true, fillOpacity: 1 }, options)));
  const dot = (y, x, radius, className, options) =>
    L.circleMarker([y, x], styled(className, Object.assign(
      { radius, fill: true, fillOpacity: 1 }, options)));
  const group = () => L.layerGroup().addTo(map);

  // What the page's own script tells of a county, and the names it wants on the map.
  const own = { lines: () => [], names: () => [] };

  const countyShapes = new Map();
  for (const [county, ...rings] of data.areas) {
    const shape = polygon(rings.map(ring).filter((r) => r.length > 2), "shade-0",
      { interactive: true, stroke: false });
    shape.bindTooltip(() => tip(county), { sticky: true, opacity: 1, direction: "auto" });
    shape.on("mouseover", () => choose(county)).on("mouseout", () => choose(null));
    countyShapes.set(county, shape.addTo(map));
  }
  const shadeLayer = group();
  polygon(data.water.map(decode), "water").addTo(map);
  polyline(data.rivers.map(decode), "river").addTo(map);
  ["county", "prefecture", "edge", "province"].forEach((name) => {
    const parts = lines.filter((_, i) => RANKS[data.ranks[i]] === name);
    if (name === "province") parts.push(...data.outlines.map(decode));
    if (parts.length) polyline(parts, name).addTo(map);
  });
  const course = (corridors) => corridors.flatMap((corridor) => corridor.slice(2).map(decode));
  polyline(course(data.expressways), "expressway").addTo(map);
  polyline(course(data.railways), "rail").addTo(map);
  polyline(course(data.railways), "rail-gap").addTo(map);
  const ownLayer = group();
  const chosenLayer = group();

  const told = (name, above, rest) => element("div", "tip", element("b", "", name),
    ...(above ? [element("br"), element("span", "of", above)] : []),
    ...rest.flatMap((line) => [element("br"), line]));
  function tip(county) {
    const unit = data.counties[county];
    const above = [data.prefectures[unit[PREFECTURE]][NAME], data.provinces[unit[PROVINCE]]];
    return told(unit[NAME], [...new Set(above)].join(" · "), own.lines(county));
  }
  function choose(county) {
    chosenLayer.clearLayers();
    const shape = county === null ? null : countyShapes.get(county);
    if (shape) polygon(shape.getLatLngs(), "chosen", { fill: false }).addTo(chosenLayer);
  }
  function show(county) {
    choose(county);
    const shape = countyShapes.get(county);
    map.panInside(shape.getBounds().getCenter(), { padding: [80, 80], animate: false });
    shape.openTooltip(shape.getBounds().getCenter());
    const calm = matchMedia("(prefers-reduced-motion: reduce)").matches;
    byId("map").scrollIntoView({ block: "nearest", behavior: calm ? "auto" : "smooth" });
  }

  // Names on the map: those of more weight first, none over another.
  const labelPane = map.createPane("names");
  labelPane.classList.add("leaflet-zoom-hide");
  function labels() {
    const list = own.names();
    const used = new Set(list.map((item) => item.name));
    data.prefectures.filter((p) => p[P_X] !== null && !used.has(p[NAME])).forEach((p) =>
      list.push({ name: p[NAME], x: p[P_X], y: p[P_Y], kind: "prefecture", size: 15, lift: -12 }));
    Array.from(countyShapes.keys()).map((i) => data.counties[i])
      .filter((c) => c[X] !== null && !used.has(c[NAME]))
      .sort((a, b) => (b[PEOPLE] || 0) - (a[PEOPLE] || 0))
      .forEach((c) => list.push({ name: c[NAME], x: c[X], y: c[Y], kind: "county", size: 11,
        lift: 10 }));
    return list;
  }
  function drawLabels() {
    labelPane.textContent = "";
    const taken = [];
    const view = map.getBounds().pad(0.3);
    for (const label of labels()) {
      if (!view.contains([label.y, label.x])) continue;
      const at = map.latLngToLayerPoint([label.y, label.x]);
      let width = 0;
      for (const sign of label.name) width += sign.charCodeAt(0) > 0x2e7f ? 1.05 : 0.56;
      // Where much ground is in sight, names leave room for what is under them.
      const gap = label.kind === "county" && map.getZoom() < 7.5 ? 16 : 3;
      const half = [width * label.size / 2 + gap, label.size / 2 + gap * 0.7];
      const spots = [label.lift, -label.lift].map((lift) => [at.x - half[0],
        at.y + lift - half[1], at.x + half[0], at.y + lift + half[1]]);
      const spot = spots.find((s) => !taken.some((o) =>
        s[0] < o[2] && o[0] < s[2] && s[1] < o[3] && o[1] < s[3]));
      if (!spot) continue;
      taken.push(spot);
      const mark = element("div", "map-label " + label.kind, label.name);
      mark.style.left = at.x + "px";
      mark.style.top = (spot[1] + spot[3]) / 2 + "px";
      if (label.color) mark.style.color = label.color;
      labelPane.append(mark);
    }
  }
  map.on("zoomend viewreset moveend resize", drawLabels);

  ["expressways", "railways", "seats", "labels"].forEach((name) =>
    on("input[name=layer][value=" + name + "]", "change", (input) =>
      byId("map").classList.toggle("no-" + name, !input.checked)));

  // On paper the map has the width of the page and shows all of what is asked about.
  function refit(event) {
    document.documentElement.classList.toggle("printing", event.type === "beforeprint");
    map.invalidateSize({ animate: false, pan: false });
    fit();
    drawLabels();
  }
  addEventListener("beforeprint", refit);
  addEventListener("afterprint", refit);

  return { map, own, decode, polyline, polygon, dot, told, countyShapes, shadeLayer, ownLayer,
    choose, show, drawLabels, NAME, PREFECTURE, PROVINCE, X, Y };
})();
