// The circles of a page: their map, the coverage they have, the seats they miss, each for the
// circle that is chosen.
(function () {
  "use strict";

  // Places of values in the rows of the data; see CirclePageData.swift.
  const UNIT = 0, AREA_SHARE = 1, PEOPLE_SHARE = 2, AREA_INSIDE = 3, AREA = 4, PEOPLE_INSIDE = 5,
    ALL_PEOPLE = 6, SEAT_MINUTES = 7, SEAT_REACHED = 8, MISSING = 9;  // of coverage
  const P_PROVINCE = 2;  // of a prefecture
  const COUNTY_LEVEL = 0, PREFECTURE_LEVEL = 1;
  const FIRST_MISSED = 18;

  const { data, words, byId, fill, fixed, element, button, on } = Kit;
  const { own, decode, polygon, dot, countyShapes, choose, show, drawLabels, NAME, PREFECTURE,
    PROVINCE, X, Y } = BaseMap;
  const circleLayer = BaseMap.ownLayer;
  const state = { circle: data.start, shade: "people", level: 0, filter: "", covered: true,
    sort: null, descending: true, allMissed: false };

  const people = (value) => fixed(value / data.peopleDivisor, 1);
  const percent = (share) => (share / 100).toFixed(1) + "%";

  own.lines = (county) => {
    const row = covered.get(county);
    return !row ? [words.outside] : [
      row[PEOPLE_SHARE] === null ? words.noPeople
        : words.peopleShare + " " + percent(row[PEOPLE_SHARE]) + " · "
          + fill(words.peopleTip, people(row[PEOPLE_INSIDE]), people(row[ALL_PEOPLE])),
      words.areaShare + " " + percent(row[AREA_SHARE]) + " · "
        + fill(words.areaTip, fixed(row[AREA_INSIDE], 0), fixed(row[AREA], 0)),
      row[SEAT_MINUTES] === null ? words.seatState + " " + words.notReached
        : fill(words.seatTip, row[SEAT_MINUTES].toFixed(1)) + " · " + seatState(row)];
  };
  const seatState = (row) => row[SEAT_REACHED] ? words.reached
    : row[MISSING] === null ? words.notReached : fill(words.missing, row[MISSING].toFixed(1));

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
    data.zones.forEach((rings) => polygon(rings.map(decode), "zone", { fill: false })
      .addTo(circleLayer));
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

  // Names beside those of every map: centres, and each circle's minutes at its northern end.
  own.names = () => {
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
    return list;
  };

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

  function redraw() {
    if (!data.circles.length) return;
    drawFigures();
    drawCircles();
    drawLabels();
    drawTable();
    drawMissed();
    Kit.ready();
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
  on("#group, input[name=minutes]", "change", pick);
  on("input[name=shade]", "change", (input) => {
    state.shade = input.value;
    redraw();
  });
  on("input[name=level], #covered, #filter", "input", () => {
    state.level = Number(document.querySelector("input[name=level]:checked").value);
    state.covered = byId("covered").checked;
    state.filter = byId("filter").value;
    drawTable();
    Kit.ready();
  });
  on("#missed-more", "click", () => {
    state.allMissed = !state.allMissed;
    drawMissed();
  });

  redraw();
  Kit.ready();
})();
