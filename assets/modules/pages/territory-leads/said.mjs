/* What the visitor said of pairs in this browser, against the pairs of a page. */

const SAME = "same_group";
const APART = "not_same_group";

/**
 * Two legal persons of the page, each with the ids of all its sites: a lead on something, or two
 * that are shown as probably of one group.
 * @typedef {{ a: string[], b: string[], pooling?: string | undefined }} Ends
 */

/**
 * True where the visitor said that there is no lead, or that the two are not of one group. What is
 * said of one site holds for every site of its legal person.
 * @param {Ends} ends
 * @param {unknown[]} kept
 */
export const isUnsaid = ({ a, b, pooling }, kept) => {
  const against = pooling ? [SAME, pooling] : [APART];
  return kept.some((entry) => {
    if (!Array.isArray(entry)) return false;
    const [one, other, what] = entry;
    const meets = (a.includes(one) && b.includes(other)) || (a.includes(other) && b.includes(one));
    return meets && against.includes(what);
  });
};
