// Two stock clients in a room in which a browser is, too: what each writes the others read.
//
//   node room/beside.mjs ORIGIN ROOM COOKIE COOKIE
//
// Says "in" once both are there; ends once the browser has written, with the text on which both agree.
import assert from "node:assert/strict";
import { open, synced, until } from "./client.mjs";

const [origin, room, first, second] = process.argv.slice(2);
const client = (cookie) => open(`${origin.replace("http", "ws")}${room}`, "socket", { cookie, origin });
const text = ({ doc }, name) => doc.getText(name).toString();

const [one, other] = [client(first), client(second)];
await synced(one);
await synced(other);
one.doc.getText("value-model").insert(0, "stock one 👩 ");
other.doc.getText("value-model").insert(0, "職人 ");
const has = (words) => (client) => text(client, "value-model").includes(words);
await until("each other's words", () => [one, other].every((client) => has("stock one 👩")(client) && has("職人")(client)));
// Where the first is, for the browser to show.
one.provider.awareness.setLocalState({ part: "value-model", at: 3 });
console.log("in");

await until("the browser's words", () => [one, other].every(has("by hand")), 30);
const at = text(one, "value-model").indexOf("stock one");
one.doc.getText("value-model").delete(at, "stock ".length);
await until("the deletion", () => !has("stock")(other));
// Until the server has passed it on.
await new Promise((resolve) => setTimeout(resolve, 300));
assert.equal(text(one, "value-model"), text(other, "value-model"));
console.log(`agree: ${text(one, "value-model")}`);
process.exit(0);
