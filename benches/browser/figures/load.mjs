/** From the call that shows a load to its first screen, and to its end. */
export const load = {
  async run({ page, name, note, within }) {
    const { first, all } = await within(page.evaluate(() => window.measure.show()), `load ${name}`);
    note("load, first screen", first);
    note("load, all", all);
  },
};
