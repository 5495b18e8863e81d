// What every page does: its data, words and figures, tables that sort, fold and filter. It writes
// text only as text, and fetches nothing.
const Kit = (function () {
  "use strict";

  const data = JSON.parse(document.getElementById("data").textContent);
  const words = data.words;
  const byId = (id) => document.getElementById(id);

  // Words and figures: the same in every browser's language.
  const fill = (pattern, ...values) => pattern.replace(/\{(\d)\}/g, (_, i) => values[i]);
  const fixed = (value, decimals) => {
    const [whole, ...part] = value.toFixed(decimals).split(".");
    return [whole.replace(/\B(?=(\d{3})+$)/g, ","), ...part].join(".");
  };
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
  const on = (selector, type, run) => document.querySelectorAll(selector)
    .forEach((source) => source.addEventListener(type, () => run(source)));

  // A table as written: every row is there without this script too.
  function prepare(table, show) {
    const body = table.tBodies[0];
    const rows = Array.from(body.rows).map((row, place) => ({ row, place,
      words: row.textContent.toLowerCase() }));
    const folds = Number(table.dataset.folds);
    const state = { column: -1, descending: false, all: rows.length <= folds, filter: "" };
    const heads = Array.from(table.tHead.rows[0].cells);
    const more = button("more", "", "", () => {
      state.all = !state.all;
      draw();
    });
    const count = element("output");
    count.setAttribute("aria-live", "polite");

    function value(row, column) {
      const cell = row.cells[column];
      if (!heads[column].classList.contains("number")) return cell.textContent;
      return "value" in cell.dataset ? Number(cell.dataset.value) : null;
    }
    function draw() {
      const found = rows.filter((row) => row.words.includes(state.filter));
      if (state.column >= 0) {
        const sign = state.descending ? -1 : 1;
        // What is unknown comes last either way; equals keep their order.
        found.sort((a, b) => {
          const [left, right] = [value(a.row, state.column), value(b.row, state.column)];
          if (left === null || right === null) return (left === null) - (right === null);
          return left < right ? -sign : left > right ? sign : a.place - b.place;
        });
      }
      found.forEach(({ row }, place) => row.classList.toggle("folded", !state.all && place >= folds));
      body.replaceChildren(...found.map(({ row }) => row));
      more.hidden = found.length <= folds;
      more.textContent = fill(state.all ? words.showFewer : words.showAll,
        state.all ? folds : found.length);
      count.textContent = fill(words.rows, state.all ? found.length : Math.min(folds, found.length),
        rows.length);
      heads.forEach((head, column) => {
        if (column !== state.column) head.removeAttribute("aria-sort");
        else head.setAttribute("aria-sort", state.descending ? "descending" : "ascending");
      });
    }

    heads.forEach((head, column) => {
      const name = head.textContent;
      head.replaceChildren(button("", name, fill(words.sortBy, name), () => {
        const isNumber = head.classList.contains("number");
        state.descending = column === state.column ? !state.descending : isNumber;
        state.column = column;
        draw();
      }));
    });
    if (show) rows.forEach(({ row }) => row.querySelectorAll("[data-county]").forEach((cell) => {
      const county = show(Number(cell.dataset.county));
      if (!county) return;
      const name = cell.textContent;
      cell.replaceChildren(button("place", name, fill(words.showOnMap, name), county));
    }));
    if (rows.length > folds) {
      const filter = element("input");
      filter.type = "search";
      filter.autocomplete = "off";
      filter.addEventListener("input", () => {
        state.filter = filter.value.trim().toLowerCase();
        draw();
      });
      const label = element("label", "choice", element("span", "legend", words.filter), filter);
      table.parentElement.before(element("div", "tools", label, count));
      table.parentElement.after(more);
    }
    draw();
  }

  function ready() {
    const root = document.documentElement.dataset;
    root.layers = String(document.querySelectorAll("#map path").length);
    root.rows = String(document.querySelectorAll("tbody tr").length);
    root.ready = "true";
  }

  return { data, words, byId, fill, fixed, element, button, on, prepare, ready };
})();
