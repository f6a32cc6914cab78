// What is simulated, and how sure it is that the service does the same.

import { get } from "./api.js";
import { byId, element, onPress } from "./dom.js";
import { showDetail } from "./detail.js";

onPress(byId("confidence"), async () => {
  const { marks, behaviours, paths } = await get("confidence");
  showDetail("What is simulated, and how sure we are",
    element("p", {}, "Nobody but the vendor knows all of it. Each line says where its knowledge is from."),
    table("Marks", ["Mark", "Known from"], marks.map((one) => [one.mark, one.knownFrom])),
    element("h3", {}, "Behaviour"),
    table("Behaviour", ["Behaviour", "Mark", "The other possibility"],
      behaviours.map((one) => [one.behaviour, one.mark, one.otherwise])),
    element("h3", {}, "Paths"),
    table("Paths", ["Method", "Path", "Response", "Mark"],
      paths.map((one) => [one.method, one.path, one.response, one.mark])));
});

function table(label, heads, rows) {
  return element("table", { "aria-label": label, class: "plain" },
    element("thead", {}, element("tr", {}, ...heads.map((head) => element("th", { scope: "col" }, head)))),
    element("tbody", {}, ...rows.map((row) => element("tr", {}, ...row.map((cell) => element("td", {}, cell))))));
}
