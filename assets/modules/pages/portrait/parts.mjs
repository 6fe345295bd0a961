/* A part of a page, asked for by the address that has it. */

/**
 * @param {string} address
 * @param {string} selector
 * @returns {Promise<Element>}
 */
export const partOf = async (address, selector) => {
  const answer = await fetch(address);
  if (!answer.ok) throw new Error(String(answer.status));
  const next = new DOMParser().parseFromString(await answer.text(), "text/html");
  const part = next.querySelector(selector);
  if (!part || part.hasAttribute("data-later")) throw new Error("not there");
  return document.adoptNode(part);
};
