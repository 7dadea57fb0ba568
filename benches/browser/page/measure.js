// Runs in every page before anything else: the same code takes the same times, so that only the pages differ.
(() => {
  const frames = (count) => new Promise((done) => (count ? requestAnimationFrame(() => frames(count - 1).then(done)) : done()));

  /** Resolves in the first frame in which the test is true. */
  const until = (test) =>
    new Promise((done) => {
      const look = () => (test() ? done() : requestAnimationFrame(look));
      look();
    });

  /** Milliseconds from navigation until the page takes loads, and its first texts are painted. */
  const usable = async () => {
    await until(() => window.bench?.isUsable());
    await frames(2);
    return performance.now();
  };

  /** Milliseconds from the call until its result is painted. */
  const timed = async (act) => {
    const start = performance.now();
    await act();
    await frames(2);
    return performance.now() - start;
  };

  let prepared;
  /** Fetches a load, and puts it into the form of the page; not part of any time. */
  const prepare = async (name) => {
    prepared = await window.bench.prepare(await (await fetch(`/loads/${name}.json`)).json());
    // What only the fetch needed is garbage now, and is collected before anything is measured.
    await frames(2);
  };

  /** Milliseconds from the call until the first screen is painted, and until the call has ended. */
  const show = async () => {
    const start = performance.now();
    const passed = () => frames(2).then(() => performance.now() - start);
    const whole = Promise.resolve(window.bench.show(prepared)).then(passed);
    const [first, all] = await Promise.all([until(() => window.bench.isShown(prepared)).then(passed), whole]);
    prepared = undefined;
    return { first, all };
  };

  /** Gets ready for one more tag; `tagged` then is the time from the event that makes it to the paint of its element. */
  const arm = () => {
    const { tag, trigger } = window.bench;
    window.measure.tagged = new Promise((done) => {
      const start = (event) => {
        const holds = (node) => node.nodeType === 1 && (node.matches(tag) || node.querySelector(tag));
        const observer = new MutationObserver((changes) => {
          if (!changes.some((change) => [...change.addedNodes].some(holds))) return;
          observer.disconnect();
          frames(2).then(() => done(performance.now() - event.timeStamp));
        });
        observer.observe(document, { childList: true, subtree: true });
      };
      addEventListener(trigger, start, { capture: true, once: true });
    });
  };

  const scrolls = (it) => it.scrollHeight > it.clientHeight + 4 && /auto|scroll/.test(getComputedStyle(it).overflowY);
  const scroller = () => {
    let box = document.querySelector(window.bench.text);
    while (box && !scrolls(box)) box = box.parentElement;
    return box ?? document.scrollingElement;
  };

  let times;
  /** Records the time between frames until `stopFrames`. */
  const startFrames = () => {
    times = [];
    const own = times;
    let last = performance.now();
    const look = (now) => {
      if (own !== times) return;
      own.push(now - last);
      last = now;
      requestAnimationFrame(look);
    };
    requestAnimationFrame(look);
  };
  const stopFrames = () => {
    const sorted = times.slice(1).sort((a, b) => a - b);
    times = undefined;
    return { p50: sorted[sorted.length >> 1], p95: sorted[Math.floor(sorted.length * 0.95)], longest: sorted.at(-1) };
  };

  /** Jumps to other parts of the text, one a frame. */
  const jump = async (count) => {
    const box = scroller();
    const room = box.scrollHeight - box.clientHeight;
    startFrames();
    for (let i = 1; i <= count; i++) {
      box.scrollTop = room * ((i * 0.618) % 1);
      await frames(1);
    }
    const figures = stopFrames();
    box.scrollTop = 0;
    await frames(4);
    return figures;
  };

  /** Where to drag over the nth word of six or more letters that is in no tag, in the part that is seen. */
  const word = (n, exact) => {
    const root = document.querySelector(window.bench.text);
    const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
    const box = scroller().getBoundingClientRect();
    const [top, bottom] = [Math.max(box.top, 0) + 30, Math.min(box.bottom, innerHeight) - 130];
    const range = document.createRange();
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      if (node.parentElement.closest(`${window.bench.tag}, [aria-hidden=true]`)) continue;
      for (const { 0: text, index } of node.data.matchAll(exact ? new RegExp(exact, "g") : /(?<= )\p{L}{6,}(?= )/gu)) {
        range.setStart(node, index);
        range.setEnd(node, index + text.length);
        const [rect, second] = range.getClientRects();
        if (!rect || second || rect.top < top || rect.bottom > bottom) continue;
        if (n-- === 0) return { left: rect.left + 1, right: rect.right - 1, y: (rect.top + rect.bottom) / 2 };
      }
    }
    return null;
  };

  window.measure = { frames, until, usable, timed, prepare, show, arm, scroller, startFrames, stopFrames, jump, word };
})();
