// Medians and ratios of samples, as a table for people.
/** The middle of a list; of an even number, the upper one. */
export const median = (list) => [...list].sort((a, b) => a - b)[list.length >> 1];
const IN_PAGE = { export: "JSON.stringify", import: "JSON.parse" };

/** The medians by load, figure and page; what did not survive has its reason. */
export function summarise(samples) {
  return samples.map(({ load, title, figures, failures }) => ({
    load, title, failures,
    figures: Object.fromEntries(Object.entries(figures).map(([figure, pages]) => [
      figure,
      Object.fromEntries(Object.entries(pages).map(([page, list]) => [page, { median: median(list), samples: list }])),
    ])),
  }));
}

const number = (value) => (value >= 1_000 ? Math.round(value).toLocaleString("en") : value >= 10 ? value.toFixed(0) : value.toFixed(1));

/** One Markdown table for each load: medians, and in brackets how many times that of the bare page. */
export function tables(summary, pages) {
  return summary.map(({ load, title, figures, failures }) => {
    const shown = Object.keys(pages).filter((page) => Object.values(figures).some((row) => row[page]) || failures[page]);
    const cell = (figure, row, page) => {
      if (!row[page]) return failures[page] ? "✗" : "–";
      const own = row[page].median;
      const base = IN_PAGE[figure] ? figures[IN_PAGE[figure]]?.[page] : page === "bare" ? undefined : row.bare;
      return base?.median > 0 ? `${number(own)} (${(own / base.median).toFixed(2)})` : number(own);
    };
    const lines = [
      `### ${load}: ${title}`, "",
      `| | ${shown.map((page) => pages[page].title).join(" | ")} |`,
      `|---|${shown.map(() => "---:|").join("")}`,
      ...Object.entries(figures).map(([figure, row]) => `| ${figure} | ${shown.map((page) => cell(figure, row, page)).join(" | ")} |`),
      "", ...Object.entries(failures).map(([page, why]) => `✗ ${pages[page].title}: ${why}`),
    ];
    return lines.join("\n").trimEnd();
  }).join("\n\n") + "\n";
}
