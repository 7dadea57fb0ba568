// Part of the single-file build only: runs before boot.js and serves the page's files from the document itself.
// `scripts/single.mjs` embeds them: texts as JSON, the program compressed, modules as scripts.
{
  const take = (id) => {
    const element = document.getElementById(id);
    const text = element.textContent;
    // It is large, and read only once.
    element.remove();
    return text;
  };
  const texts = JSON.parse(take("crossread-texts"));
  const urls = {};
  globalThis.crossreadModules = {};
  globalThis.crossreadFiles = {
    at: (path) => (texts[path] === undefined ? path : (urls[path] ??= URL.createObjectURL(new Blob([texts[path]], { type: "text/javascript" })))),
    response: async (path) => {
      const text = texts[decodeURIComponent(path)];
      return text === undefined ? new Response("", { status: 404 }) : new Response(text);
    },
    named: async () => {
      const bytes = Uint8Array.from(atob(take("crossread-program")), (character) => character.charCodeAt(0));
      const program = new Blob([bytes]).stream().pipeThrough(new DecompressionStream("gzip"));
      return new Response(program, { headers: { "content-type": "application/wasm" } });
    },
    module: async (path) => globalThis.crossreadModules[path.replace(/^\.\//, "")],
  };
}
