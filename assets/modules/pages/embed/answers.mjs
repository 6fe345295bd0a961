/* Parts of a page asked for again by their address, and put in the place of the old ones. */

/**
 * What a form asks, without its empty fields.
 * @param {HTMLFormElement} form
 */
export const addressOf = (form) => {
  const params = new URLSearchParams();
  for (const [name, value] of new FormData(form)) {
    if (typeof value === "string" && value) params.append(name, value);
  }
  return `${form.getAttribute("action")}?${params}`;
};

/**
 * The document at an address.
 * @param {string} address
 * @param {AbortSignal} [signal]
 */
export const documentAt = async (address, signal) => {
  const answer = await fetch(address, { signal });
  if (!answer.ok) throw new Error(String(answer.status));
  const next = new DOMParser().parseFromString(await answer.text(), "text/html");
  return { next, url: answer.url };
};

/**
 * Put parts of a document in the place of those here.
 * @param {Document} next
 * @param {string[]} selectors
 */
export const replaceParts = (next, selectors) => {
  for (const selector of selectors) {
    const [from, to] = [document.querySelector(selector), next.querySelector(selector)];
    if (from && to) from.replaceWith(document.adoptNode(to));
  }
};
