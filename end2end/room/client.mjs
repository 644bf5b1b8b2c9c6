// A stock Yjs client with y-websocket, as anyone has it from npm: given a cookie and an Origin.
import WebSocket from "ws";
import { WebsocketProvider } from "y-websocket";
import * as Y from "yjs";

// y-websocket writes a line for each message of a type that it does not know, and passes over it.
const error = console.error;
console.error = (...words) => (words[0] === "Unable to compute message" ? undefined : error(...words));

// Each provider wants to hear when the program ends.
process.setMaxListeners(0);

/** A WebSocket that says who it is. */
export const withHeaders = (headers) =>
  class extends WebSocket {
    constructor(url, protocols) {
      super(url, protocols, { headers, perMessageDeflate: false });
    }
  };

/** Opens `server`/`room`; the text and its provider. */
export function open(server, room, headers, options = {}) {
  const doc = new Y.Doc();
  const provider = new WebsocketProvider(server, room, doc, {
    WebSocketPolyfill: withHeaders(headers),
    disableBc: true,
    ...options,
  });
  return { doc, provider };
}

/** Waits until it holds, or fails with what was waited for. */
export async function until(what, holds, seconds = 10) {
  const end = Date.now() + seconds * 1000;
  while (!holds()) {
    if (Date.now() > end) throw new Error(`waited in vain for ${what}`);
    await new Promise((resolve) => setTimeout(resolve, 5));
  }
}

/** Waits until the first answer has come. */
export const synced = ({ provider }) => until("the text", () => provider.synced);
