// Runs in both pages before anything else: the same code takes the same times, so that only the pages differ.
(() => {
  const frames = (count) => new Promise((done) => (count ? requestAnimationFrame(() => frames(count - 1).then(done)) : done()));

  /** Milliseconds from navigation until the program and this many texts are there and painted. */
  const usable = (count) =>
    new Promise((done) => {
      const look = () => {
        const shown = [...document.querySelectorAll("[role=document][data-article]")];
        if (window.crossread && shown.length >= count && shown.every((text) => text.firstChild)) {
          frames(2).then(() => done(performance.now()));
        } else requestAnimationFrame(look);
      };
      look();
    });

  /** Gets ready for one more tag; `tagged` then is the time from the key's event to the paint of a new mark. */
  const arm = () => {
    window.measure.tagged = new Promise((done) => {
      addEventListener(
        "keydown",
        (event) => {
          const holds = (node) => node.nodeName === "MARK" || (node.nodeType === 1 && node.querySelector("mark"));
          const observer = new MutationObserver((changes) => {
            if (!changes.some((change) => [...change.addedNodes].some(holds))) return;
            observer.disconnect();
            frames(2).then(() => done(performance.now() - event.timeStamp));
          });
          observer.observe(document, { childList: true, subtree: true });
        },
        { capture: true, once: true },
      );
    });
  };

  /** Milliseconds from the call until a project is painted. */
  const load = async (project) => {
    const start = performance.now();
    await window.crossread.load(project);
    await frames(2);
    return performance.now() - start;
  };

  const scroller = () => {
    let box = document.querySelector("[role=document][data-article]");
    const scrolls = (it) => it.scrollHeight > it.clientHeight + 4 && /auto|scroll/.test(getComputedStyle(it).overflowY);
    while (box && !scrolls(box)) box = box.parentElement;
    return box ?? document.scrollingElement;
  };

  /** Scrolls a screen's half a frame; the 95th percentile of the time between frames. */
  const scroll = async (count = 150) => {
    const [box, times] = [scroller(), []];
    let last = performance.now();
    for (let i = 0; i < count; i++) {
      box.scrollTop += 400;
      await frames(1);
      times.push(performance.now() - last);
      last = performance.now();
    }
    box.scrollTop = 0;
    await frames(3);
    return times.sort((a, b) => a - b)[Math.floor(count * 0.95)];
  };

  /** Where to drag over the nth word of six or more letters that stands in no mark, in the part that is seen. */
  const word = (n) => {
    const root = document.querySelector("[role=document][data-article]");
    const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
    const view = scroller().getBoundingClientRect();
    const range = document.createRange();
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      if (node.parentElement.closest("mark")) continue;
      for (const { 0: text, index } of node.data.matchAll(/(?<=[ \n])\p{L}{6,}(?= )/gu)) {
        range.setStart(node, index);
        range.setEnd(node, index + text.length);
        const [box, second] = range.getClientRects();
        if (!box || second) continue;
        if (box.top < view.top + 40 || box.bottom > Math.min(view.bottom, innerHeight) - 100) continue;
        if (n-- === 0) return { left: box.left + 1, right: box.right - 1, y: (box.top + box.bottom) / 2 };
      }
    }
    return null;
  };

  /** Milliseconds of work until the suggestions are there; in the bare page, of a pass over the words of the same texts. */
  const suggest = () => {
    const start = performance.now();
    if (window.crossread.suggestions) {
      window.crossread.suggestions("relation");
      return performance.now() - start;
    }
    const texts = [...document.querySelectorAll("[role=document][data-article]")].map((root) => root.textContent);
    let sum = 0;
    for (let pass = 0; pass < 20; pass++) {
      for (const text of texts) {
        for (const word of text.split(/\s+/)) for (let i = 0; i < word.length; i++) sum = ((sum ^ word.charCodeAt(i)) * 31) | 0;
      }
    }
    window.measure.sum = sum;
    return (performance.now() - start) / 20;
  };

  window.measure = { usable, arm, load, scroll, word, suggest };
})();
