// Asks every second how the simulator stands, and shows what changed.

import { get } from "./api.js";
import { complain, setText } from "./dom.js";
import "./confidence.js";
import * as controls from "./controls.js";
import * as records from "./records.js";
import * as requests from "./requests.js";

const EVERY = 1000;
let silent = false;

async function update() {
  const status = await get("status");
  controls.show(status);
  await Promise.all([records.refresh(status.resources), requests.refresh(status.requests.arrived)]);
}

async function poll() {
  if (!document.hidden) {
    try {
      await update();
      if (silent) {
        silent = false;
        setText("trouble", "");
      }
    } catch {
      silent = true;
      complain("The simulator does not answer. Is it still running?");
    }
  }
  setTimeout(poll, EVERY);
}

controls.connect(update);
document.addEventListener("visibilitychange", () => document.hidden || update().catch(() => {}));
poll();
