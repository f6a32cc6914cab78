// node contacts.mjs http://localhost:8080 simulator-key-1
import assert from "node:assert";

const [address, key] = process.argv.slice(2);
const headers = { Authorization: `Token token=${key}`, "Content-Type": "application/json" };

async function send(method, path, body) {
  return fetch(address + path, { method, headers, body: body && JSON.stringify(body) });
}

// an empty account, in which the next create meets a rate limit
await send("POST", "/simulator/reset");
await send("POST", "/simulator/faults", { fault: 429, retryAfter: "0", on: "POST contacts" });

// what you want to test: here, a create that is sent again after 429
let response;
do {
  response = await send("POST", "/crm/sales/api/contacts", { contact: { last_name: "Lee", email: "lee@example.test" } });
} while (response.status === 429);
const { contact } = await response.json();

// what became of it
const { rows } = await (await send("GET", "/simulator/records/contacts?q=lee@")).json();
const { requests } = await (await send("GET", "/simulator/journal")).json();
assert.deepStrictEqual(rows.map((row) => row.id), [contact.id]);
assert.deepStrictEqual(requests.map((request) => request.status), [201, 429]);
console.log("contact", contact.id);
