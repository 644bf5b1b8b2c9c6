// Two stock clients in one room join, read and write; one in a room that is over only reads.
//
//   node room/two.mjs ORIGIN COOKIE COOKIE ROOM-THAT-IS-OPEN ROOM-THAT-IS-OVER
import assert from "node:assert/strict";
import * as Y from "yjs";
import { open, synced, until } from "./client.mjs";

const [origin, first, second, now, over] = process.argv.slice(2);
const socket = (room) => `${origin.replace("http", "ws")}/pair/sessions/${room}/room`;
const client = (room, cookie) => open(socket(room), "socket", { cookie, origin });
const text = ({ doc }, name) => doc.getText(name).toString();

const mei = client(now, first);
const ken = client(now, second);
await synced(mei);
await synced(ken);

mei.doc.getText("task").insert(0, "職人の服");
await until("her words", () => text(ken, "task") === "職人の服");
ken.doc.getText("task").insert(3, "丈夫な👩");
await until("his words", () => text(mei, "task") === "職人の丈夫な👩服");
mei.doc.getText("task").delete(0, 3);
await until("the deletion", () => text(ken, "task") === "丈夫な👩服");

// Both at once, in one place and in many.
for (let round = 0; round < 50; round++) {
  mei.doc.getText("value").insert(0, `m${round} `);
  ken.doc.getText("value").insert(ken.doc.getText("value").length, `k${round} `);
}
const all = (one) => [...Array(50).keys()].every((n) => text(one, "value").includes(`m${n} `) && text(one, "value").includes(`k${n} `));
await until("everything from both", () => all(mei) && all(ken) && text(mei, "value") === text(ken, "value"));

const row = new Y.Map();
row.set("text", "やあ");
row.set("at", Date.now());
mei.doc.getArray("chat").push([row]);
await until("a line of the chat", () => ken.doc.getArray("chat").get(0)?.get("text") === "やあ");

// Who is where, under one's own number alone.
mei.provider.awareness.setLocalState({ part: "task" });
await until("where she is", () => ken.provider.awareness.getStates().get(mei.doc.clientID)?.part === "task");

// Off line, both write on; back again, they agree.
ken.provider.disconnect();
ken.doc.getText("model").insert(0, "off line");
mei.doc.getText("model").insert(0, "on line ");
ken.provider.connect();
await until("what was written off line", () => text(mei, "model").includes("off line") && text(mei, "model") === text(ken, "model"));

// One who comes late finds everything.
const late = client(now, second);
await synced(late);
assert.equal(text(late, "value"), text(mei, "value"));
assert.deepEqual(late.doc.getArray("chat").toJSON(), mei.doc.getArray("chat").toJSON());

// What was written before can be read in the room that is over, and nothing written.
const observer = client(over, first);
const reader = client(over, second);
await synced(observer);
await synced(reader);
assert.equal(text(observer, "task"), "before the end");
observer.doc.getText("task").insert(0, "after the end ");
await new Promise((resolve) => setTimeout(resolve, 500));
assert.equal(text(reader, "task"), "before the end");
const again = client(over, second);
await synced(again);
assert.equal(text(again, "task"), "before the end");

console.log("two stock clients agree");
process.exit(0);
