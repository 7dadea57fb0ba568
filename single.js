// The single file has everything in itself: this stands before boot.js there, and takes files out of the page.
// `scripts/single.mjs` writes what it reads: texts as JSON, the program compressed, modules as scripts of their own.
{
  const take = (id) => {
    const element = document.getElementById(id);
    const text = element.textContent;
    // It is not wanted twice, and large.
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
