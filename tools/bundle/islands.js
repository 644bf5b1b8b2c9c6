// Starts the islands of a page. The page includes this one module, and only if
// it holds an island, as an external script: the policy allows no inline script,
// so leptos's own HydrationScripts (an inline module) cannot be used.
// The walk is that of leptos 0.8, `src/hydration/island_script.js`; compare on upgrades.
import init, * as app from "./app.js";

// The nearest enclosing island's children, innermost last: calling it makes the
// context which that island provided visible to the island hydrated next.
const enclosing = [];

// A lazy island whose code does not arrive panics in the wasm, and its promise then never
// settles: an error of the page ends the waiting too, or all later islands would stay dead.
function settled(started) {
  return new Promise((resolve, reject) => {
    addEventListener("error", resolve, { once: true });
    addEventListener("unhandledrejection", resolve, { once: true });
    started.then(resolve, reject);
  });
}

async function hydrate(element) {
  const name = element.dataset.component;
  try {
    enclosing.at(-1)?.();
    // A lazy island answers with a promise; it must be alive before its children.
    const started = app[name](element);
    if (started) await settled(started);
  } catch (error) {
    // One broken island must not take the others with it.
    console.error(`island ${name}`, error);
  }
}

// In tree order and one after the other: children read what their parents provide.
async function walk(node) {
  const tag = node.localName;
  if (tag === "leptos-island") await hydrate(node);
  if (tag === "leptos-children") enclosing.push(node.$$on_hydrate);
  for (const child of node.children) await walk(child);
  if (tag === "leptos-children") enclosing.pop();
}

await init();
app.hydrate();
await walk(document.body);
// For tests and styles: from here on every island answers. A data attribute,
// because a class would be one more name that the server's pages could clash with.
document.documentElement.dataset.islands = "ready";
