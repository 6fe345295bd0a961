/* A page in French, for functions that ask its language and nothing else of it. */

globalThis.document = { documentElement: { lang: "fr" } };
