// The running paper log: waits until the quarter is over, prints the sheet, goes on to the next. Nothing is needed of it to read a sheet.
(() => {
  "use strict";
  const { run, seconds } = document.body.dataset;
  if (run === "off" || run === undefined) {
    return;
  }

  const timer = document.querySelector("[data-timer]");
  const retry = 10_000;
  const say = (wording, span) => {
    timer.textContent = span === undefined ? wording : wording.replace("{0}", span);
  };
  const clock = (milliseconds) => {
    const left = Math.max(Math.ceil(milliseconds / 1000), 0);
    return `${String(Math.floor(left / 60)).padStart(2, "0")}:${String(left % 60).padStart(2, "0")}`;
  };

  // A page that does not come would end the log for good: so it is asked for first, and what is shown stays until it is there.
  const goTo = async (address, away = performance.now()) => {
    try {
      const answer = await fetch(address, { credentials: "same-origin", cache: "no-store" });
      if (answer.ok || answer.status < 500) {
        location.replace(address);
        return;
      }
    } catch {
      // The server or the network is away.
    }

    say(timer.dataset.away, clock(performance.now() - away));
    setTimeout(() => goTo(address, away), retry);
  };

  if (run === "wait") {
    // By the time since the page came, not by this machine's clock, which may be wrong.
    const ends = performance.now() + Number(seconds) * 1000;
    const tick = () => {
      const left = ends - performance.now();
      if (left <= 0) {
        goTo(document.body.dataset.this);
        return;
      }

      say(timer.dataset.waiting, clock(left));
      setTimeout(tick, Math.min(left, 1000));
    };
    tick();
    return;
  }

  const standing = timer.textContent;
  const printed = () => {
    say(standing);
    if (document.body.dataset.next) {
      goTo(document.body.dataset.next);
    }
  };
  addEventListener("afterprint", printed, { once: true });
  addEventListener(
    "load",
    () => {
      say(timer.dataset.printing);
      window.print();
    },
    { once: true },
  );
})();
