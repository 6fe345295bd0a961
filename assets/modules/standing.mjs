/* What pages without the app run: the search box, and the lists that this browser keeps. */

import { startSearch } from "./pages/frame/search.mjs";
import { startLists } from "./pages/lists/door.mjs";

startSearch({ open: (address) => window.location.assign(address), list: () => null });
startLists();
