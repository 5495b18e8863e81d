// An answer on its map: counties shaded by a variable of choice, layers to switch; and its tables.
(function () {
  "use strict";

  const { data, byId, on } = Kit;
  const LAND = "#faf9f5", NO_DATA = "#d8d8d8";

  function drawMap() {
    const { map, own, decode, polyline, polygon, dot, told, countyShapes, shadeLayer, ownLayer, X,
      Y } = BaseMap;
    let chosen = 0;

    own.lines = (county) => data.variables.filter((v) => v.classes[county] !== -2)
      .map((v) => v.name + " " + v.texts[county]);

    function shade() {
      const variable = data.variables[chosen];
      shadeLayer.clearLayers();
      if (!variable) return;
      for (const [county, shape] of countyShapes) {
        const place = variable.classes[county];
        shape.getElement().style.fill =
          place === -2 ? LAND : place === -1 ? NO_DATA : variable.colors[place];
      }
      variable.hatched.filter((county) => countyShapes.has(county)).forEach((county) =>
        polygon(countyShapes.get(county).getLatLngs(), "hatched", { stroke: false })
          .addTo(shadeLayer));
      document.querySelectorAll(".variable").forEach((legend) => {
        legend.hidden = Number(legend.dataset.variable) !== chosen;
      });
    }

    for (const unit of data.counties) {
      if (unit[X] !== null) dot(unit[Y], unit[X], 2, "seat").addTo(ownLayer);
    }
    const groups = data.layers.map((layer) => {
      const group = L.layerGroup();
      layer.features.forEach((feature) => draw(feature, layer, group));
      if (layer.shown) group.addTo(map);
      return group;
    });
    function draw(feature, layer, group) {
      const symbol = feature.symbol || layer.symbol;
      const style = { color: symbol.color, weight: symbol.width, dashArray: symbol.dash || null,
        fillColor: symbol.color, fillOpacity: symbol.fill, fill: symbol.fill > 0 };
      const casing = { color: "#fff", weight: symbol.width + 2.4, opacity: 0.85, fill: false };
      const isTold = feature.lines.length > 0 || feature.label !== "";
      style.interactive = isTold;
      let shape;
      if (feature.point) {
        const [x, y] = feature.point;
        shape = dot(y, x, symbol.radius, "point", Object.assign(style,
          { color: "#fff", weight: 1.2, fillOpacity: 1, fill: true }));
      } else {
        const parts = (feature.courses || feature.areas || []).map(decode);
        const make = feature.areas ? polygon : polyline;
        if (symbol.cased) make(parts, "", casing).addTo(group);
        shape = make(parts, "", style);
      }
      if (isTold) {
        shape.bindTooltip(() => told(feature.label || layer.name, "", feature.lines),
          { sticky: true, opacity: 1, direction: "auto" });
      }
      shape.addTo(group);
    }

    own.names = () => data.layers.flatMap((layer, place) => !map.hasLayer(groups[place]) ? []
      : layer.features.filter((f) => f.label !== "" && (f.at || f.point)).map((f) => {
        const [x, y] = f.at || f.point;
        return { name: f.label, x, y, kind: f.point ? "point" : "feature", size: 12,
          lift: f.point ? -12 : 0 };
      }));

    on("input[name=variable]", "change", (input) => {
      chosen = Number(input.value);
      shade();
    });
    groups.forEach((group, place) =>
      on("input[name=layer][value=own-" + place + "]", "change", (input) => {
        if (input.checked) group.addTo(map);
        else group.remove();
        BaseMap.drawLabels();
      }));
    shade();
    BaseMap.drawLabels();
  }

  // The place of a county among those of the map, if it is drawn there.
  const shown = (index) => {
    const place = byId("map") && data.places ? data.places.indexOf(index) : -1;
    return place >= 0 && BaseMap.countyShapes.has(place) ? () => BaseMap.show(place) : null;
  };

  if (byId("map")) drawMap();
  document.querySelectorAll("table.sortable").forEach((table) =>
    Kit.prepare(table, byId("map") ? shown : null));
  Kit.ready();
})();
