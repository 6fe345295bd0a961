/* A room where operators decide one thing after the other, by button or key; the server keeps it. */

import { refusal } from "../../base/answers.mjs";
import { field, find, nearest, the } from "../../base/dom.mjs";
import { keepText, keptText } from "../../base/kept.mjs";
import { written } from "../../base/texts.mjs";
import { askAsOperator, isOperator } from "./mode.mjs";

/**
 * What pages of operator mode share. `block` begins the classes of its parts, `kept` is where it
 * stays whether keys answer, `usually` what is so until somebody chose; `stale` follows a decision
 * that somebody else took meanwhile.
 * @param {string} block
 * @param {{ kept: string, usually: boolean, stale?: () => Promise<void> }} ways
 */
export const operatorRoom = (block, { kept, usually, stale }) => {
  let busy = false;
  const page = () => find(`.${block}`);
  /** @returns {{ lost: string }} */
  const words = () => written(page(), "words");
  const keysOn = () => keptText(kept) === "on" || (usually && keptText(kept) !== "off");

  /** @param {string} text */
  const say = (text) => {
    const place = find(`.${block} .${block}-said`);
    if (place) place.textContent = text;
  };

  const close = () => {
    the(`.${block}-closed`).hidden = false;
    the(`.${block}-room`).hidden = true;
    say("");
  };

  /**
   * The answer of the server, or null when it gave none; a refused secret closes the page.
   * @param {string} path
   * @param {string} [method]
   * @param {object} [body]
   */
  const ask = async (path, method, body) => {
    try {
      const told = await askAsOperator(path, method, body);
      if (told.ok) return await told.json();
      if (told.status !== 403) say((await refusal(told)) || words().lost);
      else if (page()) close();
      if (told.status === 409) await stale?.();
    } catch {
      say(words().lost);
    }
    return null;
  };

  /**
   * One question to the server at a time.
   * @param {() => Promise<unknown>} act
   */
  const once = async (act) => {
    if (busy) return;
    busy = true;
    try {
      await act();
    } finally {
      busy = false;
    }
  };

  /**
   * Show what is to be decided, where the page is still there.
   * @param {(Node | null)[]} parts
   * @param {boolean} focus whether its title takes it
   */
  const show = (parts, focus) => {
    const room = find(`.${block} .${block}-room`);
    if (!room) return;
    the(`.${block}-closed`).hidden = true;
    room.replaceChildren(...parts.filter((part) => part !== null));
    room.hidden = false;
    if (!focus) return;
    const title = the("h3", room);
    title.focus({ preventScroll: true });
    title.scrollIntoView({ block: "nearest" });
  };

  /**
   * Keep whether keys answer, then draw again with the box in the focus.
   * @param {boolean} on
   * @param {() => void} draw
   */
  const setKeys = (on, draw) => {
    keepText(kept, on ? "on" : "off");
    draw();
    field(`.${block}-keys input`).focus();
  };

  /** Ask for what is to be decided, of an operator; the page is closed to all others. @param {() => Promise<void>} load */
  const open = async (load) => {
    if (!page()) return;
    if (isOperator()) await load();
    else close();
  };

  /**
   * The letter that was pressed for an answer; blank while something is typed or keys are off.
   * @param {KeyboardEvent} event
   */
  const letter = (event) => {
    const typing = nearest(event.target, "input:not([type=checkbox]), textarea, select");
    const other = event.ctrlKey || event.metaKey || event.altKey || event.repeat;
    if (!page() || !keysOn() || typing || other || the(`.${block}-room`).hidden) return "";
    return event.key.toLowerCase();
  };

  return { page, say, ask, once, show, open, keysOn, setKeys, letter };
};
