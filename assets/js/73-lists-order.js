/* The order of a list, by drag (mouse, pen or finger) and by keyboard; every move is announced. */
"use strict";
(function (app) {
  const EDGE = 60;
  const SCROLLED = 12;
  const lineOf = (element) => element && element.closest(".kept-line");

  const handleOf = (event) =>
    event.target instanceof Element ? event.target.closest('[data-control="handle"]') : null;

  /* The keyboard: Enter or Space takes a line, arrows move it, Enter puts it down, Escape undoes. */
  const keyboard = (holder, act) => {
    let taken = null;
    let moving = false;

    const tell = (words, extra = {}) => {
      const { name, n, total } = act.where(taken.id);
      act.announce(app.say(words, { name, n, total, ...extra }));
    };

    const press = (id, on) => {
      const line = holder.querySelector(`.kept-line[data-id="${CSS.escape(id)}"]`);
      if (!line) return;
      line.classList.toggle("is-taken", on);
      line.querySelector('[data-control="handle"]').setAttribute("aria-pressed", String(on));
    };

    const take = (id) => {
      taken = { id, step: null };
      press(id, true);
      tell(app.pageWords().taken);
    };

    const drop = (words) => {
      if (!taken) return;
      press(taken.id, false);
      tell(words || app.pageWords().dropped);
      taken = null;
    };

    const cancel = () => {
      const { id, step } = taken;
      taken = null;
      if (step) act.undo(step);
      press(id, false);
      act.announce(app.pageWords().moveCancelled);
    };

    const shift = (to) => {
      moving = true;
      taken.step = act.moveTo(taken.id, to, taken.step) || taken.step;
      press(taken.id, true);
      moving = false;
      tell(app.pageWords().moved);
    };

    holder.addEventListener("keydown", (event) => {
      const handle = handleOf(event);
      if (!handle) return;
      const id = lineOf(handle).dataset.id;
      if (event.key === "Enter" || event.key === " ") {
        event.preventDefault();
        if (taken) drop();
        else if (act.movable()) take(id);
        else act.announce(app.pageWords().notMovable);
        return;
      }
      if (!taken) return;
      const { n, total } = act.where(taken.id);
      const to = { ArrowUp: n - 1, ArrowDown: n + 1, Home: 1, End: total }[event.key];
      if (event.key === "Escape") {
        event.preventDefault();
        event.stopPropagation();
        cancel();
      } else if (to !== undefined) {
        event.preventDefault();
        if (to >= 1 && to <= total && to !== n) shift(to);
      }
    });
    holder.addEventListener("focusout", () => {
      if (taken && !moving) drop();
    });
  };

  /* Dragging: a mark shows where the line would go; nothing moves before it is let go. */
  const dragging = (holder, act) => {
    let drag = null;
    let frame = 0;

    const unmark = () =>
      holder
        .querySelectorAll(".drop-before, .drop-after")
        .forEach((line) => line.classList.remove("drop-before", "drop-after"));

    const end = () => {
      unmark();
      if (drag) drag.line.classList.remove("is-dragged");
      drag = null;
      window.cancelAnimationFrame(frame);
      frame = 0;
      document.removeEventListener("pointermove", follow);
      document.removeEventListener("pointerup", release);
      document.removeEventListener("pointercancel", end);
      document.removeEventListener("keydown", escape, true);
    };

    const escape = (event) => {
      if (event.key !== "Escape") return;
      event.preventDefault();
      event.stopPropagation();
      end();
      act.announce(app.pageWords().moveCancelled);
    };

    const follow = (event) => {
      if (event.pointerId !== drag.pointer) return;
      event.preventDefault();
      drag.y = event.clientY;
      mark();
      if (!frame) frame = window.requestAnimationFrame(scroll);
    };

    /* A finger held still at an edge goes on scrolling: lines are tall on a phone. */
    const scroll = () => {
      frame = 0;
      const step = drag.y < EDGE ? -SCROLLED : drag.y > window.innerHeight - EDGE ? SCROLLED : 0;
      const before = window.scrollY;
      if (step) window.scrollBy({ top: step, behavior: "instant" });
      if (window.scrollY === before) return;
      mark();
      frame = window.requestAnimationFrame(scroll);
    };

    const mark = () => {
      unmark();
      const lines = [...holder.children];
      const under = lines.find((line) => drag.y <= line.getBoundingClientRect().bottom);
      const line = under || lines[lines.length - 1];
      const box = line.getBoundingClientRect();
      drag.before = Boolean(under) && drag.y < box.top + box.height / 2;
      drag.target = line;
      line.classList.add(drag.before ? "drop-before" : "drop-after");
    };

    const release = (event) => {
      if (event.pointerId !== drag.pointer) return;
      const { line, target, before } = drag;
      const id = line.dataset.id;
      end();
      if (!target || target === line) return;
      const from = act.where(id).n;
      const beside = act.where(target.dataset.id).n;
      const to = before ? beside - (from < beside ? 1 : 0) : beside + (from > beside ? 1 : 0);
      if (to === from) return;
      act.moveTo(id, to, null);
      const { name, n, total } = act.where(id);
      act.announce(app.say(app.pageWords().moved, { name, n, total }));
    };

    holder.addEventListener("pointerdown", (event) => {
      const handle = handleOf(event);
      if (!handle || event.button !== 0 || drag) return;
      if (!act.movable()) {
        act.announce(app.pageWords().notMovable);
        return;
      }
      drag = { line: lineOf(handle), pointer: event.pointerId, y: event.clientY, target: null, before: false };
      drag.line.classList.add("is-dragged");
      document.addEventListener("pointermove", follow);
      document.addEventListener("pointerup", release);
      document.addEventListener("pointercancel", end);
      document.addEventListener("keydown", escape, true);
    });
  };

  /**
   * Let the lines of `holder` be put in order. `act` offers `movable()`, `where(id)` (`{name, n,
   * total}`, from 1), `moveTo(id, n, step)` that answers the step, `undo(step)`, `announce(words)`.
   */
  app.orderable = (holder, act) => {
    keyboard(holder, act);
    dragging(holder, act);
  };
})(window.territorialMap);
