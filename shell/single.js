// Part of the single-file build only: runs before boot.js and serves the page's files from the document itself.
// `scripts/single.mjs` embeds them: texts as JSON, programs compressed, modules as scripts.
{
  const take = (id) => {
    const element = document.getElementById(id);
    const text = element.textContent;
    // It is large, and read only once.
    element.remove();
    return text;
  };
  const unpack = (id) => {
    const bytes = Uint8Array.from(atob(take(id)), (character) => character.charCodeAt(0));
    const program = new Blob([bytes]).stream().pipeThrough(new DecompressionStream("gzip"));
    return new Response(program, { headers: { "content-type": "application/wasm" } });
  };
  const texts = JSON.parse(take("crossread-texts"));
  const urls = {};
  globalThis.crossreadModules = {};
  globalThis.crossreadFiles = {
    at: (path) => (texts[path] === undefined ? path : (urls[path] ??= URL.createObjectURL(new Blob([texts[path]], { type: "text/javascript" })))),
    response: async (path) => {
      if (path.endsWith(".wasm")) return unpack(`crossread-${path}`);
      const text = texts[decodeURIComponent(path)];
      return text === undefined ? new Response("", { status: 404 }) : new Response(text);
    },
    named: async () => unpack("crossread-program"),
    module: async (path) => globalThis.crossreadModules[path.replace(/^\.\//, "")],
  };
}
