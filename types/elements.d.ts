/** What elements made by the browser are given; JSDoc cannot say a type that holds itself. */
export type Child = Node | string | null | undefined | readonly Child[];
