// The table of records.

import { get } from "./api.js";
import { byId, complain, element, onPress, reconcile, setText } from "./dom.js";
import { fields, showDetail, shown } from "./detail.js";

const wanted = { resource: "contacts", q: "", deleted: false, sort: "id", order: "desc", page: 1, per_page: 10 };
let shownVersion;
let pages = 1;
let asked = 0;
let firstTime = true;
let notBefore = 0;

export async function load() {
  const turn = ++asked;
  const start = performance.now();
  const { resource, ...parameters } = wanted;
  try {
    const table = await get("records/" + encodeURIComponent(resource) + "?" + new URLSearchParams(parameters));
    // an answer that was overtaken by a later question is of no use
    if (turn === asked) {
      show(table);
    }
    // what takes long, as searching a million records does, is not asked for every second
    notBefore = performance.now() + 10 * (performance.now() - start);
  } catch (e) {
    complain(e.message);
  }
}

// Loads again if something was written since.
export function refresh(resources) {
  showResources(resources);
  const version = resources.find((one) => one.name === wanted.resource)?.version;
  return version !== shownVersion && performance.now() >= notBefore ? load() : undefined;
}

function showResources(resources) {
  for (const list of [byId("resource"), byId("seed-resource")]) {
    const counted = list.id === "resource";
    reconcile(list, resources.map(({ name, live }) => (counted ? { name, live } : { name })), (one) => one.name,
      (one) => element("option", { value: one.name }, one.name.replaceAll("_", " ") + (counted ? ` (${one.live})` : "")));
  }
  byId("resource").value = wanted.resource;
}

function show(table) {
  const tableBefore = byId("record-table").dataset.resource;
  shownVersion = table.version;
  pages = table.pages;
  wanted.page = table.page;
  reconcile(byId("record-table").tHead.rows[0], table.columns.map((name) => ({ name, sort: sortOf(name) })), (one) => one.name, heading);
  const isNewTable = firstTime || tableBefore !== key();
  reconcile(byId("record-table").tBodies[0], table.rows, (row) => row.id, (row, known) => line(table.columns, row, !isNewTable && !known));
  byId("record-table").dataset.resource = key();
  firstTime = false;
  const first = (table.page - 1) * wanted.per_page + 1;
  setText("range", table.total === 0 ? "" : `${first}–${first + table.rows.length - 1} of ${table.total}`);
  byId("previous").disabled = table.page === 1;
  byId("next").disabled = table.page === table.pages;
  byId("no-records").hidden = table.total > 0;
  setText("no-records", wanted.q ? "Nothing has this in a value." : wanted.deleted
    ? "The Recycle Bin is empty." : "No records yet. Create one over the API, or add some below “Account”.");
}

const key = () => JSON.stringify(wanted);

const sortOf = (name) => (wanted.sort !== name ? "none" : wanted.order === "asc" ? "ascending" : "descending");

function heading({ name, sort }) {
  const button = element("button", { type: "button" }, name.replaceAll("_", " "));
  button.addEventListener("click", () => {
    wanted.order = wanted.sort === name && wanted.order === "asc" ? "desc" : "asc";
    wanted.sort = name;
    wanted.page = 1;
    load();
  });
  return element("th", { scope: "col", "aria-sort": sort }, button);
}

function line(columns, row, arrived) {
  const name = shown(row[columns[1]]);
  const cells = columns.map((column, at) => {
    const text = shown(row[column]);
    return element("td", { title: text }, at === 0
      ? element("button", { type: "button", "aria-label": `Show ${text} ${name}` }, text) : brief(text));
  });
  const made = element("tr", { class: arrived ? "arrived" : undefined }, ...cells);
  onPress(made, () => open(row.id));
  return made;
}

// A time to the second, without the offset that all times of the account have.
const brief = (text) => text.replace(/^(\d{4}-\d\d-\d\d)T(\d\d:\d\d:\d\d)(Z|[+-]\d\d:\d\d)$/, "$1 $2");

async function open(id) {
  const record = await get("records/" + encodeURIComponent(wanted.resource) + "/" + id);
  const isSet = (value) => value !== null && !(typeof value === "object" && Object.keys(value).length === 0);
  const set = Object.fromEntries(Object.entries(record).filter(([, value]) => isSet(value)));
  const area = element("div", {}, fields(set, "Fields"));
  const all = element("input", { type: "checkbox" });
  all.addEventListener("change", () => area.replaceChildren(fields(all.checked ? record : set, "Fields")));
  showDetail(wanted.resource.replaceAll("_", " ") + " " + id,
    element("label", { class: "check" }, all, " Empty fields too"), area);
}

function choose(change) {
  Object.assign(wanted, { page: 1 }, change);
  load();
}

let typing;
byId("search").addEventListener("input", (event) => {
  clearTimeout(typing);
  typing = setTimeout(() => choose({ q: event.target.value.trim() }), 200);
});
byId("resource").addEventListener("change", (event) => choose({ resource: event.target.value, sort: "id", order: "desc" }));
byId("deleted").addEventListener("change", (event) => choose({ deleted: event.target.checked }));
byId("per-page").addEventListener("change", (event) => choose({ per_page: Number(event.target.value) }));
byId("previous").addEventListener("click", () => choose({ page: Math.max(1, wanted.page - 1) }));
byId("next").addEventListener("click", () => choose({ page: Math.min(pages, wanted.page + 1) }));
