// Quota, faults, time, jobs, account and switches.

import { get, post, put, remove } from "./api.js";
import { attempt, byId, element, onPress, reconcile, setText } from "./dom.js";

export function show(status) {
  setText("api-root", status.apiRoot);
  setText("api-key", status.apiKey);
  showQuota(status.quota);
  showFaults(status.faults);
  showClock(status.clock);
  showJobs(status.jobs);
  showSwitches(status.switchesOn);
}

function showQuota({ windows, refused }) {
  const items = windows.length ? windows : [{ none: true }];
  reconcile(byId("gauges"), items.map((one) => ({ ...one, refused })), (one) => one.per ?? "none", (one) => {
    if (one.none) {
      return element("p", { class: "muted" }, "No limit.");
    }
    const text = `${one.left} of ${one.limit} left this ${one.per}`;
    return element("div", {},
      element("div", { class: "gauge" }, element("span", {}, text),
        one.refused ? element("span", { class: "bad" }, `${one.refused} refused`) : ""),
      element("meter", { min: 0, max: one.limit, low: one.limit / 4, high: one.limit / 2, optimum: one.limit, value: one.left,
        "aria-label": `Requests left this ${one.per}` }, text));
  });
  byId("use-some").disabled = byId("use-all").disabled = !windows.length;
}

function showFaults(faults) {
  reconcile(byId("fault-list"), faults.map((one, at) => ({ ...one, at })), (one) => one.at, (one) =>
    element("li", {}, element("strong", {}, one.left === "forever" ? "always" : one.left + " ×"), " " + one.what));
  byId("clear-faults").disabled = !faults.length;
}

function showClock({ now, ahead }) {
  setText("now", now.slice(0, 19).replace("T", " ") + " UTC");
  byId("now").dateTime = now;
  setText("ahead", ahead === "PT0S" ? "" : "moved by " + ahead.slice(2).toLowerCase());
}

function showJobs(jobs) {
  reconcile(byId("job-list"), jobs, (job) => job.id, (job) => {
    const counts = job.finished ? `, ${job.succeeded} stored` + (job.failed ? `, ${job.failed} failed` : "") : "";
    return element("li", {},
      element("div", {}, element("strong", {}, String(job.id)), ` ${job.status}${counts}`),
      element("progress", { max: 100, value: job.percent, "aria-label": `Progress of job ${job.id}` }, job.percent + " %"));
  });
  byId("no-jobs").hidden = jobs.length > 0;
}

function showSwitches(on) {
  setText("switches-on", on.length ? "On: " + on.join(", ") : "None is on.");
  for (const box of byId("switch-list").querySelectorAll("input")) {
    box.checked = on.includes(box.name);
  }
}

async function listSwitches() {
  const { switches } = await get("switches");
  byId("switch-list").replaceChildren(...switches.map((one) => {
    const box = element("input", { type: "checkbox", name: one.name });
    box.checked = one.on;
    onPress(box, async () => {
      await put("switches", { [one.name]: box.checked });
      return one.name + (box.checked ? " is on." : " is off.");
    });
    return element("li", {}, element("label", {}, box,
      element("span", {}, element("strong", {}, one.name), element("span", {}, one.description))));
  }));
}

document.querySelector("#switches details").addEventListener("toggle", (event) => {
  if (event.target.open && !byId("switch-list").children.length) {
    listSwitches();
  }
});

export function connect(afterwards) {
  const press = (target, action) => onPress(target, async () => {
    const told = await action();
    await afterwards();
    return told;
  });
  const number = (id) => {
    if (!byId(id).reportValidity()) {
      throw new Error("A number is needed.");
    }
    return Number(byId(id).value);
  };

  press(byId("set-plan"), async () => {
    const plan = byId("plan").value;
    await put("quota", plan === "none" ? { perHour: 0, perMinute: 0 } : { plan });
    return plan === "none" ? "There is no limit." : "The quota is that of the plan " + plan + ".";
  });
  press(byId("use-some"), async () => {
    await post("quota/use", { requests: 100 });
    return "100 requests are used up.";
  });
  press(byId("use-all"), async () => {
    await post("quota/use");
    return "All requests are used up.";
  });

  for (const button of document.querySelectorAll("[data-fault]")) {
    press(button, async () => {
      const times = number("fault-times");
      const on = byId("fault-on").value.trim();
      await post("faults", { fault: button.dataset.fault, times, ...(on ? { on } : {}) });
      return `${button.textContent}: the next ${times === 1 ? "request" : times + " requests"}${on ? " of " + on : ""}.`;
    });
  }
  press(byId("clear-faults"), async () => {
    await remove("faults");
    return "Everything works again.";
  });

  for (const button of document.querySelectorAll("[data-advance]")) {
    press(button, async () => {
      const { now } = await post("clock", { advance: button.dataset.advance });
      return "It is " + now.slice(0, 16).replace("T", " ") + " UTC.";
    });
  }

  press(byId("seed"), async () => {
    const resource = byId("seed-resource").value;
    const count = number("seed-count");
    await post("seed", { [resource]: count });
    return `${count} ${resource.replaceAll("_", " ")} are added.`;
  });
  byId("load").addEventListener("click", () => byId("load-file").click());
  byId("load-file").addEventListener("change", () => attempt(async () => {
    const [file] = byId("load-file").files;
    await put("state", file);
    byId("load-file").value = "";
    await afterwards();
    return "The state is loaded from " + file.name + ".";
  }));
  byId("reset").addEventListener("click", () => byId("confirm-reset").showModal());
  byId("cancel-reset").addEventListener("click", () => byId("confirm-reset").close());
  press(byId("do-reset"), async () => {
    byId("confirm-reset").close();
    await post("reset");
    return "The account is as it was at the start.";
  });
}

for (const button of document.querySelectorAll("[data-copy]")) {
  onPress(button, async () => {
    await navigator.clipboard.writeText(byId(button.dataset.copy).textContent);
    return "Copied.";
  });
}
