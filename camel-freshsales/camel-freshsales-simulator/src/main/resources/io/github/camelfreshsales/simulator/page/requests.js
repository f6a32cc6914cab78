// The journal of requests, as it happens.

import { get, remove } from "./api.js";
import { byId, element, onPress, reconcile, setText } from "./dom.js";
import { fields, pretty, showDetail } from "./detail.js";

const LINES = 100;

let seen = -1;
let underWay = false;
let loadedBefore = false;

// Loads again if requests came, or were not yet answered the last time.
export async function refresh(arrived) {
  if (byId("pause").checked || (arrived === seen && !underWay)) {
    return;
  }
  try {
    const { requests } = await get("journal?limit=" + LINES);
    seen = arrived;
    underWay = requests.some((one) => one.underWay);
    show(requests, arrived);
  } catch (e) {
    seen = arrived;
    byId("no-requests").hidden = false;
    setText("no-requests", e.message);
  }
}

function show(requests, arrived) {
  reconcile(byId("request-table").tBodies[0], requests, (one) => one.id, (one, known) => line(one, loadedBefore && !known));
  loadedBefore = true;
  byId("no-requests").hidden = requests.length > 0;
  setText("no-requests", "No requests yet.");
  setText("request-count", arrived > requests.length ? `the latest ${requests.length} of ${arrived}` : "");
}

function line(request, arrived) {
  const [path, query] = request.url.split(/\?(.*)/s);
  const button = element("button", { type: "button" },
    element("span", { class: "method" }, request.method), " " + path + (query ? "?" + query : ""));
  const made = element("tr", { class: arrived ? "arrived" : undefined },
    element("td", { class: "number", title: request.at }, new Date(request.at).toLocaleTimeString()),
    element("td", { title: request.url }, button),
    element("td", { class: kind(request) }, outcome(request)),
    element("td", { class: "number" }, request.underWay ? "" : String(request.millis)));
  onPress(made, () => open(request));
  return made;
}

const outcome = (request) => (request.underWay ? "under way" : request.fault ?? String(request.status));

function kind(request) {
  if (request.underWay) {
    return "muted";
  }
  return request.fault ? "broken" : request.status >= 500 ? "bad" : request.status >= 400 ? "warn" : "good";
}

async function open({ id }) {
  const request = await get("journal/" + id);
  showDetail(request.method + " " + request.url,
    element("p", {}, `${outcome(request)} · ${new Date(request.at).toLocaleString()}`
      + (request.underWay ? "" : ` · ${request.millis} ms`)),
    ...body("Request body", request.requestBody),
    ...body("Response body", request.responseBody),
    element("h3", {}, "Request headers"), fields(request.requestHeaders, "Request headers"),
    ...(request.responseHeaders
      ? [element("h3", {}, "Response headers"), fields(request.responseHeaders, "Response headers")] : []));
}

function body(title, text) {
  return text ? [element("h3", {}, title), element("pre", { tabindex: "0", "aria-label": title }, pretty(text))] : [];
}

onPress(byId("clear-requests"), async () => {
  await remove("journal");
  show([], 0);
  return "The requests are forgotten.";
});
