// The load of the bench: the same stock clients for our server and for y-websocket's own.
//
//   node room/bench.mjs FILE        a JSON of what to do; what was measured is printed as JSON
//
// It prints "begin" and "end" around what is measured, and waits for a line after each.
import { readFileSync } from "node:fs";
import { createInterface } from "node:readline";
import { performance } from "node:perf_hooks";
import { open, synced, until } from "./client.mjs";

const spec = JSON.parse(readFileSync(process.argv[2], "utf8"));
const lines = createInterface({ input: process.stdin })[Symbol.asyncIterator]();
const say = async (word) => {
  console.log(word);
  await lines.next();
};
const sleep = (ms) => new Promise((resolve) => setTimeout(resolve, ms));
const client = (room, seat) => open(room.server, room.name, { cookie: spec.cookies[seat], origin: spec.origin }, { maxBackoffTime: 200 });
const median = (sorted) => sorted[Math.floor(sorted.length / 2)];

/** Two in each room, three edits a second in each room; how long each takes to the other. */
async function edits() {
  const rooms = [];
  for (const room of spec.rooms) {
    const both = [client(room, 0), client(room, 1)];
    const sent = [[], []];
    const took = [];
    both.forEach(({ doc, provider }, seat) =>
      doc.on("update", (_, origin) => {
        if (origin === provider && sent[1 - seat].length > 0) took.push(performance.now() - sent[1 - seat].shift());
      }),
    );
    rooms.push({ both, sent, took });
    await synced(both[0]);
    await synced(both[1]);
  }
  await sleep(1_000);
  await say("begin");
  const end = performance.now() + spec.seconds * 1_000;
  let count = 0;
  const type = async ({ both, sent }, at) => {
    // The rooms are not in step with each other.
    await sleep((1_000 / 3) * (at / rooms.length));
    for (let seat = 0; performance.now() < end; seat = 1 - seat) {
      const next = performance.now() + 1_000 / 3;
      const text = both[seat].doc.getText("task");
      sent[seat].push(performance.now());
      text.insert(text.length, "客");
      count++;
      await sleep(Math.max(0, next - performance.now()));
    }
  };
  await Promise.all(rooms.map(type));
  const delivered = () => rooms.reduce((sum, room) => sum + room.took.length, 0);
  await until("every edit", () => delivered() === count, 20).catch(() => undefined);
  await say("end");
  const took = rooms.flatMap((room) => room.took).sort((one, other) => one - other);
  return { edits: count, delivered: took.length, median: median(took), p99: took[Math.floor(took.length * 0.99)] };
}

/** Coming into a room of so many characters. */
async function join() {
  const [room] = spec.rooms;
  const first = client(room, 0);
  await synced(first);
  const sentence = "客が払うのは性能そのものではなく、失敗しないという見通しに対してである。";
  const text = first.doc.getText("task");
  // As it is written: in many pieces, in several places, some of it deleted again.
  while (text.length < spec.characters) {
    const at = Math.floor(Math.random() * text.length);
    text.insert(at, sentence);
    if (text.length % 5 === 0) text.delete(at, 4);
    if (text.length % 7 === 0) await sleep(10);
  }
  await sleep(2_000);
  const took = [];
  for (let n = 0; n < 41; n++) {
    const begun = performance.now();
    const late = client(room, 1);
    await new Promise((resolve) => late.provider.once("synced", resolve));
    took.push(performance.now() - begun);
    if (late.doc.getText("task").length !== text.length) throw new Error("not all of it");
    late.provider.destroy();
    await sleep(20);
  }
  first.provider.destroy();
  return { characters: text.length, median: median(took.sort((one, other) => one - other)) };
}

/** Rooms that are open, two in each. */
async function hold() {
  for (const room of spec.rooms) {
    const both = [client(room, 0), client(room, 1)];
    both[0].doc.getText("task").insert(0, "客が払うのは性能そのものではない。");
    await synced(both[0]);
    await synced(both[1]);
  }
  await sleep(3_000);
  await say("begin");
  await say("end");
  return { rooms: spec.rooms.length };
}

const measured = await { edits, join, hold }[spec.what]();
console.log(JSON.stringify(measured));
process.exit(0);
