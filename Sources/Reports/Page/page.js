// The map and the tables of a page of circles. It reads the JSON in #data, writes text only as
// text, and fetches nothing.
(function () {
  "use strict";

  // Places of values in the rows of the data; see PageData.swift.
  const NAME = 1, PREFECTURE = 2, PROVINCE = 3, PEOPLE = 4, X = 5, Y = 6;  // of a county
  const P_PROVINCE = 2, P_X = 3, P_Y = 4;  // of a prefecture
  const UNIT = 0, AREA_SHARE = 1, PEOPLE_SHARE = 2, AREA_INSIDE = 3, AREA = 4, PEOPLE_INSIDE = 5,
    ALL_PEOPLE = 6, SEAT_MINUTES = 7, SEAT_REACHED = 8, MISSING = 9;  // of coverage
  const COUNTY_LEVEL = 0, PREFECTURE_LEVEL = 1;
  const RANKS = ["county", "prefecture", "province", "edge"], FIRST_MISSED = 18;

  const data = JSON.parse(document.getElementById("data").textContent);
  const words = data.words;
  const byId = (id) => document.getElementById(id);
  const state = { circle: data.start, shade: "people", level: 0, filter: "", covered: true,
    sort: null, descending: true, allMissed: false };

  // Words and figures: the same in every browser's language.
  const fill = (pattern, ...values) => pattern.replace(/\{(\d)\}/g, (_, i) => values[i]);
  const fixed = (value, decimals) => {
    const [whole, ...part] = value.toFixed(decimals).split(".");
    return [whole.replace(/\B(?=(\d{3})+$)/g, ","), ...part].join(".");
  };
  const people = (value) => fixed(value / data.peopleDivisor, 1);
  const percent = (share) => (share / 100).toFixed(1) + "%";
  function element(name, className = "", ...parts) {
    const made = document.createElement(name);
    if (className) made.className = className;
    made.append(...parts);
    return made;
  }
  function button(className, text, title, run) {
    const made = element("button", className, text);
    Object.assign(made, { type: "button", title });
    made.addEventListener("click", run);
    return made;
  }

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

  // The map.
  const bounds = ([west, south, east, north]) => L.latLngBounds([south, west], [north, east]);
  const focus = bounds(data.focus);
  const map = L.map("map", { renderer: L.svg({ padding: 0.6 }), zoomSnap: 0.25, zoomDelta: 0.5,
    wheelPxPerZoomLevel: 120, zoomControl: false, attributionControl: false, maxZoom: 13,
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
  const dot = (y, x, radius, className) =>
    L.circleMarker([y, x], styled(className, { radius, fill: true, fillOpacity: 1 }));
  const group = () => L.layerGroup().addTo(map);

  const countyShapes = new Map();
  for (const [county, ...rings] of data.areas) {
    const shape = polygon(rings.map(ring).filter((r) => r.length > 2), "shade-0",
      { interactive: true, stroke: false });
    shape.bindTooltip(() => tip(county), { sticky: true, opacity: 1, direction: "auto" });
    shape.on("mouseover", () => choose(county)).on("mouseout", () => choose(null));
    countyShapes.set(county, shape.addTo(map));
  }
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
  const circleLayer = group();
  const chosenLayer = group();

  function tip(county) {
    const unit = data.counties[county];
    const row = covered.get(county);
    const above = [data.prefectures[unit[PREFECTURE]][NAME], data.provinces[unit[PROVINCE]]];
    const lines = !row ? [words.outside] : [
      row[PEOPLE_SHARE] === null ? words.noPeople
        : words.peopleShare + " " + percent(row[PEOPLE_SHARE]) + " · "
          + fill(words.peopleTip, people(row[PEOPLE_INSIDE]), people(row[ALL_PEOPLE])),
      words.areaShare + " " + percent(row[AREA_SHARE]) + " · "
        + fill(words.areaTip, fixed(row[AREA_INSIDE], 0), fixed(row[AREA], 0)),
      row[SEAT_MINUTES] === null ? words.seatState + " " + words.notReached
        : fill(words.seatTip, row[SEAT_MINUTES].toFixed(1)) + " · " + seatState(row)];
    return element("div", "tip", element("b", "", unit[NAME]), element("br"),
      element("span", "of", [...new Set(above)].join(" · ")),
      ...lines.flatMap((line) => [element("br"), line]));
  }
  const seatState = (row) => row[SEAT_REACHED] ? words.reached
    : row[MISSING] === null ? words.notReached : fill(words.missing, row[MISSING].toFixed(1));

  function choose(county) {
    chosenLayer.clearLayers();
    const shape = county === null ? null : countyShapes.get(county);
    if (shape) polygon(shape.getLatLngs(), "chosen", { fill: false }).addTo(chosenLayer);
  }

  // What the chosen circle covers, by county.
  let covered = new Map();
  function shade(county) {
    const row = covered.get(county);
    const share = !row ? 0 : row[state.shade === "people" ? PEOPLE_SHARE : AREA_SHARE];
    if (!share) return share === null ? 7 : 0;
    return [1000, 2500, 5000, 7500, 9995].findIndex((limit) => share < limit) + 1 || 6;
  }

  function drawCircles() {
    const chosen = data.circles[state.circle];
    covered = new Map(chosen ? chosen.coverage[COUNTY_LEVEL].map((row) => [row[UNIT], row]) : []);
    for (const [county, shape] of countyShapes) {
      shape.getElement().setAttribute("class", "leaflet-interactive shade-" + shade(county));
    }
    circleLayer.clearLayers();
    data.circles.filter((c) => c.group !== chosen.group && c.minutes === chosen.minutes)
      .forEach((c) => outline(c, "other"));
    const own = data.circles.filter((c) => c.group === chosen.group);
    own.slice().reverse().sort((a, b) => (a === chosen) - (b === chosen)).forEach((circle) => {
      const weight = circle === chosen ? 3.6 : 2.2;
      outline(circle, "", { color: "#fff", weight: weight + 2.6, opacity: 0.8 });
      outline(circle, "", { color: circle.color, weight });
    });
    for (const county of countyShapes.keys()) {
      const unit = data.counties[county];
      if (unit[X] === null) continue;
      const row = covered.get(county);
      dot(unit[Y], unit[X], 2.6, row && row[SEAT_REACHED] ? "seat-in" : "seat-out")
        .addTo(circleLayer);
    }
    data.groups.forEach((item) => item.centres.forEach(([, x, y, ...area]) => {
      if (area.length) polygon(area.map(decode), "core").addTo(circleLayer);
      if (x !== null) dot(y, x, 5, "centre").addTo(circleLayer);
    }));
  }
  const outline = (circle, className, options) =>
    polygon(circle.rings.map(decode), className, Object.assign({ fill: false }, options))
      .addTo(circleLayer);

  // Names on the map: those of more weight first, none over another.
  const labelPane = map.createPane("names");
  labelPane.classList.add("leaflet-zoom-hide");
  function labels() {
    const chosen = data.circles[state.circle];
    const list = [];
    data.groups.forEach((item) => item.centres.forEach(([name, x, y]) => {
      if (x !== null) list.push({ name, x, y, kind: "centre", size: 16, lift: -15 });
    }));
    data.circles.filter((c) => c.group === chosen.group).forEach((circle) => {
      const rings = circle.rings.map(decode).sort((a, b) => b.length - a.length);
      const top = (rings[0] || []).reduce((a, b) => (a && a[0] >= b[0] ? a : b), null);
      if (top) list.push({ name: circle.label, y: top[0], x: top[1], kind: "minutes", size: 12,
        lift: 0, color: circle.color });
    });
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
      const half = [width * label.size / 2 + 3, label.size / 2 + 2];
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

  // The table of coverage.
  function columns() {
    const level = state.level;
    const number = (key, head, value, text, bar) => ({ key, head, value, text, bar, number: true });
    const list = [{ key: "name", head: [words.county, words.prefecture, words.province][level],
      value: (row) => unitName(level, row[UNIT]) }];
    if (level === COUNTY_LEVEL) list.push({ key: "prefecture", head: words.prefecture,
      value: (row) => data.prefectures[data.counties[row[UNIT]][PREFECTURE]][NAME] });
    if (level <= PREFECTURE_LEVEL) list.push({ key: "province", head: words.province,
      value: (row) => data.provinces[level === COUNTY_LEVEL
        ? data.counties[row[UNIT]][PROVINCE] : data.prefectures[row[UNIT]][P_PROVINCE]] });
    return list.concat([
      number("peopleShare", words.peopleShare, (row) => row[PEOPLE_SHARE], percent, true),
      number("peopleInside", words.peopleInside, (row) => row[PEOPLE_INSIDE], people),
      number("areaShare", words.areaShare, (row) => row[AREA_SHARE], percent, true),
      number("areaInside", words.areaInside, (row) => row[AREA_INSIDE], (v) => fixed(v, 0)),
      number("seatMinutes", words.seatMinutes, (row) => row[SEAT_MINUTES], (v) => v.toFixed(1)),
      { key: "seatState", head: words.seatState, value: seatState },
    ]);
  }
  const unitName = (level, unit) => level === COUNTY_LEVEL ? data.counties[unit][NAME]
    : level === PREFECTURE_LEVEL ? data.prefectures[unit][NAME] : data.provinces[unit];

  function drawTable() {
    const circle = data.circles[state.circle];
    const all = circle ? circle.coverage[state.level] : [];
    const list = columns();
    const names = list.filter((column) => !column.number && column.key !== "seatState");
    const wanted = state.filter.trim().toLowerCase();
    const rows = all.filter((row) => (!state.covered || row[AREA_INSIDE] > 0)
      && (!wanted || names.some((c) => c.value(row).toLowerCase().includes(wanted))));
    const sort = list.find((column) => column.key === state.sort)
      || list.find((column) => column.key === "peopleInside");
    const sign = state.descending ? -1 : 1;
    // What is unknown comes last either way; equals keep the order of codes.
    rows.sort((a, b) => {
      const [left, right] = [sort.value(a), sort.value(b)];
      if (left === null || right === null) return (left === null) - (right === null);
      return left < right ? -sign : left > right ? sign : a[UNIT] - b[UNIT];
    });

    const table = byId("coverage-table");
    byId("coverage-caption").textContent =
      data.groups[circle.group].name + " · " + circle.label;
    const heads = list.map((column) => {
      const cell = element("th", column.number ? "number" : "");
      cell.scope = "col";
      if (column === sort) {
        cell.setAttribute("aria-sort", state.descending ? "descending" : "ascending");
      }
      cell.append(button("", column.head, fill(words.sortBy, column.head), () => {
        state.descending = column === sort ? !state.descending : Boolean(column.number);
        state.sort = column.key;
        drawTable();
        table.querySelector("th[aria-sort] button").focus();
      }));
      return cell;
    });
    table.tHead.replaceChildren(element("tr", "", ...heads));
    table.tBodies[0].replaceChildren(...rows.map((row) => tableRow(row, list)));
    byId("row-count").textContent = fill(words.rows, rows.length, all.length);
  }
  function tableRow(row, list) {
    return element("tr", "", ...list.map((column, place) => {
      const cell = element(place ? "td" : "th", column.number ? "number" : "");
      const value = column.value(row);
      if (!place) cell.scope = "row";
      if (!place && state.level === COUNTY_LEVEL && countyShapes.has(row[UNIT])) {
        cell.append(
          button("place", value, fill(words.showOnMap, value), () => show(row[UNIT])));
      } else {
        cell.textContent = value === null ? "–" : column.text ? column.text(value) : value;
      }
      if (column.bar && value !== null) {
        cell.classList.add("bar");
        cell.style.setProperty("--share", value / 100 + "%");
      }
      return cell;
    }));
  }
  function show(county) {
    choose(county);
    const shape = countyShapes.get(county);
    map.panInside(shape.getBounds().getCenter(), { padding: [80, 80], animate: false });
    shape.openTooltip(shape.getBounds().getCenter());
    const calm = matchMedia("(prefers-reduced-motion: reduce)").matches;
    byId("map").scrollIntoView({ block: "nearest", behavior: calm ? "auto" : "smooth" });
  }

  function drawMissed() {
    const circle = data.circles[state.circle];
    const missed = circle.coverage[COUNTY_LEVEL].filter((row) => row[MISSING] !== null)
      .sort((a, b) => a[MISSING] - b[MISSING] || a[UNIT] - b[UNIT]);
    const shown = state.allMissed ? missed : missed.slice(0, FIRST_MISSED);
    byId("missed-list").replaceChildren(...shown.map((row) => {
      const unit = data.counties[row[UNIT]];
      return element("li", "", unit[NAME] + " ", element("span", "",
        data.prefectures[unit[PREFECTURE]][NAME] + " · "
          + fill(words.missing, row[MISSING].toFixed(1))));
    }));
    if (!missed.length) byId("missed-list").replaceChildren(element("li", "", words.noneMissed));
    const more = byId("missed-more");
    more.hidden = missed.length <= FIRST_MISSED;
    more.textContent = state.allMissed ? fill(words.showFewer, FIRST_MISSED)
      : fill(words.showAll, missed.length);
  }

  function drawFigures() {
    const circle = data.circles[state.circle];
    byId("headline").textContent = circle.headline;
    byId("figures").replaceChildren(...circle.figures.map(([name, figure, unit, remark]) => {
      const value = element("dd", "", element("b", "", figure), " ", element("span", "", unit),
        element("small", "", remark));
      return element("div", "", element("dt", "", name), value);
    }));
    byId("shade-title").textContent = words[state.shade + "Legend"];
  }

  function count() {
    const root = document.documentElement.dataset;
    root.layers = String(document.querySelectorAll("#map path").length);
    root.rows = String(document.querySelectorAll("tbody tr").length);
  }
  function redraw() {
    if (!data.circles.length) return;
    drawFigures();
    drawCircles();
    drawLabels();
    drawTable();
    drawMissed();
    count();
  }

  // Choices.
  function pick() {
    const select = byId("group");
    const chosenGroup = select ? Number(select.value) : data.circles[state.circle].group;
    const radio = document.querySelector("input[name=minutes]:checked");
    const found = data.circles.findIndex((c) =>
      c.group === chosenGroup && (!radio || c.minutes === Number(radio.value)));
    if (found >= 0) state.circle = found;
    redraw();
  }
  const on = (selector, type, run) => document.querySelectorAll(selector)
    .forEach((source) => source.addEventListener(type, () => run(source)));
  on("#group, input[name=minutes]", "change", pick);
  on("input[name=shade]", "change", (input) => {
    state.shade = input.value;
    redraw();
  });
  on("input[name=layer]", "change", (input) =>
    byId("map").classList.toggle("no-" + input.value, !input.checked));
  on("input[name=level], #covered, #filter", "input", () => {
    state.level = Number(document.querySelector("input[name=level]:checked").value);
    state.covered = byId("covered").checked;
    state.filter = byId("filter").value;
    drawTable();
    count();
  });
  on("#missed-more", "click", () => {
    state.allMissed = !state.allMissed;
    drawMissed();
  });

  // On paper the map has the width of the page and shows all circles.
  function refit(event) {
    document.documentElement.classList.toggle("printing", event.type === "beforeprint");
    map.invalidateSize({ animate: false, pan: false });
    fit();
    drawLabels();
  }
  addEventListener("beforeprint", refit);
  addEventListener("afterprint", refit);

  redraw();
  document.documentElement.dataset.ready = "true";
})();
