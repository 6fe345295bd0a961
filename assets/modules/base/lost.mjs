/* A server that does not answer must be told, and must not lose the page. */

import { setProps } from "./dash.mjs";
import { all } from "./dom.mjs";
import { texts } from "./texts.mjs";

const CALLBACKS = "_dash-update-component";

/** @param {string} type @param {Record<string, unknown>} props */
const part = (type, props) => ({ namespace: "dash_html_components", type, props });

const tellLost = () => {
  const { lost = "", again = "" } = texts();
  const retry = part("Button", { type: "button", "data-retry": "1", children: again });
  const told = [part("P", { children: lost }), part("P", { children: [retry] })];
  setProps("notice", {
    children: part("Div", {
      className: "notice-box",
      children: part("Div", { children: told }),
    }),
  });
};

/** @param {RequestInfo | URL} resource */
const isCallback = (resource) =>
  (resource instanceof Request ? resource.url : String(resource)).includes(CALLBACKS);

/** Watch Dash's own questions: it swallows what they fail with. */
export const watchServer = () => {
  const ask = window.fetch.bind(window);
  window.fetch = async (resource, options) => {
    if (!isCallback(resource)) return ask(resource, options);
    try {
      const answer = await ask(resource, options);
      if (answer.status >= 500) tellLost();
      return answer;
    } catch (error) {
      tellLost();
      throw error;
    }
  };
};

/**
 * What was waited for will not come: bars that promise it go, what is shown stays.
 * @param {unknown[] | null} notice
 */
export const endWaiting = (notice) => {
  if (!notice || notice.length === 0) return;
  for (const bar of all("main .skeleton")) bar.hidden = true;
};
