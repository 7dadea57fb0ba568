// Remembers the memories of the page's wasm instances, so that their size can be told.
(() => {
  const memories = new Set();
  const keep = (result) => {
    for (const value of Object.values((result.instance ?? result).exports)) if (value instanceof WebAssembly.Memory) memories.add(value);
    return result;
  };
  for (const name of ["instantiate", "instantiateStreaming"]) {
    const own = WebAssembly[name];
    WebAssembly[name] = (...inputs) => own.apply(WebAssembly, inputs).then(keep);
  }
  window.wasmBytes = () => [...memories].reduce((sum, memory) => sum + memory.buffer.byteLength, 0);
})();
