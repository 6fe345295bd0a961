/** What we use of idiomorph. */
export const Idiomorph: {
  morph(
    old: Element,
    next: string | Node | null,
    options: {
      morphStyle: "innerHTML" | "outerHTML";
      restoreFocus?: boolean;
      callbacks?: {
        beforeAttributeUpdated?(
          name: string,
          element: Element,
          change: "update" | "remove",
        ): boolean;
      };
    },
  ): unknown;
};
