// Export and import, beside what the browser takes to write and read the same object.
export const files = {
  async run({ page, who, note, within }) {
    if (who !== "crossread") return;
    const times = await within(page.evaluate(async () => {
      const took = async (act) => {
        const start = performance.now();
        const result = await act();
        return [performance.now() - start, result];
      };
      // The first time of a short one says little.
      await took(() => JSON.stringify(window.crossread.project()));
      const [exported, { bytes }] = await took(() => window.crossread.export(window.crossread.formats()[0]));
      const text = new TextDecoder().decode(bytes);
      const [parsed, object] = await took(() => JSON.parse(text));
      const [stringified] = await took(() => JSON.stringify(object, null, 1));
      // The former project has to be saved before it is closed, which is no part of an import.
      await window.crossread.saved();
      const [imported] = await took(() => window.crossread.importFile("load.json", bytes));
      return { exported, stringified, imported, parsed };
    }), "export and import");
    note("export", times.exported);
    note("JSON.stringify", times.stringified);
    note("import", times.imported);
    note("JSON.parse", times.parsed);
  },
};
